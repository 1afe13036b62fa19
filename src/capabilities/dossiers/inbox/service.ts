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
  type InboxRow,
  PAGE_SIZE,
} from './schema.ts';
import {
  countDossiers,
  countInbox,
  type InboxOwner,
  readDossiers,
  readInbox,
  readInboxDomains,
  readReturns,
} from './store.ts';

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
  return countInbox(ctx.db, await ownerOf(ctx));
}

/** What waits at the actor's unit, filtered and sorted as the address says. */
export async function inbox(
  ctx: Context,
  query: InboxQuery,
): Promise<{
  readonly rows: readonly InboxRow[];
  readonly total: number;
  readonly domains: readonly string[];
}> {
  await authorise(ctx, 'dossier.handle', requireActor(ctx).post.unitId);
  const owner = await ownerOf(ctx);
  const page = await readInbox(ctx.db, owner, query);
  const domains = await readInboxDomains(ctx.db, owner.unitIds);
  return { ...page, domains: domains.toSorted(compareText) };
}

/** Results that wait at the actor's counter to be given to their applicants. */
export async function returns(ctx: Context, q: string): Promise<readonly DossierRow[]> {
  await authorise(ctx, 'dossier.return', requireActor(ctx).post.unitId);
  return readReturns(ctx.db, await unitsActedFor(ctx), q);
}

/** Dossiers that the actor may read, newest first unless the address says otherwise. */
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
  const scope = { unitIds, now: ctx.now };
  const rows = await readDossiers(ctx.db, { ...scope, limit }, query);
  return { rows, total: await countDossiers(ctx.db, scope, query), unitIds };
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
