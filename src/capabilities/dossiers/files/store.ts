import type { Database } from '#platform/database/pool.ts';
import type { FilePurpose, StoredDossierFile } from './schema.ts';

export type NewDossierFile = {
  readonly dossierId: number;
  readonly paperPosition: number | null;
  readonly purpose: FilePurpose;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly hash: string;
  readonly addedBy: number;
  readonly addedAt: Date;
};

/** Returns the identifier of the new row. */
export async function insertFile(db: Database, file: NewDossierFile): Promise<number> {
  const { id } = await db.insertInto('dossierFiles').values(file).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** A file of a dossier that was not removed, or null. */
export async function findFile(
  db: Database,
  dossierId: number,
  fileId: number,
): Promise<StoredDossierFile | null> {
  const row = await db
    .selectFrom('dossierFiles')
    .select(['id', 'name', 'mediaType', 'size', 'hash', 'purpose'])
    .where('dossierId', '=', dossierId)
    .where('id', '=', fileId)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function markRemoved(db: Database, fileId: number, now: Date): Promise<void> {
  await db.updateTable('dossierFiles').set({ removedAt: now }).where('id', '=', fileId).execute();
}

/** Whether the dossier has a paper at a position. */
export async function hasPaper(db: Database, dossierId: number, position: number): Promise<boolean> {
  const row = await db
    .selectFrom('dossierPapers')
    .select('position')
    .where('dossierId', '=', dossierId)
    .where('position', '=', position)
    .executeTakeFirst();
  return row !== undefined;
}
