import type pg from 'pg';

/** What a number becomes: sealed, its blind index, and the token that stands for it in a dossier's search text. */
export type SealedRow = {
  readonly number: string;
  readonly sealed: string;
  readonly index: Buffer;
  readonly token: string;
};

/** Holds the tables that have numbers in clear, before the work is done, which would be for nothing if it were refused. */
export async function lockNumbers(client: pg.Client): Promise<void> {
  await client.query(
    `lock table dossiers, applicants, dossier_parties, dossier_returns, slips in access exclusive mode`,
  );
}

/** The table that the migration takes sealed numbers from; it lasts as long as the transaction. */
export async function createSealedNumbers(client: pg.Client): Promise<void> {
  await client.query(`create temporary table sealed_numbers (
    number text primary key, sealed text not null, blind_index bytea not null, token text not null) on commit drop`);
}

/** Begins to read every number that is kept in clear. */
export async function openNumbers(client: pg.Client): Promise<void> {
  await client.query(`declare numbers cursor for
    select id_number from applicants where id_number <> '' union
    select id_number from dossier_parties where id_number <> '' union
    select id_number from dossier_returns where id_number <> '' union
    select content #>> '{applicant,idNumber}' from slips where content #>> '{applicant,idNumber}' <> ''`);
}

/** The next so many numbers; none when all were read. */
export async function nextNumbers(client: pg.Client, most: number): Promise<readonly string[]> {
  const { rows } = await client.query<{ id_number: string }>(`fetch ${most} from numbers`);
  return rows.map((row) => row.id_number);
}

/** Writes numbers that were sealed. */
export async function insertSealed(client: pg.Client, rows: readonly SealedRow[]): Promise<void> {
  await client.query(
    `insert into sealed_numbers
     select * from unnest($1::text[], $2::text[], $3::bytea[], $4::text[])`,
    [
      rows.map(({ number }) => number),
      rows.map(({ sealed }) => sealed),
      rows.map(({ index }) => index),
      rows.map(({ token }) => token),
    ],
  );
}

/** Ends the reading and lets the server know how many there are. */
export async function closeNumbers(client: pg.Client): Promise<void> {
  await client.query('close numbers');
  await client.query('analyze sealed_numbers');
}
