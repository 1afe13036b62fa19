import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { FigureQuestion, RecordWindow } from '#foundation/figures/schema.ts';

function issued({ unitIds, period }: FigureQuestion) {
  return sql`from results r where r.unit_id = any(${[...unitIds]}::bigint[]) and r.standing <> 'cancelled'
    and r.issued_on between ${period.from}::date and ${period.to}::date`;
}

export type IssuedCounts = { readonly all: number; readonly electronic: number };

/** Results issued in the period, and those of them with an electronic copy. */
export async function readIssued(db: Database, question: FigureQuestion): Promise<IssuedCounts> {
  const { rows } = await sql<IssuedCounts>`
    select count(*)::int as all, count(*) filter (where r.hash is not null)::int as electronic
    ${issued(question)}`.execute(db);
  return rows[0] ?? { all: 0, electronic: 0 };
}

export type IssuedResult = {
  readonly id: number;
  readonly title: string;
  readonly documentNumber: string;
  readonly issuedOn: string;
};

/** The results that were counted, the latest first; without the name of whoever holds them. */
export async function readIssuedRecords(
  db: Database,
  question: FigureQuestion,
  { electronic, window }: { readonly electronic: boolean; readonly window: RecordWindow },
): Promise<readonly IssuedResult[]> {
  const { rows } = await sql<IssuedResult>`
    select r.id, r.title, r.document_number, r.issued_on ${issued(question)}
      and ${electronic ? sql`r.hash is not null` : sql`true`}
    order by r.issued_on desc, r.id desc limit ${window.limit} offset ${window.offset}`.execute(db);
  return rows;
}

/** Which of some results are of these units (null: all). */
export async function readReadableResults(
  db: Database,
  ids: readonly number[],
  unitIds: readonly number[] | null,
): Promise<readonly number[]> {
  const ofUnits = unitIds === null ? sql`true` : sql`r.unit_id = any(${[...unitIds]}::bigint[])`;
  const { rows } = await sql<{ readonly id: number }>`
    select r.id from results r where r.id = any(${[...ids]}::bigint[]) and ${ofUnits}`.execute(db);
  return rows.map(({ id }) => id);
}
