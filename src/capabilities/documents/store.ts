import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import { documentInput, type DocumentFilter, type DocumentInput, type RegisteredDocument } from './schema.ts';

type Row = Readonly<Record<string, unknown>> & {
  readonly id: number;
  readonly withdrawn: boolean;
  readonly sequence: number;
};

const COLUMNS = sql`d.id, d.type, d.number, d.year_in_number, d.symbol, d.issuer, d.issuer_unit_id, d.issued_on, d.title,
  d.in_force_from, d.in_force_until, d.replaced_by, d.doubts, d.sources, d.note, d.withdrawn, d.sequence`;

/** Whether something is uncertain of a document, as `isDoubtful` says. */
const DOUBTFUL = sql`exists (select from jsonb_array_elements(d.doubts) said where said ->> 'kind' <> 'checked')`;

export type Part = { readonly limit: number; readonly offset: number };

/** Documents that a filter finds, the latest first and those without a date last, with how many there are in all. */
export async function readDocuments(
  db: Database,
  filter: DocumentFilter & { readonly words: readonly string[] },
  { limit, offset }: Part,
): Promise<{ readonly documents: readonly RegisteredDocument[]; readonly total: number }> {
  const { rows } = await sql<Row & { readonly total: number }>`
    select ${COLUMNS}, count(*) over () as total from documents d
    where not d.withdrawn and ${conditions(filter)}
    order by d.issued_on desc nulls last, d.id
    limit ${limit} offset ${offset}`.execute(db);
  return { documents: rows.map(documentOf), total: rows[0]?.total ?? 0 };
}

export async function readAll(db: Database): Promise<readonly RegisteredDocument[]> {
  const { rows } =
    await sql<Row>`select ${COLUMNS} from documents d where not d.withdrawn order by d.id`.execute(db);
  return rows.map(documentOf);
}

/** Those that may be the same as one: of its number, leading noughts left out. */
export async function readByNumber(db: Database, number: string): Promise<readonly RegisteredDocument[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from documents d
    where ltrim(lower(d.number), '0') = ltrim(lower(${number}), '0') and not d.withdrawn order by d.id`.execute(
    db,
  );
  return rows.map(documentOf);
}

export async function readDocument(db: Database, id: number): Promise<RegisteredDocument | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from documents d where d.id = ${id}`.execute(db);
  return rows[0] ? documentOf(rows[0]) : null;
}

/** Its row stays locked until the transaction ends. */
export async function lockDocument(db: Database, id: number): Promise<RegisteredDocument | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from documents d where d.id = ${id} for update`.execute(
    db,
  );
  return rows[0] ? documentOf(rows[0]) : null;
}

/** Those that a document replaced. */
export async function readReplaced(db: Database, id: number): Promise<readonly RegisteredDocument[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from documents d
    where d.replaced_by = ${id} and not d.withdrawn order by d.issued_on, d.id`.execute(db);
  return rows.map(documentOf);
}

/** Who issued what is registered, for the filter. */
export async function readIssuers(db: Database): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('documents')
    .select('issuer')
    .distinct()
    .where('withdrawn', '=', false)
    .where('issuer', '<>', '')
    .limit(500)
    .execute();
  return rows.map(({ issuer }) => issuer);
}

type Written = DocumentInput & { readonly folded: string };

export async function insertDocument(db: Database, document: Written): Promise<number> {
  const { id } = await db
    .insertInto('documents')
    .values({ ...columnsOf(document), sequence: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateDocument(
  db: Database,
  id: number,
  change: Written & { readonly sequence: number },
): Promise<void> {
  await db
    .updateTable('documents')
    .set({ ...columnsOf(change), sequence: change.sequence })
    .where('id', '=', id)
    .execute();
}

export async function markWithdrawn(db: Database, id: number, sequence: number): Promise<void> {
  await db.updateTable('documents').set({ withdrawn: true, sequence }).where('id', '=', id).execute();
}

function columnsOf({ doubts, sources, ...document }: Written) {
  const { type, number, yearInNumber, symbol, issuer, issuerUnitId, issuedOn, title, note, folded } =
    document;
  const { inForceFrom, inForceUntil, replacedBy } = document;
  return {
    type,
    number,
    yearInNumber,
    symbol,
    issuer,
    issuerUnitId,
    issuedOn,
    title,
    note,
    folded,
    inForceFrom,
    inForceUntil,
    replacedBy,
    doubts: JSON.stringify(doubts),
    sources: JSON.stringify(sources),
  };
}

function conditions({
  words,
  type,
  issuer,
  year,
  sure,
}: DocumentFilter & { readonly words: readonly string[] }) {
  const all = [
    sql`true`,
    ...words.map((word) => sql`d.folded like ${`%${word.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`}`),
    ...(type === '' ? [] : [sql`d.type = ${type}`]),
    ...(issuer === '' ? [] : [sql`d.issuer = ${issuer}`]),
    ...(year === null
      ? []
      : [sql`coalesce(extract(year from d.issued_on)::integer, d.year_in_number) = ${year}`]),
    ...(sure === '' ? [] : [sure === 'doubtful' ? DOUBTFUL : sql`not ${DOUBTFUL}`]),
  ];
  return sql.join(all, sql` and `);
}

function documentOf({ id, withdrawn, sequence, ...row }: Row): RegisteredDocument {
  return { ...documentInput.parse(row), id, withdrawn, sequence };
}

/** Documents that are cited in one with this title. */
export async function readCitedIn(db: Database, title: string): Promise<readonly RegisteredDocument[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from documents d
    where d.sources @> ${JSON.stringify([{ source: title }])}::jsonb and not d.withdrawn
    order by d.issued_on nulls last, d.id limit 500`.execute(db);
  return rows.map(documentOf);
}

/** An indicator with how many of its figures a document states. */
export type StatedIndicator = { readonly code: string; readonly name: string; readonly figures: number };

/** Indicators of which a document states figures. */
export async function readStated(db: Database, documentId: number): Promise<readonly StatedIndicator[]> {
  const { rows } = await sql<StatedIndicator>`select i.code, i.name, count(*)::integer as figures
    from observations o join indicators i on i.id = o.indicator_id
    where o.document_id = ${documentId} and not o.withdrawn
    group by i.code, i.name order by i.name`.execute(db);
  return rows;
}
