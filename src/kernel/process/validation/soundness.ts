/**
 * Whether a process always comes to an end, whatever is decided and in whatever order things happen: every state it can be
 * in is looked at, with the engine itself (soundness; W. van der Aalst). What conditions say is left out.
 */
import { Refusal } from '#kernel/refusal.ts';
import { completed, begun, fired, received } from '#kernel/process/engine/engine.ts';
import { type Instance, isLive, type Token } from '#kernel/process/engine/instance.ts';
import { stuckAt } from '#kernel/process/engine/settle.ts';
import { type Choose, type State, stateOf } from '#kernel/process/engine/state.ts';
import { graphOf, nextNodes, nodeAt, reachable } from '#kernel/process/graph.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { outcomesOf } from './outcomes.ts';
import { type Problem, problemAt, problemOf, warningAt } from './problem.ts';

/** States looked at before the search is given up. */
const MOST_STATES = 4000;
/** Tokens in one node that show that they multiply. */
const MANY_TOKENS = 3;

/** Problems of a definition whose wiring and ways are fine. */
export function soundnessProblems(definition: ProcessDefinition): readonly Problem[] {
  const first: Instance = { definition: definition.id, nextToken: 1, tokens: [], ended: null };
  const seen = new Map<string, Instance>();
  const problems = new Map<string, Problem>();
  const visit = (states: readonly State[]) => {
    for (const state of states) {
      const instance = liveOnly(state.instance);
      const found = problemIn(definition, state, instance);
      if (found !== null) problems.set(found.message, found);
      const isOpen = instance.ended === null && found?.severity !== 'error' && !isCrowded(instance);
      if (isOpen) seen.set(keyOf(instance), seen.get(keyOf(instance)) ?? instance);
    }
  };
  try {
    visit(outcomesOf(definition, (choose) => begun(stateOf(definition, first, choose))));
    // A map hands out what is added while it is walked.
    for (const instance of seen.values()) {
      for (const run of movesOf(definition, instance)) visit(outcomesOf(definition, run));
      if (seen.size > MOST_STATES) return [...problems.values(), tooMany()];
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [...problems.values(), problemOf(null, error.message)];
  }
  return [...problems.values()];
}

function tooMany(): Problem {
  return {
    severity: 'warning',
    element: null,
    message:
      'Quy trình có quá nhiều nhánh song song nên chưa thử hết được mọi khả năng. Hãy cân nhắc tách bớt thành hồ sơ liên thông.',
  };
}

function problemIn(definition: ProcessDefinition, state: State, instance: Instance): Problem | null {
  const [stuck] = stuckAt(state);
  if (stuck !== undefined) {
    return problemAt(
      nodeAt(definition, stuck),
      'có trường hợp hồ sơ chờ mãi ở đây vì một nhánh đi vào không bao giờ tới. Hãy dùng điểm nhập nhánh cùng loại với điểm rẽ nhánh.',
    );
  }
  const crowds = crowdsIn(instance).filter((crowd) => crowd.length > 1);
  const main = onMainWays(definition);
  const [worst] = crowds
    .filter(([token]) => token !== undefined && main.has(token.node))
    .toSorted((left, right) => right.length - left.length);
  const node = (worst ?? crowds[0])?.[0]?.node;
  if (node === undefined) return null;
  if (worst === undefined) {
    return warningAt(
      nodeAt(definition, node),
      'có thể có nhiều lượt cùng lúc, vì hẹn giờ mở thêm một lượt mỗi khi bước được làm lại. Nếu không muốn vậy, hãy để hẹn giờ ngắt bước.',
    );
  }
  return worst.length >= MANY_TOKENS
    ? problemAt(
        nodeAt(definition, node),
        'hồ sơ có thể tới đây nhiều lần cùng lúc, mỗi vòng một nhiều thêm. Hãy nhập các nhánh lại trước khi quay vòng.',
      )
    : warningAt(
        nodeAt(definition, node),
        'có thể phải làm hai lần cùng lúc vì hai nhánh song song đều đi tới. Nếu chỉ làm một lần, hãy nhập hai nhánh bằng điểm song song.',
      );
}

/** Nodes that are reached without what timers begin beside a step. */
function onMainWays(definition: ProcessDefinition): ReadonlySet<string> {
  const { nodes } = graphOf(definition);
  const starts = definition.nodes.filter((node) => node.kind === 'start-event').map(({ id }) => id);
  const isMain = (id: string) => {
    const node = nodes.get(id);
    return node?.kind !== 'boundary-timer' || node.interrupting;
  };
  return reachable(starts, (id) => nextNodes(definition, id).filter(isMain));
}

/** Whether tokens have multiplied: then looking further would only find more of them. */
function isCrowded(instance: Instance): boolean {
  return crowdsIn(instance).some((crowd) => crowd.length >= MANY_TOKENS);
}

/** Tokens in the same place. At a join each way in is a place of its own: tokens on different ones are what it waits for. */
function crowdsIn({ tokens }: Instance): readonly (readonly Token[])[] {
  const placeOf = ({ state, node, flow }: Token) => (state === 'joining' ? `${node} ${flow}` : node);
  return [...Map.groupBy(tokens, placeOf).values()];
}

/** Everything that can happen next, once for each place. */
function movesOf(definition: ProcessDefinition, instance: Instance): readonly ((choose: Choose) => State)[] {
  const waiting = instance.tokens.filter((token) => token.state === 'waiting');
  const places = new Map(waiting.map((token) => [token.node, token]));
  const timers = new Set(waiting.flatMap((token) => token.timers));
  const at = (choose: Choose) => stateOf(definition, instance, choose);
  return [
    ...[...places.values()].map(({ node, id }) => {
      const { kind, ...rest } = nodeAt(definition, node);
      const message = 'message' in rest ? rest.message : '';
      if (kind === 'message-catch') return (choose: Choose) => received(at(choose), message);
      const happen = kind === 'timer-event' ? fired : completed;
      return (choose: Choose) => happen(at(choose), { node, token: id });
    }),
    ...[...timers].map((node) => (choose: Choose) => fired(at(choose), { node })),
  ];
}

/** Where tokens are, without where they have been: what can come next depends on nothing else. */
function liveOnly(instance: Instance): Instance {
  const tokens = instance.tokens
    .filter(isLive)
    .map((token, index) => ({ ...token, id: index + 1, parents: [] }));
  return { ...instance, tokens, nextToken: tokens.length + 1 };
}

function keyOf({ tokens }: Instance): string {
  return tokens
    .map(({ node, flow, state, timers }) => `${node} ${state === 'joining' ? flow : ''} ${timers.join(',')}`)
    .sort()
    .join('|');
}
