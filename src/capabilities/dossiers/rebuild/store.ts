import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';

/** Numbers of dossiers after one, in the order they were received, a batch at a time. */
export async function readNumbersAfter(
  db: Database,
  id: number,
  limit: number,
): Promise<readonly { readonly id: number; readonly number: string }[]> {
  return db
    .selectFrom('dossiers')
    .select(['id', 'number'])
    .where('id', '>', id)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Removes the rows of custody of a dossier, which a rebuild writes anew. */
export async function deleteHandovers(db: Database, dossierId: number): Promise<void> {
  await db.deleteFrom('dossierHandovers').where('dossierId', '=', dossierId).execute();
}

/** Whether the row of the work in hand is what the dossier and its active step say; none for one that was returned. */
export async function isWorkTrue(db: Database, dossierId: number): Promise<boolean> {
  const { rows } = await sql<{ readonly differs: boolean }>`select exists (
      (select * from dossier_work where dossier_id = ${dossierId}
        except select * from dossier_work_truth where dossier_id = ${dossierId})
      union all
      (select * from dossier_work_truth where dossier_id = ${dossierId}
        except select * from dossier_work where dossier_id = ${dossierId})
    ) as differs`.execute(db);
  return rows[0]?.differs === false;
}

/** Writes the row of the work in hand anew from the dossier and its active step. */
export async function rewriteWork(db: Database, dossierId: number): Promise<void> {
  await db.deleteFrom('dossierWork').where('dossierId', '=', dossierId).execute();
  await sql`insert into dossier_work select * from dossier_work_truth where dossier_id = ${dossierId}`.execute(
    db,
  );
}
