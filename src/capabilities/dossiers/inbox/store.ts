import { containing } from '#platform/database/like.ts';
import { type ExpressionBuilder, sql } from 'kysely';
import { instantAt, addDays } from '#kernel/local-date.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import type { Role } from '#foundation/access/roles.ts';
import type { Database } from '#platform/database/pool.ts';
import {
  type DossierListQuery,
  type DossierRow,
  type InboxCounts,
  type InboxQuery,
  type InboxRow,
  type InboxTab,
  PAGE_SIZE,
} from './schema.ts';

/** Whose inbox, and up to when a due date counts as soon. */
export type InboxOwner = {
  readonly unitIds: readonly number[];
  readonly officerId: number;
  readonly roles: readonly Role[];
  readonly now: Date;
  readonly soonUntil: Date;
};

/** All counts of the navigation and the tabs in one query over the unit's active steps. */
export async function countInbox(db: Database, owner: InboxOwner): Promise<InboxCounts> {
  const { now, soonUntil } = owner;
  const unitIds = sql`any(${[...owner.unitIds]}::bigint[])`;
  const { rows } = await sql<InboxCounts>`
    select
      count(*) filter (where ${mineSql(owner)})::int as mine,
      count(*)::int as unit,
      count(*) filter (where d.state <> 'done' and d.due_at >= ${now} and d.due_at <= ${soonUntil})::int as soon,
      count(*) filter (where d.state <> 'done' and d.due_at < ${now})::int as late,
      count(*) filter (where s.sent_back)::int as sent_back,
      count(*) filter (where s.custody = 'handed')::int as handed,
      count(*) filter (where d.state = 'done' and s.custody = 'held')::int as to_return,
      (select count(*)::int from dossiers o
        where o.receiving_unit_id = ${unitIds} and o.state in ('received', 'processing')) as open
    from dossier_steps s join dossiers d on d.id = s.dossier_id
    where s.unit_id = ${unitIds} and s.state = 'active'`.execute(db);
  const [counts] = rows;
  if (!counts) throw new Error('Counting returned no row');
  return counts;
}

function mineSql({ officerId, roles }: InboxOwner) {
  return sql<boolean>`(s.officer_id = ${officerId} or (s.officer_id is null and s.role = any(${[...roles]}::text[])))`;
}

/** One page of the inbox. */
export async function readInbox(
  db: Database,
  owner: InboxOwner,
  query: InboxQuery,
): Promise<readonly InboxRow[]> {
  const rows = await inboxRows(db, owner, query)
    .leftJoin('officers as o', 'o.id', 's.officerId')
    .select([
      'd.number',
      'd.sequence',
      'd.title',
      'd.domain',
      'd.applicantName',
      'd.state as phase',
      'd.receivedAt',
    ])
    .select([
      'd.timeliness',
      'd.dueAt',
      's.name as stepName',
      's.position as stepPosition',
      's.role as stepRole',
      's.unitId',
    ])
    .select(['s.dueAt as stepDueAt', 's.custody', 's.sentBack', 's.officerId', 'o.fullName as officerName'])
    .orderBy(INBOX_ORDER[query.sort], query.dir)
    .orderBy('d.id')
    .limit(PAGE_SIZE)
    .offset((query.page - 1) * PAGE_SIZE)
    .execute();
  // Roles in this column come from procedure versions, whose publishing checks them.
  return rows.map((row) => ({ ...row, stepRole: row.stepRole as Role }));
}

/** How many rows all its pages have. */
export async function countInboxRows(db: Database, owner: InboxOwner, query: InboxQuery): Promise<number> {
  const { total } = await inboxRows(db, owner, query)
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

function inboxRows(db: Database, owner: InboxOwner, query: InboxQuery) {
  return db
    .selectFrom('dossierSteps as s')
    .innerJoin('dossiers as d', 'd.id', 's.dossierId')
    .where('s.unitId', 'in', owner.unitIds)
    .where('s.state', '=', sql.lit('active'))
    .where(tabFilter(owner, query.tab))
    .$if(query.domain !== '', (rows) => rows.where('d.domain', '=', query.domain))
    .$if(query.q !== '', (rows) => rows.where('d.searchText', 'like', containing(fold(query.q))));
}

const INBOX_ORDER = { due: 'd.dueAt', 'step-due': 's.dueAt', received: 'd.receivedAt' } as const;

function tabFilter(owner: InboxOwner, tab: InboxTab) {
  switch (tab) {
    case 'mine':
      return mineSql(owner);
    case 'unit':
      return sql<boolean>`true`;
    case 'soon':
      return sql<boolean>`(d.state <> 'done' and d.due_at between ${owner.now} and ${owner.soonUntil})`;
    case 'late':
      return sql<boolean>`(d.state <> 'done' and d.due_at < ${owner.now})`;
    case 'sent-back':
      return sql<boolean>`s.sent_back`;
    case 'handed':
      return sql<boolean>`s.custody = 'handed'`;
  }
}

/** Domains that occur among the active steps of a unit, for the filter. */
export async function readInboxDomains(db: Database, unitIds: readonly number[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('dossierSteps as s')
    .innerJoin('dossiers as d', 'd.id', 's.dossierId')
    .select('d.domain')
    .distinct()
    .where('s.unitId', 'in', unitIds)
    .where('s.state', '=', sql.lit('active'))
    .execute();
  return rows.map((row) => row.domain);
}

/** Results lying ready at the unit's counter, longest waiting first. */
export async function readReturns(
  db: Database,
  unitIds: readonly number[],
  q: string,
): Promise<readonly DossierRow[]> {
  return dossierRows(db)
    .where('s.unitId', 'in', unitIds)
    .where('d.state', '=', sql.lit('done'))
    .where('s.custody', '=', 'held')
    .$if(q !== '', (rows) => rows.where('d.searchText', 'like', containing(fold(q))))
    .orderBy('d.finishedAt')
    .limit(200)
    .execute();
}

/** Whose dossiers (null stands for all units), and whether words are searched for whole or as parts of the text. */
export type ListScope = {
  readonly unitIds: readonly number[] | null;
  readonly now: Date;
  readonly match: 'words' | 'part';
};

/** One page of the dossiers that any of the units takes part in. */
export async function readDossiers(
  db: Database,
  scope: ListScope & { readonly limit: number },
  query: DossierListQuery,
): Promise<readonly DossierRow[]> {
  return dossierRows(db)
    .where(listFilter(scope, query))
    .orderBy(LIST_ORDER[query.sort], query.dir)
    .orderBy('d.id', query.dir)
    .limit(scope.limit)
    .offset((query.page - 1) * PAGE_SIZE)
    .execute();
}

/** How many there are, up to a bound: a page says "more than" beyond it instead of counting a million rows. */
export async function countDossiers(
  db: Database,
  scope: ListScope,
  query: DossierListQuery,
): Promise<number> {
  const bounded = db
    .selectFrom('dossiers as d')
    .select('d.id')
    .where(listFilter(scope, query))
    .limit(COUNT_BOUND + 1);
  const { total } = await db
    .selectFrom(bounded.as('b'))
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

export const COUNT_BOUND = 10_000;

const LIST_ORDER = { received: 'd.receivedAt', due: 'd.dueAt', number: 'd.number' } as const;

function dossierRows(db: Database) {
  return db
    .selectFrom('dossiers as d')
    .leftJoin('dossierSteps as s', (join) =>
      join.onRef('s.dossierId', '=', 'd.id').on('s.state', '=', sql.lit('active')),
    )
    .select([
      'd.number',
      'd.title',
      'd.domain',
      'd.applicantName',
      'd.state as phase',
      'd.timeliness',
      'd.receivedAt',
    ])
    .select([
      'd.dueAt',
      'd.finishedAt',
      'd.returnedAt',
      'd.receivingUnitId',
      's.name as stepName',
      's.unitId as stepUnitId',
    ]);
}

type DossierTables = { d: { id: number } };

function listFilter({ unitIds, now, match }: ListScope, query: DossierListQuery) {
  const conditions = [
    unitIds === null
      ? null
      : ofUnits(query.unit === null ? unitIds : unitIds.filter((id) => id === query.unit)),
    unitIds === null && query.unit !== null ? ofUnits([query.unit]) : null,
    query.q === '' ? null : textFilter(query.q, match),
    query.domain === '' ? null : sql<boolean>`d.domain = ${query.domain}`,
    query.state === '' ? null : stateFilter(query.state),
    query.timeliness === '' ? null : timelinessFilter(query.timeliness, now),
    query.from === '' ? null : sql<boolean>`d.received_at >= ${instantAt(query.from, 0)}`,
    query.to === '' ? null : sql<boolean>`d.received_at < ${instantAt(addDays(query.to, 1), 0)}`,
  ].filter((condition) => condition !== null);
  return (row: ExpressionBuilder<DossierTables, 'd'>) => row.and(conditions);
}

/** A number from its beginning; else whole words in any order, or the text as it is anywhere; without accents. */
function textFilter(text: string, match: ListScope['match']) {
  const number = text.replaceAll(/\s/g, '').toUpperCase();
  if (AGENCY_FIRST.test(number)) return sql<boolean>`d.number like ${`${number}%`}`;
  if (match === 'part') return sql<boolean>`d.search_text like ${containing(fold(text))}`;
  return sql<boolean>`string_to_array(d.search_text, ' ') @> ${fold(text).split(' ')}::text[]`;
}

/** The identifier of an agency in either form (`000.17.22.H08`, `G09.20`) and what follows in a dossier number. */
const AGENCY_FIRST = /^(?:\d{3}(?:\.\d{2}){2}\.[A-Z]\d{2}|[A-Z]\d{2}(?:\.\d{1,3}){1,3})-[\d-]*$/;

function ofUnits(unitIds: readonly number[]) {
  return sql<boolean>`exists (select from dossier_units u where u.dossier_id = d.id and u.unit_id = any(${[...unitIds]}::bigint[]))`;
}

function stateFilter(state: Exclude<DossierListQuery['state'], ''>) {
  return state === 'open'
    ? sql<boolean>`d.state in ('received', 'processing')`
    : sql<boolean>`d.state = ${state}`;
}

function timelinessFilter(timeliness: Exclude<DossierListQuery['timeliness'], ''>, now: Date) {
  return timeliness === 'running-late'
    ? sql<boolean>`(d.state in ('received', 'processing') and d.due_at < ${now})`
    : sql<boolean>`d.timeliness = ${timeliness}`;
}
