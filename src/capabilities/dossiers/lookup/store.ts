import { sql } from 'kysely';
import type { ReturnMethod } from '#capabilities/slips/words.ts';
import type { Database } from '#platform/database/pool.ts';

/** How often an address was wrong lately, and the dossier of a number as the public page shows it besides its state. */
export type LookupFacts = { readonly wrongCodes: number; readonly dossier: LookupRow | null };

export type LookupRow = {
  readonly id: number;
  readonly checkCode: string;
  readonly title: string;
  readonly returnMethod: ReturnMethod;
  readonly dueExplanation: unknown;
  readonly applicantName: string;
  readonly disposedAt: Date | null;
};

/** Reads both at once; the dossier is null when there is none of that number. */
export async function readLookup(
  db: Database,
  number: string,
  from: { readonly address: string; readonly since: Date },
): Promise<LookupFacts> {
  const { rows } = await sql<{ [Key in keyof LookupRow]: LookupRow[Key] | null } & { wrongCodes: number }>`
    select a.wrong_codes, d.id, d.check_code, d.title, d.return_method, d.due_explanation, d.applicant_name, d.disposed_at
    from (${wrongCodesSql(from)}) a left join dossiers d on d.number = ${number}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('Counting returned no row');
  const { wrongCodes, ...dossier } = row;
  // Without a dossier every column of it is null; with one none is.
  return { wrongCodes, dossier: dossier.checkCode === null ? null : (dossier as LookupRow) };
}

/** How many wrong codes came from an address since an instant. */
export async function countWrongCodes(
  db: Database,
  from: { readonly address: string; readonly since: Date },
): Promise<number> {
  const { rows } = await wrongCodesSql(from).execute(db);
  return rows[0]?.wrongCodes ?? 0;
}

function wrongCodesSql({ address, since }: { readonly address: string; readonly since: Date }) {
  return sql<{ readonly wrongCodes: number }>`
    select count(*) as wrong_codes from lookup_attempts where address = ${address} and at > ${since}`;
}

export async function insertWrongCode(db: Database, address: string, at: Date): Promise<void> {
  await db.insertInto('lookupAttempts').values({ address, at }).execute();
}

export async function sweepWrongCodes(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('lookupAttempts').where('at', '<', before).execute();
}
