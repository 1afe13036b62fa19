import { addDays, instantAt, localDateOf } from '#kernel/local-date.ts';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { workingDayFrom } from '#kernel/working-time/calendar.ts';
import { authorise, can, requireActor, unitsActedFor, unitsWith } from '#foundation/access/authorise.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import type { Context } from '#foundation/context.ts';
import {
  type DossierListQuery,
  type DossierRow,
  type InboxCounts,
  type InboxQuery,
  PAGE_SIZE,
} from './schema.ts';
import { countDossiers, findByWords, readDossiers, readReturns } from './list/store.ts';
import { countInbox, type InboxOwner, type InboxPage, readInbox } from './store.ts';

const NOTHING: InboxCounts = {
  mine: 0,
  unit: 0,
  soon: 0,
  late: 0,
  sentBack: 0,
  handed: 0,
  toReturn: 0,
  open: 0,
};

/** Counts for the tabs and the navigation; zeros for a post that handles no dossiers. */
export async function inboxCounts(ctx: Context): Promise<InboxCounts> {
  if (!can(ctx.actor, 'dossier.handle')) return NOTHING;
  const counts = countedFor.get(ctx) ?? ownerOf(ctx).then(async (owner) => countInbox(ctx.db, owner));
  countedFor.set(ctx, counts);
  return counts;
}

/** Counted once for a request: the page of the inbox and the navigation around it show the same. */
const countedFor = new WeakMap<Context, Promise<InboxCounts>>();

/** What waits at the actor's unit, filtered and sorted as the address says, with the counts of every tab. */
export async function inbox(ctx: Context, query: InboxQuery): Promise<InboxPage> {
  await authorise(ctx, 'dossier.handle', requireActor(ctx).post.unitId);
  const page = await readInbox(ctx.db, await ownerOf(ctx), query);
  countedFor.set(ctx, Promise.resolve(page.counts));
  return { ...page, domains: page.domains.toSorted(compareText) };
}

/** Results that wait at the actor's counter to be given to their applicants. */
export async function returns(ctx: Context, q: string): Promise<readonly DossierRow[]> {
  await authorise(ctx, 'dossier.return', requireActor(ctx).post.unitId);
  return readReturns(ctx.db, await unitsActedFor(ctx), q);
}

/**
 * Dossiers that the actor may read, newest first unless the address says otherwise. `total` is that of all pages; with a
 * limit of one's own (the first hits of a search, an export) that of these rows.
 */
export async function dossierList(
  ctx: Context,
  query: DossierListQuery,
  limit = PAGE_SIZE,
): Promise<{
  readonly rows: readonly DossierRow[];
  readonly total: number;
  readonly unitIds: readonly number[] | null;
}> {
  const unitIds = await unitsWith(ctx, 'dossier.read');
  if (unitIds?.length === 0) await authorise(ctx, 'dossier.read', 0);
  const { rows, scope } = await findRows(ctx, { unitIds, query, limit });
  const before = (query.page - 1) * PAGE_SIZE;
  // Counting searches all over again, so only a full page is counted, whose end says nothing about how many there are.
  const isWhole = limit !== PAGE_SIZE || (rows.length < limit && (rows.length > 0 || before === 0));
  const total = isWhole ? before + rows.length : await countDossiers(ctx.db, scope, query);
  return { rows, total, unitIds };
}

type Wanted = {
  readonly unitIds: readonly number[] | null;
  readonly query: DossierListQuery;
  readonly limit: number;
};

/** Whole words are found by an index, however common; only when nobody has them, the text is searched for parts of words. */
async function findRows(ctx: Context, { unitIds, query, limit }: Wanted) {
  const among = query.q === '' ? null : await findByWords(ctx.db, query.q);
  const words = { unitIds, now: ctx.now, match: 'words', among } as const;
  const rows = await readDossiers(ctx.db, { ...words, limit }, query);
  const isFound = rows.length > 0 || (among !== null && among.length > 0);
  if (isFound || query.q === '') return { rows, scope: words };
  const part = { ...words, match: 'part' } as const;
  return { rows: await readDossiers(ctx.db, { ...part, limit }, query), scope: part };
}

/** "Soon" lasts to the end of the next working day of the unit. */
async function ownerOf(ctx: Context): Promise<InboxOwner> {
  const { post, officerId } = requireActor(ctx);
  const calendar = await calendarFor(ctx, post.unitId);
  const next = workingDayFrom(calendar, addDays(localDateOf(ctx.now), 1));
  return {
    unitIds: await unitsActedFor(ctx),
    officerId,
    roles: post.roles,
    now: ctx.now,
    soonUntil: instantAt(addDays(next, 1), 0),
  };
}
