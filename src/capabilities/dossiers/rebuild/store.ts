import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';

/** Removes the rows of custody of a dossier, which a rebuild writes anew. */
export async function deleteHandovers(db: Database, dossierId: number): Promise<void> {
  await db.deleteFrom('dossierHandovers').where('dossierId', '=', dossierId).execute();
}

/** Writes the row of the work in hand anew from the dossier and its active step. */
export async function rewriteWork(db: Database, dossierId: number): Promise<void> {
  await db.deleteFrom('dossierWork').where('dossierId', '=', dossierId).execute();
  await sql`insert into dossier_work select * from dossier_work_truth where dossier_id = ${dossierId}`.execute(
    db,
  );
}
