/** Moves tokens until each of them rests: at something to do, at a join that waits, or at an end. */
import { nodeAt } from '#kernel/process/graph.ts';
import { nodeWords } from '#kernel/process/schema.ts';
import { refuse } from '#kernel/refusal.ts';
import { arrive, pass } from './arrive.ts';
import { isLive, type Move } from './instance.ts';
import { readyJoin } from './joins.ts';
import { type State, withEffects } from './state.ts';

/** The state in which nothing moves any more. */
export function settle(state: State): State {
  let current = state;
  for (;;) {
    const next = step(current);
    if (next === null) return finish(current);
    current = next;
  }
}

/** Joins where tokens wait while nobody has anything to do: they would wait for ever. */
export function stuckAt({ instance }: State): readonly string[] {
  const live = instance.tokens.filter(isLive);
  return live.some((token) => token.state === 'waiting') ? [] : live.map((token) => token.node);
}

/** What a call leads to. Refuses (`conflict`) when the process would stand still, so that nothing is lost. */
export function moveOf(state: State): Move {
  const [stuck] = stuckAt(state);
  if (stuck !== undefined) {
    const words = nodeWords(nodeAt(state.definition, stuck));
    refuse('conflict', `Quy trình sẽ đứng lại ở ${words}. Hãy báo người quản trị quy trình sửa lại.`);
  }
  return { instance: state.instance, effects: state.effects, decisions: state.decisions };
}

function step(state: State): State | null {
  if (state.instance.ended !== null) return null;
  const [arrival, ...moving] = state.moving;
  if (arrival !== undefined) return arrive({ ...state, moving }, arrival);
  const join = readyJoin(state.definition, state.instance);
  return join === null ? null : pass(state, join);
}

function finish(state: State): State {
  const { instance, definition } = state;
  if (instance.ended !== null || instance.tokens.some(isLive)) return state;
  const last = instance.tokens.findLast(
    (token) => token.state === 'passed' && nodeAt(definition, token.node).kind === 'end-event',
  );
  if (last === undefined) throw new Error(`Process ${definition.id} lost its last token`);
  const ended = { how: 'none', node: last.node, errorCode: null } as const;
  return withEffects(
    { ...state, instance: { ...instance, ended } },
    { kind: 'ended', how: 'none', node: last.node },
  );
}
