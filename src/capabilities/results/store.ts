import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import type { Database } from '#platform/database/pool.ts';
import { containing } from '#platform/database/like.ts';
import { searchTextOf } from './rules.ts';
import type { CorrectedFields, Result, ResultFile, ResultKind, ResultQuery } from './schema.ts';

/** The next number of a unit's register for a year; unique and without gaps, since a rollback gives it back. */
export async function takeBookNumber(db: Database, unitId: number, year: number): Promise<number> {
  const { last } = await db
    .insertInto('resultBooks')
    .values({ unitId, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['unitId', 'year']).doUpdateSet({ last: sql<number>`result_books.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

/** What a dossier says of the result that it led to, besides what was entered. */
export async function readDossierFacts(
  db: Database,
  dossierId: number,
): Promise<{ readonly number: string; readonly holder: string }> {
  const { number, applicantName } = await db
    .selectFrom('dossiers')
    .select(['number', 'applicantName'])
    .where('id', '=', dossierId)
    .executeTakeFirstOrThrow();
  return { number, holder: applicantName };
}

/** Holds the dossier until the transaction ends, so that nobody enters a result of it at the same time. */
export async function lockDossier(db: Database, dossierId: number): Promise<void> {
  await db.selectFrom('dossiers').select('id').where('id', '=', dossierId).forUpdate().execute();
}

export type NewResult = {
  readonly unitId: number;
  readonly year: number;
  readonly bookNumber: number;
  readonly dossierId: number;
  readonly dossierNumber: string;
  readonly kind: ResultKind;
  readonly title: string;
  readonly documentNumber: string;
  readonly issuedOn: LocalDate;
  readonly signer: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly holder: string;
  readonly file: ResultFile | null;
  readonly verifyCode: string;
  readonly enteredBy: number | null;
  readonly enteredAt: Date;
};

/** Returns the identifier of the new row. */
export async function insertResult(db: Database, result: NewResult): Promise<number> {
  const { file, dossierNumber: _number, ...columns } = result;
  const { id } = await db
    .insertInto('results')
    .values({ ...columns, ...fileColumns(file), searchText: searchTextOf(result), sequence: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function fileColumns(file: ResultFile | null) {
  return {
    fileName: file?.name ?? null,
    mediaType: file?.mediaType ?? null,
    size: file?.size ?? null,
    hash: file?.hash ?? null,
  };
}

function results(db: Database) {
  return db
    .selectFrom('results as r')
    .innerJoin('dossiers as d', 'd.id', 'r.dossierId')
    .select([
      'r.id',
      'r.unitId',
      'r.year',
      'r.bookNumber',
      'r.dossierId',
      'd.number as dossierNumber',
      'r.kind',
    ])
    .select(['r.title', 'r.documentNumber', 'r.issuedOn', 'r.signer', 'r.validFrom', 'r.validTo', 'r.holder'])
    .select(['r.fileName', 'r.mediaType', 'r.size', 'r.hash', 'r.verifyCode', 'r.standing', 'r.endedOn'])
    .select(['r.sequence', 'r.enteredAt', 'r.disposedAt']);
}

type StoredResult = Awaited<ReturnType<ReturnType<typeof results>['executeTakeFirstOrThrow']>>;

function asResult({ fileName, mediaType, size, hash, ...result }: StoredResult): Result {
  const file =
    fileName === null || mediaType === null || size === null || hash === null
      ? null
      : { name: fileName, mediaType, size, hash };
  return { ...result, file };
}

export async function findResult(db: Database, id: number): Promise<Result | null> {
  const row = await results(db).where('r.id', '=', id).executeTakeFirst();
  return row ? asResult(row) : null;
}

/** Holds the row until the transaction ends, then reads it. */
export async function lockResult(db: Database, id: number): Promise<Result | null> {
  await db.selectFrom('results').select('id').where('id', '=', id).forUpdate().execute();
  return findResult(db, id);
}

export async function findByCode(db: Database, code: string): Promise<Result | null> {
  const row = await results(db).where('r.verifyCode', '=', code).executeTakeFirst();
  return row ? asResult(row) : null;
}

/** Whether one of these units takes part in a dossier. */
export async function takesPart(
  db: Database,
  dossierId: number,
  unitIds: readonly number[],
): Promise<boolean> {
  const row = await db
    .selectFrom('dossierUnits')
    .select('unitId')
    .where('dossierId', '=', dossierId)
    .where('unitId', 'in', [...unitIds])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Results of a dossier in the order they were issued. */
export async function readOfDossier(db: Database, dossierId: number): Promise<readonly Result[]> {
  const rows = await results(db).where('r.dossierId', '=', dossierId).orderBy('r.id').execute();
  return rows.map(asResult);
}

/** Whose register is read, and as of which day results hold or do not. */
export type ListScope = {
  readonly unitIds: readonly number[] | null;
  readonly query: ResultQuery;
  readonly today: LocalDate;
};

export async function readResults(
  db: Database,
  scope: ListScope,
  part: { readonly limit: number; readonly offset: number },
): Promise<readonly Result[]> {
  const rows = await results(db)
    .where(listFilter(scope))
    .orderBy('r.issuedOn', 'desc')
    .orderBy('r.id', 'desc')
    .limit(part.limit)
    .offset(part.offset)
    .execute();
  return rows.map(asResult);
}

export async function countResults(db: Database, scope: ListScope): Promise<number> {
  const { total } = await db
    .selectFrom('results as r')
    .where(listFilter(scope))
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

function listFilter({ unitIds, query, today }: ListScope) {
  const { q, unit, kind, state, from, to } = query;
  const conditions = [
    unitIds === null ? null : sql`r.unit_id = any(${[...unitIds]}::bigint[])`,
    unit === null ? null : sql`r.unit_id = ${unit}`,
    kind === '' ? null : sql`r.kind = ${kind}`,
    state === '' ? null : STATE_SQL[state](today),
    from === '' ? null : sql`r.issued_on >= ${from}`,
    to === '' ? null : sql`r.issued_on <= ${to}`,
    ...fold(q)
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => sql`r.search_text like ${containing(word)}`),
  ].filter((condition) => condition !== null);
  return sql<boolean>`(${sql.join([sql`true`, ...conditions], sql` and `)})`;
}

/** The same as `stateOf` of the rules. */
const STATE_SQL = {
  valid: (today: LocalDate) =>
    sql`r.standing = 'issued' and r.valid_from <= ${today} and coalesce(r.valid_to >= ${today}, true)`,
  'not-yet': (today: LocalDate) => sql`r.standing = 'issued' and r.valid_from > ${today}`,
  expired: (today: LocalDate) =>
    sql`r.standing = 'issued' and r.valid_from <= ${today} and r.valid_to < ${today}`,
  revoked: () => sql`r.standing = 'revoked'`,
  cancelled: () => sql`r.standing = 'cancelled'`,
} as const;

type Change = Partial<CorrectedFields> & {
  readonly file?: ResultFile;
  readonly standing?: Result['standing'];
  readonly endedOn?: LocalDate;
  readonly sequence: number;
};

/** Writes what changed of a result, with the words it is found by. */
export async function updateResult(db: Database, before: Result, change: Change): Promise<void> {
  const { file, ...columns } = change;
  await db
    .updateTable('results')
    .set({
      ...columns,
      ...(file === undefined ? {} : fileColumns(file)),
      searchText: searchTextOf({ ...before, ...change }),
    })
    .where('id', '=', before.id)
    .execute();
}

/** The newest electronic document of a dossier that is its result. */
export async function readResultFile(db: Database, dossierId: number): Promise<ResultFile | null> {
  const row = await db
    .selectFrom('dossierFiles')
    .select(['name', 'mediaType', 'size', 'hash'])
    .where('dossierId', '=', dossierId)
    .where('purpose', '=', 'result')
    .where('mediaType', '=', 'application/pdf')
    .where('removedAt', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

export async function insertDownload(
  db: Database,
  download: { readonly resultId: number; readonly dossierId: number; readonly at: Date },
): Promise<void> {
  await db.insertInto('resultDownloads').values(download).execute();
}

/** When the person of a dossier first took each result in electronic form. */
export async function readDownloads(
  db: Database,
  dossierId: number,
): Promise<ReadonlyMap<number, { readonly firstAt: Date; readonly times: number }>> {
  const rows = await db
    .selectFrom('resultDownloads')
    .select(['resultId'])
    .select((row) => [row.fn.min('at').as('firstAt'), row.fn.countAll<number>().as('times')])
    .where('dossierId', '=', dossierId)
    .groupBy('resultId')
    .execute();
  return new Map(rows.map(({ resultId, ...rest }) => [resultId, rest]));
}

/** Leaves of the results of a dossier their numbers, days and standing. Returns which they are, with their files. */
export async function eraseOfDossier(
  db: Database,
  dossierId: number,
  erased: { readonly holder: string; readonly disposedAt: Date },
): Promise<readonly { readonly id: number; readonly sequence: number; readonly hash: string | null }[]> {
  const before = await db
    .selectFrom('results')
    .select(['id', 'sequence', 'hash'])
    .where('dossierId', '=', dossierId)
    .where('disposedAt', 'is', null)
    .forUpdate()
    .execute();
  const ids = before.map(({ id }) => id);
  if (ids.length === 0) return [];
  await db
    .updateTable('results')
    .set({ title: '', documentNumber: '', searchText: '', ...fileColumns(null), ...erased })
    .set({ sequence: sql<number>`sequence + 1` })
    .where('id', 'in', ids)
    .execute();
  await db
    .updateTable('resultChanges')
    .set({ reason: '', answer: '', changes: '{}' })
    .where('resultId', 'in', ids)
    .execute();
  await db.deleteFrom('resultDownloads').where('dossierId', '=', dossierId).execute();
  return before;
}
