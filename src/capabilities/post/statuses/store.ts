import type { Database } from '#platform/database/pool.ts';
import type { PostalStatus } from '../schema.ts';

/** What each code of the post means here. */
export async function readStatuses(db: Database): Promise<readonly PostalStatus[]> {
  return db
    .selectFrom('postalStatuses')
    .select(['id', 'code', 'label', 'state', 'sequence'])
    .orderBy((row) => row.fn('length', ['code']))
    .orderBy('code')
    .execute();
}

export async function lockStatus(db: Database, id: number): Promise<{ readonly sequence: number } | null> {
  const row = await db
    .selectFrom('postalStatuses')
    .select('sequence')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

type Row = Omit<PostalStatus, 'id'>;

export async function insertStatus(db: Database, row: Row): Promise<number> {
  const { id } = await db.insertInto('postalStatuses').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function updateStatus(db: Database, id: number, row: Row): Promise<void> {
  await db.updateTable('postalStatuses').set(row).where('id', '=', id).execute();
}
