import { type ExpressionBuilder, sql } from 'kysely';
import { addDays, instantAt } from '#kernel/local-date.ts';
import { containsAny } from '#platform/database/like.ts';
import type { Database } from '#platform/database/pool.ts';
import type { PauseReason } from '../../schema.ts';
import type { Searched } from '../../identity-number.ts';
import { type DossierListQuery, type DossierRow, PAGE_SIZE } from '../schema.ts';

/** Results lying ready at the unit's counter, longest waiting first. */
export async function readReturns(
  db: Database,
  unitIds: readonly number[],
  texts: readonly string[],
): Promise<readonly DossierRow[]> {
  return dossierRows(db)
    .where((row) =>
      row.exists(
        row
          .selectFrom('dossierWork as own')
          .select('own.dossierId')
          .whereRef('own.dossierId', '=', 'd.id')
          .where('own.unitId', 'in', unitIds)
          .where('own.phase', '=', 'done')
          .where('own.custody', '=', 'held'),
      ),
    )
    .$if(texts.length > 0, (rows) => rows.where(containsAny('d.searchText', texts)))
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
export async function findByWords(
  db: Database,
  { q, texts }: Searched<DossierListQuery>,
): Promise<readonly number[] | null> {
  if (isDossierNumber(q)) return null;
  const rows = await db
    .selectFrom('dossiers as d')
    .select('d.id')
    .where(hasWords(texts))
    .limit(MOST_FOUND + 1)
    .execute();
  return rows.length > MOST_FOUND ? null : rows.map(({ id }) => id);
}

/**
 * Which dossiers stand on one page of those that any of the units takes part in, in their order. Asked as the system: under
 * row-level security the server searches no text by an index before it has looked at every row.
 */
export async function findDossiers(
  db: Database,
  scope: ListScope & { readonly limit: number },
  query: Searched<DossierListQuery>,
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('dossiers as d')
    .select('d.id')
    .where(listFilter(scope, query))
    .orderBy(LIST_ORDER[query.sort], query.dir)
    .orderBy('d.id', query.dir)
    .limit(scope.limit)
    .offset((query.page - 1) * PAGE_SIZE)
    .execute();
  return rows.map(({ id }) => id);
}

/** The rows of some dossiers in the order given. */
export async function readDossiers(db: Database, ids: readonly number[]): Promise<readonly DossierRow[]> {
  if (ids.length === 0) return [];
  const given = sql<{ id: number; place: number }>`unnest(${[...ids]}::bigint[]) with ordinality`;
  return dossierRows(db)
    .innerJoin(given.as<'g'>(sql`g(id, place)`), 'g.id', 'd.id')
    .orderBy('g.place')
    .execute();
}

/** How many there are, asked as the system, up to a bound: a page says "more than" beyond it instead of counting a million rows. */
export async function countDossiers(
  db: Database,
  scope: ListScope,
  query: Searched<DossierListQuery>,
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
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('dossierWork as a')
          .select([
            sql<string | null>`string_agg(a.step_name, '; ' order by a.step_position)`.as('stepName'),
            sql<number | null>`(array_agg(a.unit_id order by a.step_position))[1]`.as('stepUnitId'),
          ])
          .whereRef('a.dossierId', '=', 'd.id')
          .as('w'),
      (join) => join.onTrue(),
    )
    .select([
      'd.id',
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
      // The clock writes reasons alone.
      sql<PauseReason | null>`d.paused_for`.as('pausedFor'),
      sql<boolean>`d.parent_id is not null`.as('linked'),
      'w.stepName',
      'w.stepUnitId',
    ]);
}

type DossierTables = { d: { id: number } };

function listFilter(scope: ListScope, query: Searched<DossierListQuery>) {
  const { unitIds, now, among } = scope;
  const isOf = among === null ? ofUnits : ofUnitsOneByOne;
  const conditions = [
    unitIds === null ? null : isOf(query.unit === null ? unitIds : unitIds.filter((id) => id === query.unit)),
    unitIds === null && query.unit !== null ? isOf([query.unit]) : null,
    query.q === '' ? null : textFilter(query, scope),
    query.domain === '' ? null : sql<boolean>`d.domain = ${query.domain}`,
    query.tag === ''
      ? null
      : sql<boolean>`exists (select from dossier_tags t where t.dossier_id = d.id and t.tag = ${query.tag})`,
    query.state === '' ? null : stateFilter(query.state),
    query.timeliness === '' ? null : timelinessFilter(query.timeliness, now),
    query.from === '' ? null : sql<boolean>`d.received_at >= ${instantAt(query.from, 0)}`,
    query.to === '' ? null : sql<boolean>`d.received_at < ${instantAt(addDays(query.to, 1), 0)}`,
  ].filter((condition) => condition !== null);
  return (row: ExpressionBuilder<DossierTables, 'd'>) => row.and(conditions);
}

/** A number from its beginning; else whole words in any order, or the text as it is anywhere; without accents. */
function textFilter({ q, texts }: Searched<DossierListQuery>, { match, among }: ListScope) {
  if (isDossierNumber(q)) return sql<boolean>`d.number like ${`${numberOf(q)}%`}`;
  if (match === 'part') return containsAny('d.searchText', texts);
  return among === null ? hasWords(texts) : sql<boolean>`d.id = any(${[...among]}::bigint[])`;
}

function hasWords(texts: readonly string[]) {
  const each = texts.map(
    (text) => sql<boolean>`string_to_array(d.search_text, ' ') @> ${text.split(' ')}::text[]`,
  );
  return sql<boolean>`(${sql.join(each, sql` or `)})`;
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
  if (state === 'open') return sql<boolean>`d.state in ('received', 'processing')`;
  return state === 'paused' ? sql<boolean>`d.paused_for is not null` : sql<boolean>`d.state = ${state}`;
}

function timelinessFilter(timeliness: Exclude<DossierListQuery['timeliness'], ''>, now: Date) {
  return timeliness === 'running-late'
    ? sql<boolean>`(d.state in ('received', 'processing') and d.paused_for is null and d.due_at < ${now})`
    : sql<boolean>`d.timeliness = ${timeliness}`;
}
