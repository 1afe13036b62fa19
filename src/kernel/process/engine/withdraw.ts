/** Rollback: a finished step is open again, and everything that came of it counts no more. */
import { nodeAt } from '#kernel/process/graph.ts';
import type { Token } from './instance.ts';
import { isLive } from './instance.ts';
import { type Arrival, patchToken, remove, type State, withEffects } from './state.ts';

/**
 * Opens the visit again. Tokens that came from it are withdrawn, wherever they are; tokens of other branches stay where
 * they are, and those that had met a withdrawn one at a join wait at the join again.
 */
export function withdraw(state: State, target: Token): State {
  const undone = descendants(state.instance.tokens, target);
  const removed = undone.reduce(
    (next, token) =>
      isLive(token) ? remove(next, token, 'withdrawn') : patchToken(next, token.id, { state: 'withdrawn' }),
    state,
  );
  const reopened = partners(undone, target).reduce(
    (next, id) => patchToken(next, id, { state: 'joining' }),
    patchToken(removed, target.id, { state: 'withdrawn' }),
  );
  const nodes = [...new Set(undone.filter(isDone).map((token) => token.node))];
  const told = nodes.length === 0 ? reopened : withEffects(reopened, { kind: 'withdrawn', nodes });
  const arrival: Arrival = { node: target.node, flow: target.flow, parents: target.parents };
  return { ...told, moving: [arrival] };

  function isDone(token: Token): boolean {
    return token.state === 'passed' && !nodeAt(state.definition, token.node).kind.endsWith('-gateway');
  }
}

/** Visits that came from this one, oldest first. Those withdrawn before stay as they are. */
function descendants(tokens: readonly Token[], target: Token): readonly Token[] {
  const ids = new Set([target.id]);
  for (const token of tokens) if (token.parents.some((parent) => ids.has(parent))) ids.add(token.id);
  return tokens.filter((token) => token.id !== target.id && ids.has(token.id) && token.state !== 'withdrawn');
}

/** Visits at a join that went on together with one that is undone, and did not come from the target. */
function partners(undone: readonly Token[], target: Token): readonly number[] {
  const gone = new Set([target.id, ...undone.map((token) => token.id)]);
  return [...new Set(undone.flatMap((token) => token.parents))].filter((parent) => !gone.has(parent));
}
