import { containing } from '#platform/database/like.ts';
import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely';
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

/** All counts of the navigation and the tabs, over the work in hand of the unit. */
export async function countInbox(db: Database, owner: InboxOwner): Promise<InboxCounts> {
  const { rows } = await sql<{ readonly counts: InboxCounts }>`
    select ${countsSql(owner, sql`select * from dossier_work where ${isOfUnits('unitId', owner.unitIds)}`)} as counts`.execute(
    db,
  );
  return onlyRow(rows).counts;
}

/** One page of the inbox with everything around it. */
export type InboxPage = {
  readonly counts: InboxCounts;
  /** How many rows all pages have. */
  readonly total: number;
  /** Domains that occur at the unit, for the filter. */
  readonly domains: readonly string[];
  readonly rows: readonly InboxRow[];
};

/** Reads the counts, the domains and one page of the rows of the unit's work in one statement. */
export async function readInbox(db: Database, owner: InboxOwner, query: InboxQuery): Promise<InboxPage> {
  const { rows } = await sql<StoredPage>`
    with work as materialized (select * from dossier_work where ${isOfUnits('unitId', owner.unitIds)}),
      matching as not materialized (select w.* from work w where ${matches(owner, query)})
    select ${countsSql(owner, sql`table work`)} as counts,
      ${isFiltered(query) ? sql`(select count(*)::int from matching)` : sql`null`} as total,
      (select coalesce(json_agg(distinct domain), '[]') from work) as domains,
      (select coalesce(json_agg(r), '[]') from (
        select m.number, m.sequence, m.title, m.domain, m.applicant_name as "applicantName", m.phase, m.timeliness,
          ${epoch('m.receivedAt')} as "receivedAt", ${epoch('m.dueAt')} as "dueAt", m.step_name as "stepName",
          m.step_position as "stepPosition", m.step_role as "stepRole", ${epoch('m.stepDueAt')} as "stepDueAt",
          m.unit_id as "unitId", m.custody, m.sent_back as "sentBack", m.officer_id as "officerId",
          (select o.full_name from officers o where o.id = m.officer_id) as "officerName"
        from matching m
        order by ${sql.ref(INBOX_ORDER[query.sort])} ${direction(query.dir)}, m.dossier_id
        limit ${PAGE_SIZE} offset ${(query.page - 1) * PAGE_SIZE}) r) as rows`.execute(db);
  const { total, ...page } = onlyRow(rows);
  return { ...page, total: total ?? page.counts[COUNT_OF_TAB[query.tab]], rows: page.rows.map(rowOf) };
}

/** Without a filter, a tab has as many rows as its own count says. */
const COUNT_OF_TAB = {
  mine: 'mine',
  unit: 'unit',
  soon: 'soon',
  late: 'late',
  'sent-back': 'sentBack',
  handed: 'handed',
} as const satisfies Record<InboxTab, keyof InboxCounts>;

function isFiltered({ domain, q }: InboxQuery): boolean {
  return domain !== '' || q !== '';
}

type StoredRow = Omit<InboxRow, 'receivedAt' | 'dueAt' | 'stepDueAt'> & {
  readonly receivedAt: number;
  readonly dueAt: number;
  readonly stepDueAt: number | null;
};
type StoredPage = Omit<InboxPage, 'rows' | 'total'> & {
  readonly rows: readonly StoredRow[];
  readonly total: number | null;
};

function rowOf({ receivedAt, dueAt, stepDueAt, ...rest }: StoredRow): InboxRow {
  return {
    ...rest,
    receivedAt: new Date(receivedAt),
    dueAt: new Date(dueAt),
    stepDueAt: stepDueAt === null ? null : new Date(stepDueAt),
  };
}

function onlyRow<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error('A select without a table returned no row');
  return row;
}

/** An instant inside JSON: milliseconds since 1970, read faster than text. */
function epoch(column: string) {
  return sql`(extract(epoch from ${sql.ref(column)}) * 1000)::bigint`;
}

/** One unit, as nearly always, is asked for by itself: the server then keeps one plan for every unit. */
function isOfUnits(column: 'unitId' | 'receivingUnitId', unitIds: readonly number[]) {
  const [only] = unitIds;
  return unitIds.length === 1
    ? sql<boolean>`${sql.ref(column)} = ${only}`
    : sql<boolean>`${sql.ref(column)} = any(${[...unitIds]}::bigint[])`;
}

function direction(dir: InboxQuery['dir']) {
  return dir === 'asc' ? sql`asc` : sql`desc`;
}

function countsSql(owner: InboxOwner, work: RawBuilder<unknown>) {
  const { now, soonUntil, unitIds } = owner;
  return sql`(select json_build_object(
      'mine', count(*) filter (where ${isMine(owner)}),
      'unit', count(*),
      'soon', count(*) filter (where w.phase <> 'done' and w.due_at >= ${now} and w.due_at <= ${soonUntil}),
      'late', count(*) filter (where w.phase <> 'done' and w.due_at < ${now}),
      'sentBack', count(*) filter (where w.sent_back),
      'handed', count(*) filter (where w.custody = 'handed'),
      'toReturn', count(*) filter (where w.phase = 'done' and w.custody = 'held'),
      'open', (select count(*) from dossier_work r
        where ${isOfUnits('receivingUnitId', unitIds)} and r.phase in ('received', 'processing')))
    from (${work}) w)`;
}

function isMine({ officerId, roles }: InboxOwner) {
  return sql<boolean>`(w.officer_id = ${officerId} or (w.officer_id is null and w.step_role = any(${[...roles]}::text[])))`;
}

function matches(owner: InboxOwner, { tab, domain, q }: InboxQuery) {
  const conditions = [
    TAB_FILTER[tab](owner),
    ...(domain === '' ? [] : [sql<boolean>`w.domain = ${domain}`]),
    ...(q === ''
      ? []
      : [
          sql<boolean>`exists (select from dossiers d where d.id = w.dossier_id and d.search_text like ${containing(fold(q))})`,
        ]),
  ];
  return sql.join(conditions, sql` and `);
}

const INBOX_ORDER = { due: 'm.dueAt', 'step-due': 'm.stepDueAt', received: 'm.receivedAt' } as const;

const TAB_FILTER = {
  mine: isMine,
  unit: () => sql<boolean>`true`,
  soon: ({ now, soonUntil }) =>
    sql<boolean>`(w.phase <> 'done' and w.due_at between ${now} and ${soonUntil})`,
  late: ({ now }) => sql<boolean>`(w.phase <> 'done' and w.due_at < ${now})`,
  'sent-back': () => sql<boolean>`w.sent_back`,
  handed: () => sql<boolean>`w.custody = 'handed'`,
} as const satisfies Readonly<Record<InboxTab, (owner: InboxOwner) => RawBuilder<boolean>>>;

/** Results lying ready at the unit's counter, longest waiting first. */
export async function readReturns(
  db: Database,
  unitIds: readonly number[],
  q: string,
): Promise<readonly DossierRow[]> {
  return dossierRows(db)
    .where('w.unitId', 'in', unitIds)
    .where('w.phase', '=', 'done')
    .where('w.custody', '=', 'held')
    .$if(q !== '', (rows) => rows.where('d.searchText', 'like', containing(fold(q))))
    .orderBy('d.finishedAt')
    .limit(200)
    .execute();
}

/**
 * Whose dossiers (null stands for all units), and whether words are searched for whole or as parts of the text. `among`
 * are the dossiers that the text was found in already; null when it has to be looked for in each.
 */
export type ListScope = {
  readonly unitIds: readonly number[] | null;
  readonly now: Date;
  readonly match: 'words' | 'part';
  readonly among: readonly number[] | null;
};

/** Up to this many dossiers are fetched by their words and then sorted; words of more are met soon in any order. */
const MOST_FOUND = 10_000;

/**
 * The dossiers whose text has every word, when they are few enough to be sorted; null when there are more, or when it is
 * a number that has an index of its own. The server guesses badly how rare a name or a number is, so it is not asked to.
 */
export async function findByWords(db: Database, text: string): Promise<readonly number[] | null> {
  if (isDossierNumber(text)) return null;
  const rows = await db
    .selectFrom('dossiers as d')
    .select('d.id')
    .where(hasWords(text))
    .limit(MOST_FOUND + 1)
    .execute();
  return rows.length > MOST_FOUND ? null : rows.map(({ id }) => id);
}

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
    .leftJoin('dossierWork as w', 'w.dossierId', 'd.id')
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
      'w.stepName',
      'w.unitId as stepUnitId',
    ]);
}

type DossierTables = { d: { id: number } };

function listFilter(scope: ListScope, query: DossierListQuery) {
  const { unitIds, now, among } = scope;
  const isOf = among === null ? ofUnits : ofUnitsOneByOne;
  const conditions = [
    unitIds === null ? null : isOf(query.unit === null ? unitIds : unitIds.filter((id) => id === query.unit)),
    unitIds === null && query.unit !== null ? isOf([query.unit]) : null,
    query.q === '' ? null : textFilter(query.q, scope),
    query.domain === '' ? null : sql<boolean>`d.domain = ${query.domain}`,
    query.state === '' ? null : stateFilter(query.state),
    query.timeliness === '' ? null : timelinessFilter(query.timeliness, now),
    query.from === '' ? null : sql<boolean>`d.received_at >= ${instantAt(query.from, 0)}`,
    query.to === '' ? null : sql<boolean>`d.received_at < ${instantAt(addDays(query.to, 1), 0)}`,
  ].filter((condition) => condition !== null);
  return (row: ExpressionBuilder<DossierTables, 'd'>) => row.and(conditions);
}

/** A number from its beginning; else whole words in any order, or the text as it is anywhere; without accents. */
function textFilter(text: string, { match, among }: ListScope) {
  if (isDossierNumber(text)) return sql<boolean>`d.number like ${`${numberOf(text)}%`}`;
  if (match === 'part') return sql<boolean>`d.search_text like ${containing(fold(text))}`;
  return among === null ? hasWords(text) : sql<boolean>`d.id = any(${[...among]}::bigint[])`;
}

function hasWords(text: string) {
  return sql<boolean>`string_to_array(d.search_text, ' ') @> ${fold(text).split(' ')}::text[]`;
}

function isDossierNumber(text: string): boolean {
  return AGENCY_FIRST.test(numberOf(text));
}

function numberOf(text: string): string {
  return text.replaceAll(/\s/g, '').toUpperCase();
}

/** The identifier of an agency in either form (`000.17.22.H08`, `G09.20`) and what follows in a dossier number. */
const AGENCY_FIRST = /^(?:\d{3}(?:\.\d{2}){2}\.[A-Z]\d{2}|[A-Z]\d{2}(?:\.\d{1,3}){1,3})-[\d-]*$/;

function ofUnits(unitIds: readonly number[]) {
  return sql<boolean>`exists (select from dossier_units u where u.dossier_id = d.id and u.unit_id = any(${[...unitIds]}::bigint[]))`;
}

/** The same, asked of each dossier by itself: for few dossiers, where reading all of a unit's would take longer. */
function ofUnitsOneByOne(unitIds: readonly number[]) {
  return sql<boolean>`coalesce((select true from dossier_units u where u.dossier_id = d.id
    and u.unit_id = any(${[...unitIds]}::bigint[]) limit 1), false)`;
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
