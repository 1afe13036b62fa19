import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';

/** Whoever has an identity number, by its index in hexadecimal digits, and their running dossier of one procedure. */
export type Known = {
  readonly index: string;
  readonly fullName: string;
  readonly running: string | null;
};

export async function readKnown(
  db: Database,
  indexes: readonly Buffer[],
  procedureId: number,
): Promise<readonly Known[]> {
  const { rows } = await sql<Known>`
    select encode(a.id_number_index, 'hex') as index, a.full_name, (
      select d.number from dossiers d
      where d.applicant_id = a.id and d.procedure_id = ${procedureId} and d.state in ('received', 'processing')
      order by d.received_at desc limit 1) as running
    from applicants a where a.id_number_index = any(${[...indexes]}::bytea[])`.execute(db);
  return rows;
}

/** Numbers on paper under which dossiers of a unit were entered before. */
export async function readEntered(
  db: Database,
  unitId: number,
  paperNumbers: readonly string[],
): Promise<readonly { readonly paperNumber: string; readonly number: string }[]> {
  const { rows } = await sql<{ readonly paperNumber: string; readonly number: string }>`
    select paper_number, number from dossiers
    where receiving_unit_id = ${unitId} and paper_number = any(${[...paperNumbers]}::text[])`.execute(db);
  return rows;
}
