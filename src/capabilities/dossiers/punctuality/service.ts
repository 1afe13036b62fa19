import { instantAt, localDateOf } from '#kernel/local-date.ts';
import type { Context } from '#foundation/context.ts';
import { type Punctuality, readPunctuality } from './store.ts';

/** A minute is fresh enough for a public board, and keeps a popular front page from counting at every visit. */
const FRESH_MS = 60_000;

/** This month's punctuality of every receiving unit, best first. Public: it is the authority's commitment. */
export async function punctualityThisMonth(ctx: Context): Promise<readonly Punctuality[]> {
  const minute = Math.floor(ctx.now.getTime() / FRESH_MS);
  const from = instantAt(`${localDateOf(ctx.now).slice(0, 7)}-01`, 0);
  const rows = await ctx.cache.get('punctuality', minute, () =>
    readPunctuality(ctx.db, { from, to: ctx.now }),
  );
  return rows.toSorted((a, b) => b.kept / b.finished - a.kept / a.finished || b.finished - a.finished);
}
