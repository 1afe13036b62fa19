/** A call under way: the instance so far, tokens on flows, and what came of it. Every change makes a new state. */
import type { Gateway, ProcessDefinition, ProcessNode } from '#kernel/process/schema.ts';
import { type Decision, type Effect, type Instance, isLive, type Token } from './instance.ts';

/** A token about to enter a node. */
export type Arrival = {
  readonly node: string;
  readonly flow: string | null;
  readonly parents: readonly number[];
};

export type Choice = {
  readonly flows: readonly string[];
  readonly unclear: readonly { readonly flow: string; readonly reason: string }[];
};

/** Which flows a gateway takes; `order` counts the decisions of this call from 0. */
export type Choose = (gateway: Gateway, order: number) => Choice;

export type State = {
  readonly definition: ProcessDefinition;
  readonly choose: Choose;
  readonly instance: Instance;
  readonly moving: readonly Arrival[];
  readonly effects: readonly Effect[];
  readonly decisions: readonly Decision[];
};

export function stateOf(definition: ProcessDefinition, instance: Instance, choose: Choose): State {
  return { definition, choose, instance, moving: [], effects: [], decisions: [] };
}

export function withEffects(state: State, ...effects: readonly Effect[]): State {
  return { ...state, effects: [...state.effects, ...effects] };
}

export function patchToken(state: State, id: number, patch: Partial<Token>): State {
  const tokens = state.instance.tokens.map((token) => (token.id === id ? { ...token, ...patch } : token));
  return { ...state, instance: { ...state.instance, tokens } };
}

/** Records a visit. Answers the state and the token. */
export function addToken(state: State, arrival: Arrival, settled: Pick<Token, 'state' | 'timers'>) {
  const { instance } = state;
  const token: Token = { id: instance.nextToken, ...arrival, ...settled };
  const tokens = [...instance.tokens, token];
  return { token, state: { ...state, instance: { ...instance, nextToken: token.id + 1, tokens } } };
}

/** Sends tokens along these flows. */
export function send(state: State, flows: readonly string[], parents: readonly number[]): State {
  const targets = new Map(state.definition.flows.map((flow) => [flow.id, flow.to]));
  const arrivals = flows.flatMap((flow) => {
    const node = targets.get(flow);
    return node === undefined ? [] : [{ node, flow, parents }];
  });
  return { ...state, moving: [...state.moving, ...arrivals] };
}

/** Takes a live token away and tells the world: its timers first, then the activity. */
export function remove(state: State, token: Token, how: 'cancelled' | 'withdrawn'): State {
  const cleared = clearTimers(state, token);
  const cancelled =
    token.state === 'waiting' && !isTimer(state, token)
      ? withEffects(cleared, { kind: 'activity-cancelled', token: token.id, node: token.node })
      : cleared;
  return patchToken(cancelled, token.id, { state: how, timers: [] });
}

/** Clears the boundary timers of a token, and the timer it waits for itself. */
export function clearTimers(state: State, token: Token): State {
  const own = token.state === 'waiting' && isTimer(state, token) ? [token.node] : [];
  const effects = [...own, ...token.timers].map(
    (node) => ({ kind: 'timer-cleared', token: token.id, node }) as const,
  );
  return withEffects(state, ...effects);
}

/** Ends everything that is left. */
export function endAll(
  state: State,
  how: 'terminate' | 'error' | 'cancelled',
  end: ProcessNode | null,
): State {
  const live = state.instance.tokens.filter(isLive);
  const emptied = live.reduce((next, token) => remove(next, token, 'cancelled'), state);
  const errorCode = end?.kind === 'end-event' ? end.errorCode : null;
  const ended = { how, node: end?.id ?? null, errorCode };
  return withEffects(
    { ...emptied, moving: [], instance: { ...emptied.instance, ended } },
    { kind: 'ended', how, node: ended.node },
  );
}

function isTimer({ definition }: State, token: Token): boolean {
  return definition.nodes.some((node) => node.id === token.node && node.kind === 'timer-event');
}
