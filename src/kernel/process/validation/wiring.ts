/** Nodes and flows, each by itself: what hangs together and what does not. */
import { graphOf } from '#kernel/process/graph.ts';
import type { Flow, ProcessDefinition, ProcessNode } from '#kernel/process/schema.ts';
import { type Problem, problemAt, problemOf } from './problem.ts';

/** Everything wrong with single nodes and flows. Where this finds something, ways cannot be followed yet. */
export function wiringProblems(definition: ProcessDefinition): readonly Problem[] {
  return [
    ...idProblems(definition),
    ...startProblems(definition),
    ...definition.flows.flatMap((flow) => flowProblems(definition, flow)),
    ...definition.nodes.flatMap((node) => nodeProblems(definition, node)),
  ];
}

function idProblems({ nodes, flows, lanes }: ProcessDefinition): readonly Problem[] {
  const all = [...nodes, ...flows, ...lanes].map(({ id }) => id);
  const twice = new Set(all.filter((id, index) => all.indexOf(id) !== index));
  return [...twice].map((id) =>
    problemOf(id, `Mã “${id}” được dùng hai lần. Hãy đặt lại mã cho một trong hai phần tử.`),
  );
}

function startProblems({ nodes }: ProcessDefinition): readonly Problem[] {
  const starts = nodes.filter((node) => node.kind === 'start-event');
  const missing = [
    starts.length === 0 && problemOf(null, 'Quy trình chưa có điểm bắt đầu. Hãy thêm một điểm bắt đầu.'),
    !nodes.some((node) => node.kind === 'end-event') &&
      problemOf(null, 'Quy trình chưa có điểm kết thúc. Hãy thêm điểm kết thúc sau bước cuối.'),
  ].filter((problem) => problem !== false);
  return [
    ...missing,
    ...starts.slice(1).map((node) => problemAt(node, 'quy trình chỉ có một điểm bắt đầu, hãy bỏ điểm này.')),
  ];
}

function flowProblems(definition: ProcessDefinition, flow: Flow): readonly Problem[] {
  const { nodes } = graphOf(definition);
  const [from, to] = [nodes.get(flow.from), nodes.get(flow.to)];
  if (from === undefined || to === undefined) {
    return [
      problemOf(flow.id, `Mũi tên “${flow.name || flow.id}” không nối hai phần tử có thật. Hãy vẽ lại.`),
    ];
  }
  const isChoice = from.kind === 'exclusive-gateway' || from.kind === 'inclusive-gateway';
  if (flow.condition === null || isChoice) return [];
  return [
    problemAt(
      from,
      `điều kiện “${flow.condition}” chỉ đặt được sau điểm rẽ nhánh. Hãy thêm điểm rẽ nhánh sau đây.`,
    ),
  ];
}

function nodeProblems(definition: ProcessDefinition, node: ProcessNode): readonly Problem[] {
  const graph = graphOf(definition);
  const [ins, outs] = [graph.incoming(node.id).length, graph.outgoing(node.id).length];
  const isHost = node.kind === 'start-event' || node.kind === 'boundary-timer';
  const clauses = [
    isHost && ins > 0 && 'không thể có mũi tên đi vào, hãy bỏ mũi tên đó.',
    !isHost && ins === 0 && 'không có mũi tên đi vào nên hồ sơ không bao giờ tới đây. Hãy nối từ bước trước.',
    node.kind === 'end-event' && outs > 0 && 'không thể có mũi tên đi ra, hãy bỏ mũi tên đó.',
    node.kind !== 'end-event' &&
      outs === 0 &&
      'không có bước tiếp theo. Hãy nối sang bước sau hoặc điểm kết thúc.',
    outs > 1 &&
      !node.kind.endsWith('-gateway') &&
      'có nhiều bước tiếp theo. Hãy đặt điểm rẽ nhánh hoặc điểm song song ở sau.',
    node.lane !== null &&
      !definition.lanes.some((lane) => lane.id === node.lane) &&
      'nằm ở một làn không có thật, hãy chọn lại làn.',
    ...hostClauses(definition, node),
    ...defaultClauses(definition, node),
  ];
  return clauses.filter((clause) => clause !== false).map((clause) => problemAt(node, clause));
}

const HOSTS: ReadonlySet<string> = new Set(['user-task', 'service-task', 'message-catch', 'call-activity']);

function hostClauses(definition: ProcessDefinition, node: ProcessNode): readonly string[] {
  if (node.kind !== 'boundary-timer') return [];
  const host = graphOf(definition).nodes.get(node.attachedTo);
  return host !== undefined && HOSTS.has(host.kind) ? [] : ['phải gắn vào một bước, hãy gắn lại.'];
}

function defaultClauses(definition: ProcessDefinition, node: ProcessNode): readonly string[] {
  if (node.kind !== 'exclusive-gateway' && node.kind !== 'inclusive-gateway') return [];
  const outgoing = graphOf(definition).outgoing(node.id);
  if (outgoing.length < 2) return [];
  const fallback = outgoing.find((flow) => flow.id === node.defaultFlow);
  const conditional = outgoing.filter((flow) => flow !== fallback);
  const bare = conditional.filter((flow) => flow.condition === null || flow.condition.trim() === '');
  return [
    fallback === undefined &&
      !isComplete(conditional) &&
      'có thể không điều kiện nào đúng. Hãy chọn một nhánh mặc định.',
    fallback !== undefined &&
      fallback.condition !== null &&
      'nhánh mặc định không có điều kiện, hãy bỏ điều kiện của nhánh đó.',
    bare.length > 0 &&
      `có ${bare.length} nhánh chưa có điều kiện. Hãy ghi điều kiện hoặc chọn làm nhánh mặc định.`,
  ].filter((clause) => clause !== false);
}

/** Conditions of which one is always true: `true` itself, or one beside its denial. */
function isComplete(flows: readonly Flow[]): boolean {
  const conditions = flows.map((flow) => flow.condition?.replaceAll(/\s+/g, '') ?? '');
  return conditions.some((text) => text === 'true' || conditions.includes(`not(${text})`));
}
