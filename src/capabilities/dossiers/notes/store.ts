import type { Database } from '#platform/database/pool.ts';
import type { DossierNote } from './schema.ts';

export async function insertNote(
  db: Database,
  row: {
    readonly dossierId: number;
    readonly text: string;
    readonly unitId: number;
    readonly addedBy: number;
    readonly addedAt: Date;
  },
): Promise<number> {
  const { id } = await db.insertInto('dossierNotes').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Notes of a dossier that were not taken away, newest first. */
export async function readNotes(db: Database, dossierId: number): Promise<readonly DossierNote[]> {
  return db
    .selectFrom('dossierNotes as n')
    .innerJoin('officers as o', 'o.id', 'n.addedBy')
    .select(['n.id', 'n.text', 'n.unitId', 'n.addedBy as addedById', 'o.fullName as addedBy', 'n.addedAt'])
    .where('n.dossierId', '=', dossierId)
    .where('n.removedAt', 'is', null)
    .orderBy('n.id', 'desc')
    .execute();
}

/** Its words go; that there was a note stays. */
export async function updateRemoved(db: Database, id: number, removedAt: Date): Promise<void> {
  await db.updateTable('dossierNotes').set({ removedAt, text: '' }).where('id', '=', id).execute();
}

export async function readTags(db: Database, dossierId: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('dossierTags')
    .select('tag')
    .where('dossierId', '=', dossierId)
    .orderBy('tag')
    .execute();
  return rows.map(({ tag }) => tag);
}

export async function insertTag(db: Database, dossierId: number, tag: string): Promise<void> {
  await db.insertInto('dossierTags').values({ dossierId, tag }).execute();
}

export async function deleteTag(db: Database, dossierId: number, tag: string): Promise<void> {
  await db.deleteFrom('dossierTags').where('dossierId', '=', dossierId).where('tag', '=', tag).execute();
}
