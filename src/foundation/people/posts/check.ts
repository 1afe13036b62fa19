import { isDeepStrictEqual } from 'node:util';
import type { Context } from '#foundation/context.ts';
import { readStream } from '#foundation/history/store.ts';
import { replayPost } from './replay.ts';
import { readHoldings, readPost, readPostIds, readSubstitutions } from './store.ts';

/**
 * Posts whose rows differ from what their history says, by number; empty when all is well. For the operator's checks:
 * one post after the other, so it takes a while on a large system and holds nothing up.
 */
export async function postsThatDiffer(ctx: Context): Promise<readonly number[]> {
  const differing: number[] = [];
  for (const id of await readPostIds(ctx.db)) {
    const stored = {
      post: await readPost(ctx.db, id),
      holdings: await readHoldings(ctx.db, id),
      substitutions: await readSubstitutions(ctx.db, id),
    };
    const rebuilt = replayPost(id, await readStream(ctx.db, 'post', id));
    if (!isDeepStrictEqual(rebuilt, stored)) differing.push(id);
  }
  return differing;
}
