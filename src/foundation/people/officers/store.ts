import { fold } from '#kernel/vietnamese/fold.ts';
import type { Database } from '#platform/database/pool.ts';
import type { Officer, OfficerInput } from './schema.ts';

const COLUMNS = ['id', 'fullName', 'phone', 'email', 'note', 'sequence'] as const;

export async function insertOfficer(db: Database, input: OfficerInput): Promise<number> {
  const { fullName, phone, email, note } = input;
  const { id } = await db
    .insertInto('officers')
    .values({ fullName, phone, email, note, foldedName: fold(fullName), sequence: 0 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateOfficer(db: Database, id: number, input: OfficerInput): Promise<void> {
  const { fullName, phone, email, note } = input;
  await db
    .updateTable('officers')
    .set({ fullName, phone, email, note, foldedName: fold(fullName) })
    .where('id', '=', id)
    .execute();
}

export async function updateOfficerSequence(db: Database, id: number, sequence: number): Promise<void> {
  await db.updateTable('officers').set({ sequence }).where('id', '=', id).execute();
}

export async function readOfficer(db: Database, id: number): Promise<Officer | null> {
  const row = await db.selectFrom('officers').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function lockOfficer(db: Database, id: number): Promise<Officer | null> {
  const row = await db
    .selectFrom('officers')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}
