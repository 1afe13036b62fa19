import { addDays, instantAt, localDateOf } from '#kernel/local-date.ts';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { workingDayFrom } from '#kernel/working-time/calendar.ts';
import { authorise, can, requireActor, unitsActedFor, unitsWith } from '#foundation/access/authorise.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import { asSystem, type Context, inTransaction } from '#foundation/context.ts';
import { searched } from '../identity-number.ts';
import { isPersonalNumber } from '../reads/rules.ts';
import { noteReads } from '../reads/service.ts';
import {
  type DossierListQuery,
  type DossierRow,
  type InboxCounts,
  type InboxQuery,
  type InboxRow,
  PAGE_SIZE,
} from './schema.ts';
import { countDossiers, findByWords, findDossiers, readDossiers, readReturns } from './list/store.ts';
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
  const owner = await ownerOf(ctx);
  const page = await finding(ctx, query.q, async (tx) => readInbox(tx.db, owner, searched(tx, query)));
  countedFor.set(ctx, Promise.resolve(page.counts));
  return { ...page, domains: page.domains.toSorted(compareText) };
}

/** Results that wait at the actor's counter to be given to their applicants. */
export async function returns(ctx: Context, q: string): Promise<readonly DossierRow[]> {
  await authorise(ctx, 'dossier.return', requireActor(ctx).post.unitId);
  const units = await unitsActedFor(ctx);
  const { rows } = await finding(ctx, q, async (tx) => ({
    rows: await readReturns(tx.db, units, searched(tx, { q }).texts),
  }));
  return rows;
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
  const { rows, scope } = await finding(ctx, query.q, async (tx) => readPage(tx, { unitIds, query, limit }));
  const before = (query.page - 1) * PAGE_SIZE;
  // Counting searches all over again, so only a full page is counted, whose end says nothing about how many there are.
  const isWhole = limit !== PAGE_SIZE || (rows.length < limit && (rows.length > 0 || before === 0));
  const total = isWhole
    ? before + rows.length
    : await asSystem(ctx, async ({ db }) => countDossiers(db, scope, searched(ctx, query)));
  return { rows, total, unitIds };
}

/** As many rows as one exported list holds; a longer one is narrowed by filters first. */
const EXPORT_LIMIT = 20_000;

/** The same list as one file, which is a read of each dossier in it. */
export async function exportDossiers(ctx: Context, query: DossierListQuery): Promise<readonly DossierRow[]> {
  return exporting(ctx, async (tx) => dossierList(tx, { ...query, page: 1 }, EXPORT_LIMIT));
}

/** One page of the inbox as a file. */
export async function exportInbox(ctx: Context, query: InboxQuery): Promise<readonly InboxRow[]> {
  return exporting(ctx, async (tx) => inbox(tx, query));
}

async function exporting<Row extends { readonly id: number }>(
  ctx: Context,
  read: (tx: Context) => Promise<{ readonly rows: readonly Row[] }>,
): Promise<readonly Row[]> {
  return inTransaction(ctx, async (tx) => {
    const { rows } = await read(tx);
    await noteReads(tx, { subject: 'dossier', ids: rows.map(({ id }) => id), manner: 'exported' });
    return rows;
  });
}

/** A search; when it was for somebody's number, whose dossiers it found is recorded. */
async function finding<Found extends { readonly rows: readonly { readonly id: number }[] }>(
  ctx: Context,
  words: string,
  search: (ctx: Context) => Promise<Found>,
): Promise<Found> {
  if (!isPersonalNumber(words)) return search(ctx);
  return inTransaction(ctx, async (tx) => {
    const found = await search(tx);
    await noteReads(tx, {
      subject: 'dossier',
      ids: found.rows.map(({ id }) => id),
      manner: 'found-by-number',
    });
    return found;
  });
}

type Wanted = {
  readonly unitIds: readonly number[] | null;
  readonly query: DossierListQuery;
  readonly limit: number;
};

/** Which dossiers the system finds for these units; what stands in them is read as the actor. */
async function readPage(ctx: Context, wanted: Wanted) {
  const { ids, scope } = await asSystem(ctx, async (system) => find(system, wanted));
  return { rows: await readDossiers(ctx.db, ids), scope };
}

/** Whole words are found by an index, however common; only when nobody has them, the text is searched for parts of words. */
async function find(ctx: Context, wanted: Wanted) {
  const { unitIds, limit } = wanted;
  const query = searched(ctx, wanted.query);
  const among = query.q === '' ? null : await findByWords(ctx.db, query);
  const words = { unitIds, now: ctx.now, match: 'words', among } as const;
  const ids = await findDossiers(ctx.db, { ...words, limit }, query);
  const isFound = ids.length > 0 || (among !== null && among.length > 0);
  if (isFound || query.q === '') return { ids, scope: words };
  const part = { ...words, match: 'part' } as const;
  return { ids: await findDossiers(ctx.db, { ...part, limit }, query), scope: part };
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
