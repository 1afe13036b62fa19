import type pg from 'pg';
import { sealNumber } from '#capabilities/dossiers/identity-number.ts';
import type { Preparation } from '#platform/database/migrate.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';

/** What migrations need done with the keys of the installation, by the name of their file. */
export function preparations(secrets: Secrets): Readonly<Record<string, Preparation>> {
  return { '0014_sealed_numbers.sql': async (client) => sealNumbers(client, secrets) };
}

const BATCH = 20_000;

/** Every number that is kept in clear, sealed, in a table that lasts as long as the transaction. */
async function sealNumbers(client: pg.Client, secrets: Secrets): Promise<void> {
  // Held before the work is done, which would be for nothing if it were refused.
  await client.query(
    `lock table dossiers, applicants, dossier_parties, dossier_returns, slips in access exclusive mode`,
  );
  await client.query(`create temporary table sealed_numbers (
    number text primary key, sealed text not null, blind_index bytea not null, token text not null) on commit drop`);
  await client.query(`declare numbers cursor for
    select id_number from applicants where id_number <> '' union
    select id_number from dossier_parties where id_number <> '' union
    select id_number from dossier_returns where id_number <> '' union
    select content #>> '{applicant,idNumber}' from slips where content #>> '{applicant,idNumber}' <> ''`);
  for (;;) {
    const { rows } = await client.query<{ id_number: string }>(`fetch ${BATCH} from numbers`);
    if (rows.length === 0) break;
    await insertSealed(
      client,
      secrets,
      rows.map((row) => row.id_number),
    );
  }
  await client.query('close numbers');
  await client.query('analyze sealed_numbers');
}

async function insertSealed(client: pg.Client, secrets: Secrets, numbers: readonly string[]): Promise<void> {
  const sealed = numbers.flatMap((number) => sealNumber(secrets, number) ?? []);
  await client.query(
    `insert into sealed_numbers
     select * from unnest($1::text[], $2::text[], $3::bytea[], $4::text[])`,
    [
      numbers,
      sealed.map((one) => one.sealed),
      sealed.map((one) => one.index),
      sealed.map((one) => one.token),
    ],
  );
}
