import { containsAny } from '#platform/database/like.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Role } from '#foundation/access/roles.ts';
import type { Database } from '#platform/database/pool.ts';
import type { Searched } from '../identity-number.ts';
import { type InboxCounts, type InboxQuery, type InboxRow, type InboxTab, PAGE_SIZE } from './schema.ts';

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
export async function readInbox(
  db: Database,
  owner: InboxOwner,
  query: Searched<InboxQuery>,
): Promise<InboxPage> {
  const { rows } = await sql<StoredPage>`
    with work as materialized (select * from dossier_work where ${isOfUnits('unitId', owner.unitIds)}),
      matching as not materialized (select w.* from work w where ${matches(owner, query)})
    select ${countsSql(owner, sql`table work`)} as counts,
      ${isFiltered(query) ? sql`(select count(*)::int from matching)` : sql`null`} as total,
      (select coalesce(json_agg(distinct domain), '[]') from work) as domains,
      (select coalesce(json_agg(r), '[]') from (
        select m.dossier_id as id, m.number, m.sequence, m.title, m.domain, m.applicant_name as "applicantName", m.phase, m.timeliness,
          ${epoch('m.receivedAt')} as "receivedAt", ${epoch('m.dueAt')} as "dueAt", m.step_name as "stepName",
          m.step_position as "stepPosition", m.step_role as "stepRole", ${epoch('m.stepDueAt')} as "stepDueAt",
          m.unit_id as "unitId", m.custody, m.sent_back as "sentBack", m.officer_id as "officerId", m.paused_for as "pausedFor",
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
      'soon', count(*) filter (where ${isRunning()} and w.due_at >= ${now} and w.due_at <= ${soonUntil}),
      'late', count(*) filter (where ${isRunning()} and w.due_at < ${now}),
      'sentBack', count(*) filter (where w.sent_back),
      'handed', count(*) filter (where w.custody = 'handed'),
      'toReturn', count(*) filter (where w.phase = 'done' and w.custody = 'held'),
      'open', (select count(distinct r.dossier_id) from dossier_work r
        where ${isOfUnits('receivingUnitId', unitIds)} and r.phase in ('received', 'processing')
          and not r.linked))
    from (${work}) w)`;
}

/** Its time goes on: no result yet, and the clock does not stand still. */
function isRunning() {
  return sql<boolean>`(w.phase <> 'done' and w.paused_for is null)`;
}

function isMine({ officerId, roles }: InboxOwner) {
  return sql<boolean>`(w.officer_id = ${officerId} or (w.officer_id is null and w.step_role = any(${[...roles]}::text[])))`;
}

function matches(owner: InboxOwner, { tab, domain, q, texts }: Searched<InboxQuery>) {
  const conditions = [
    TAB_FILTER[tab](owner),
    ...(domain === '' ? [] : [sql<boolean>`w.domain = ${domain}`]),
    ...(q === ''
      ? []
      : [
          sql<boolean>`exists (select from dossiers d where d.id = w.dossier_id and ${containsAny('d.searchText', texts)})`,
        ]),
  ];
  return sql.join(conditions, sql` and `);
}

const INBOX_ORDER = { due: 'm.dueAt', 'step-due': 'm.stepDueAt', received: 'm.receivedAt' } as const;

const TAB_FILTER = {
  mine: isMine,
  unit: () => sql<boolean>`true`,
  soon: ({ now, soonUntil }) => sql<boolean>`(${isRunning()} and w.due_at between ${now} and ${soonUntil})`,
  late: ({ now }) => sql<boolean>`(${isRunning()} and w.due_at < ${now})`,
  'sent-back': () => sql<boolean>`w.sent_back`,
  handed: () => sql<boolean>`w.custody = 'handed'`,
} as const satisfies Readonly<Record<InboxTab, (owner: InboxOwner) => RawBuilder<boolean>>>;
