/** What happens when a token enters a node, and when it leaves. */
import { graphOf, nodeAt } from '#kernel/process/graph.ts';
import { type Gateway, nodeWords, type ProcessNode, unitRoleOf } from '#kernel/process/schema.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Effect, Token } from './instance.ts';
import { type ReadyJoin } from './joins.ts';
import { addToken, type Arrival, endAll, patchToken, send, type State, withEffects } from './state.ts';

/** How often one dossier may come to the same node: a loop is bounded, whatever its conditions say. */
export const MAX_VISITS = 100;

/** The state after one token entered its node. Refuses (`conflict`) a loop that has no end. */
export function arrive(state: State, arrival: Arrival): State {
  const node = nodeAt(state.definition, arrival.node);
  const visits = state.instance.tokens.filter((token) => token.node === node.id).length;
  if (visits >= MAX_VISITS) {
    refuse(
      'conflict',
      `Hồ sơ đã qua ${nodeWords(node)} ${MAX_VISITS} lần, quy trình có vòng lặp không dừng. Hãy báo người quản trị quy trình.`,
    );
  }
  if (isJoin(state, node)) return addToken(state, arrival, { state: 'joining', timers: [] }).state;
  if (isWaitedFor(node)) return startWaiting(state, node, arrival);
  const passed = addToken(state, arrival, { state: 'passed', timers: [] });
  if (node.kind === 'end-event') {
    return node.how === 'none' ? passed.state : endAll(passed.state, node.how, node);
  }
  return leave(passed.state, node, [passed.token.id]);
}

/** Lets the tokens of a join through. */
export function pass(state: State, { gateway, tokens }: ReadyJoin): State {
  const ids = tokens.map((token) => token.id);
  const passed = ids.reduce((next, id) => patchToken(next, id, { state: 'passed' }), state);
  return leave(passed, gateway, ids);
}

/** Sends tokens out of a node. Refuses (`conflict`) when no way is open. */
export function leave(state: State, node: ProcessNode, parents: readonly number[]): State {
  const outgoing = graphOf(state.definition).outgoing(node.id);
  if (outgoing.length === 0) {
    refuse(
      'conflict',
      `Sau ${nodeWords(node)} không còn bước nào. Hãy báo người quản trị quy trình sửa lại.`,
    );
  }
  if (isChoice(node) && outgoing.length > 1) return choose(state, node, parents);
  return send(
    state,
    outgoing.map((flow) => flow.id),
    parents,
  );
}

function choose(state: State, gateway: Gateway, parents: readonly number[]): State {
  const { flows, unclear } = state.choose(gateway, state.decisions.length);
  const told = withEffects(
    state,
    ...unclear.map((found) => ({ kind: 'condition-unclear', ...found }) as const),
  );
  if (flows.length === 0) {
    refuse(
      'conflict',
      `Không điều kiện nào ở ${nodeWords(gateway)} đúng với hồ sơ này và không có nhánh mặc định. Hãy kiểm tra lại thông tin hồ sơ hoặc báo người quản trị quy trình.`,
    );
  }
  const decided = { ...told, decisions: [...told.decisions, { gateway: gateway.id, flows }] };
  return send(decided, flows, parents);
}

function isChoice(node: ProcessNode): node is Gateway {
  return node.kind === 'exclusive-gateway' || node.kind === 'inclusive-gateway';
}

function isJoin({ definition }: State, node: ProcessNode): boolean {
  const waits = node.kind === 'parallel-gateway' || node.kind === 'inclusive-gateway';
  return waits && graphOf(definition).incoming(node.id).length > 1;
}

type WaitedFor = Extract<
  ProcessNode,
  { kind: 'user-task' | 'service-task' | 'timer-event' | 'message-catch' | 'call-activity' }
>;

const WAITED_FOR: ReadonlySet<string> = new Set<WaitedFor['kind']>([
  'user-task',
  'service-task',
  'timer-event',
  'message-catch',
  'call-activity',
]);

function isWaitedFor(node: ProcessNode): node is WaitedFor {
  return WAITED_FOR.has(node.kind);
}

function startWaiting(state: State, node: WaitedFor, arrival: Arrival): State {
  const boundary = graphOf(state.definition).boundaryTimers(node.id);
  const added = addToken(state, arrival, { state: 'waiting', timers: boundary.map((timer) => timer.id) });
  const timers = boundary.map(
    (timer) =>
      ({ kind: 'timer-set', token: added.token.id, node: timer.id, minutes: timer.minutes ?? 0 }) as const,
  );
  return withEffects(added.state, beginningOf(state, node, added.token), ...timers);
}

function beginningOf({ definition }: State, node: WaitedFor, { id }: Token): Effect {
  const at = { token: id, node: node.id } as const;
  switch (node.kind) {
    case 'user-task':
      return {
        kind: 'task-activated',
        ...at,
        unitRole: unitRoleOf(definition, node),
        quotaMinutes: node.quotaMinutes ?? 0,
      };
    case 'service-task':
      return { kind: 'verb-called', ...at, verb: node.verb, subject: node.subject };
    case 'timer-event':
      return { kind: 'timer-set', ...at, minutes: node.minutes ?? 0 };
    case 'message-catch':
      return {
        kind: 'message-awaited',
        ...at,
        message: node.message,
        unitRole: unitRoleOf(definition, node),
        quotaMinutes: node.quotaMinutes ?? 0,
      };
    case 'call-activity':
      return {
        kind: 'linked-dossier-opened',
        ...at,
        procedure: node.procedure,
        quotaMinutes: node.quotaMinutes ?? 0,
      };
  }
}
