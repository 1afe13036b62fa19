import type { Database } from '#platform/database/pool.ts';
import type { SignedCheckpoint } from '../schema.ts';
import type { Recipient } from './schema.ts';

const COLUMNS = ['id', 'address', 'addedAt', 'sentSize', 'sentAt'] as const;

/** By the order in which they were added. */
export async function readRecipients(db: Database): Promise<readonly Recipient[]> {
  return db.selectFrom('logRecipients').select(COLUMNS).orderBy('id').execute();
}

export async function readRecipient(db: Database, id: number): Promise<Recipient | null> {
  const row = await db.selectFrom('logRecipients').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function insertRecipient(db: Database, address: string, addedAt: Date): Promise<void> {
  await db.insertInto('logRecipients').values({ address, addedAt }).execute();
}

export async function deleteRecipient(db: Database, id: number): Promise<void> {
  await db.deleteFrom('logRecipients').where('id', '=', id).execute();
}

export async function noteSent(
  db: Database,
  id: number,
  sent: { readonly sentSize: number; readonly sentAt: Date },
): Promise<void> {
  await db.updateTable('logRecipients').set(sent).where('id', '=', id).execute();
}

export async function readCheckpoint(db: Database, size: number): Promise<SignedCheckpoint | null> {
  const row = await db.selectFrom('logCheckpoints').selectAll().where('size', '=', size).executeTakeFirst();
  return row ?? null;
}
