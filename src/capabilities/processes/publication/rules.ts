/** What keeps a process from being published beside what the kernel finds: the law of the one-stop, choices, our verbs. */
import { graphOf } from '#kernel/process/graph.ts';
import { type ProcessDefinition, type ProcessNode, unitRoleOf } from '#kernel/process/schema.ts';
import { type Problem, problemAt } from '#kernel/process/validation/problem.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { chosenName } from '../choice.ts';
import type { PublishedProcess } from '../schema.ts';
import { NOTICE_LABELS } from '../notices.ts';

/** Problems of a definition that hangs together; where it does not, these would only repeat what the kernel says. */
export function ownProblems(definition: ProcessDefinition): readonly Problem[] {
  return [
    ...counterProblems(definition),
    ...definition.nodes.flatMap((node) => [...choiceProblems(definition, node), ...verbProblems(node)]),
    ...messageProblems(definition),
  ];
}

/** Decree 61/2018/ND-CP: the one-stop receives (Art. 17) and returns the result (Art. 20). */
function counterProblems(definition: ProcessDefinition): readonly Problem[] {
  const graph = graphOf(definition);
  const isCounter = (node: ProcessNode) =>
    node.kind === 'user-task' &&
    unitRoleOf(definition, node)?.scope === 'reception' &&
    unitRoleOf(definition, node)?.role === 'one-stop';
  const first = definition.nodes.filter(({ kind }) => kind === 'start-event');
  const last = definition.nodes.filter((node) => node.kind === 'end-event' && node.how === 'none');
  const after = (id: string) => graph.outgoing(id).map(({ to }) => to);
  const before = (id: string) => graph.incoming(id).map(({ from }) => from);
  const find = (id: string) => graph.nodes.get(id);
  return [
    ...first.flatMap((node) =>
      nearestWork(node.id, { next: after, find }).every(isCounter)
        ? []
        : [
            problemAt(
              node,
              'bước đầu phải là tiếp nhận ở Bộ phận Một cửa (Nghị định 61/2018/NĐ-CP, Điều 17). Hãy thêm hoặc chuyển bước này lên đầu.',
            ),
          ],
    ),
    ...last.flatMap((node) =>
      nearestWork(node.id, { next: before, find }).every(isCounter)
        ? []
        : [
            problemAt(
              node,
              'bước cuối phải là trả kết quả ở Bộ phận Một cửa (Nghị định 61/2018/NĐ-CP, Điều 20). Hãy nối qua bước trả kết quả.',
            ),
          ],
    ),
  ];
}

type Walk = {
  readonly next: (id: string) => readonly string[];
  readonly find: (id: string) => ProcessNode | undefined;
};

/** What people or the system do next to a node; gateways, and what the system does by itself, are looked through. */
function nearestWork(from: string, { next, find }: Walk): readonly ProcessNode[] {
  const seen = new Set([from]);
  const found: ProcessNode[] = [];
  // A set hands out what is added while it is walked.
  for (const id of seen) {
    for (const other of next(id)) {
      const node = find(other);
      if (node === undefined) continue;
      if (node.kind.endsWith('-gateway') || node.kind === 'service-task') seen.add(other);
      else found.push(node);
    }
  }
  return found;
}

/** A choice is made by whoever finishes the step right before, among the names of the ways. */
function choiceProblems(definition: ProcessDefinition, node: ProcessNode): readonly Problem[] {
  if (node.kind !== 'exclusive-gateway' && node.kind !== 'inclusive-gateway') return [];
  const { nodes, incoming, outgoing } = graphOf(definition);
  const flows = outgoing(node.id);
  const chosen = flows.flatMap((flow) => {
    const name = chosenName(flow.condition);
    return name === null ? [] : [{ flow, name }];
  });
  if (chosen.length === 0) return [];
  const before = incoming(node.id).map(({ from }) => nodes.get(from));
  const wrongName = chosen.filter(({ flow, name }) => flow.name !== name);
  return [
    ...(before.every((one) => one?.kind === 'user-task')
      ? []
      : [
          problemAt(
            node,
            'nhánh do người làm chọn phải đứng ngay sau bước của người đó. Hãy đặt điểm rẽ nhánh ngay sau bước.',
          ),
        ]),
    ...wrongName.map(({ name }) =>
      problemAt(
        node,
        `điều kiện chờ chọn “${name}” nhưng nhánh không mang tên đó. Hãy đặt tên nhánh là “${name}”.`,
      ),
    ),
    ...flows
      .filter((flow) => flow.id === node.defaultFlow && flow.name.trim() === '')
      .map(() => problemAt(node, 'nhánh mặc định chưa có tên để người làm chọn. Hãy đặt tên cho nhánh.')),
  ];
}

function verbProblems(node: ProcessNode): readonly Problem[] {
  if (node.kind !== 'service-task') return [];
  if (node.verb === 'notify' && !Object.hasOwn(NOTICE_LABELS, node.subject)) {
    return [problemAt(node, 'chưa chọn mẫu thông báo. Hãy chọn một mẫu trong danh mục.')];
  }
  if (node.verb === 'ask-payment' && node.subject.trim() === '') {
    return [problemAt(node, 'chưa ghi nghĩa vụ tài chính gì. Hãy ghi nội dung phải nộp.')];
  }
  return [];
}

/** An answer goes to whoever waits for it by its name. */
function messageProblems(definition: ProcessDefinition): readonly Problem[] {
  const waiting = definition.nodes.filter((node) => node.kind === 'message-catch');
  return waiting
    .filter((node, at) => waiting.findIndex(({ message }) => message === node.message) < at)
    .map((node) =>
      problemAt(
        node,
        `“${node.message}” đã có bước khác chờ. Hãy ghi rõ hơn để phân biệt hai văn bản trả lời.`,
      ),
    );
}

/** What an approving decision is about. */
export type Approval = {
  readonly from: LocalDate;
  readonly decision: string;
  readonly decisionDate: LocalDate | null;
};

export type Placement = {
  /** Where the new version ends because a later one begins; null when open. */
  readonly validTo: LocalDate | null;
  /** The version it takes over from, which then ends. */
  readonly replaces: PublishedProcess | null;
  /** Sentences about the day and the decision. */
  readonly problems: readonly string[];
};

/**
 * Where a new version fits between the published ones of its process. `today` is the local date of the decision: what holds
 * today or held before is not cut out of the past.
 */
export function placeProcess(
  approval: Approval,
  published: readonly PublishedProcess[],
  today: LocalDate,
): Placement {
  const { from, decision, decisionDate } = approval;
  const later = published.filter((version) => version.validFrom >= from);
  const next = later.map(({ validFrom }) => validFrom).toSorted()[0] ?? null;
  const replaces =
    published.find((version) => version.validFrom < from && (version.validTo ?? '9') > from) ?? null;
  const blocking = later.find((version) => version.validFrom === from || version.validFrom <= today);
  return {
    validTo: next ?? replaces?.validTo ?? null,
    replaces,
    problems: [
      decision.trim() === '' && 'Ghi số quyết định phê duyệt quy trình.',
      decisionDate !== null &&
        decisionDate > today &&
        `Quyết định ghi ngày ${formatDate(decisionDate)}, sau hôm nay. Hãy kiểm tra lại ngày ký.`,
      blocking !== undefined &&
        `Phiên bản ${blocking.number} đã được công bố từ ${formatDate(blocking.validFrom)}. Hãy chọn ngày sau ngày đó.`,
    ].filter((problem) => problem !== false),
  };
}
