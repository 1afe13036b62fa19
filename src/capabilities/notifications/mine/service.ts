import { requireActor } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { countOwn, countUnread, type OwnNotice, readOwn, setRead } from './store.ts';

export const PAGE_SIZE = 30;

/** Beyond as many the bell says no number. */
export const MOST_COUNTED = 100;

/** What the officer was told, a page of it, newest first. */
export async function ownNotices(
  ctx: Context,
  page: number,
): Promise<{ readonly rows: readonly OwnNotice[]; readonly total: number; readonly unread: number }> {
  const { officerId } = requireActor(ctx);
  const rows = await readOwn(ctx.db, officerId, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
  return { rows, ...(await countOwn(ctx.db, officerId)) };
}

/** How much the officer has not read, for the bell; counted up to a hundred. */
export async function unreadNotices(ctx: Context): Promise<number> {
  return ctx.actor === null ? 0 : countUnread(ctx.db, ctx.actor.officerId, MOST_COUNTED);
}

/** The officer has read one notice, or all of them. Those of others are not found and stay as they are. */
export async function markRead(ctx: Context, id: number | null): Promise<void> {
  const { officerId } = requireActor(ctx);
  await inTransaction(ctx, async (tx) => setRead(tx.db, officerId, { id, now: tx.now }));
}
