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
