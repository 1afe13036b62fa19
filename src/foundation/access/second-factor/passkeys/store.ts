import type { Database } from '#platform/database/pool.ts';
import type { OwnPasskey, StoredPasskey } from './schema.ts';

export async function readPasskeysOf(
  db: Database,
  accountId: number,
): Promise<readonly (OwnPasskey & Pick<StoredPasskey, 'credentialId' | 'transports'>)[]> {
  return db
    .selectFrom('passkeys')
    .select(['id', 'name', 'createdAt', 'usedAt', 'credentialId', 'transports'])
    .where('accountId', '=', accountId)
    .orderBy('id')
    .execute();
}

export async function lockPasskey(db: Database, credentialId: string): Promise<StoredPasskey | null> {
  const query = db
    .selectFrom('passkeys')
    .select(['id', 'accountId', 'credentialId', 'publicKey', 'signCount', 'transports'])
    .where('credentialId', '=', credentialId)
    .forUpdate();
  return (await query.executeTakeFirst()) ?? null;
}

/** Whose passkey it is; null when it is nobody's. */
export async function readOwnerOf(db: Database, credentialId: string): Promise<number | null> {
  const query = db.selectFrom('passkeys').select('accountId').where('credentialId', '=', credentialId);
  return (await query.executeTakeFirst())?.accountId ?? null;
}

export async function insertPasskey(
  db: Database,
  passkey: Omit<StoredPasskey, 'id'> & { readonly name: string; readonly createdAt: Date },
): Promise<void> {
  const transports = [...passkey.transports];
  await db
    .insertInto('passkeys')
    .values({ ...passkey, transports })
    .execute();
}

export async function updateUse(
  db: Database,
  id: number,
  use: { readonly signCount: number; readonly usedAt: Date },
): Promise<void> {
  await db.updateTable('passkeys').set(use).where('id', '=', id).execute();
}

export async function renamePasskeyOf(
  db: Database,
  accountId: number,
  passkey: { readonly id: number; readonly name: string },
): Promise<boolean> {
  const query = db.updateTable('passkeys').set({ name: passkey.name }).where('id', '=', passkey.id);
  return (await query.where('accountId', '=', accountId).executeTakeFirst()).numUpdatedRows > 0n;
}

export async function deletePasskey(db: Database, accountId: number, id: number): Promise<boolean> {
  const query = db.deleteFrom('passkeys').where('id', '=', id).where('accountId', '=', accountId);
  return (await query.executeTakeFirst()).numDeletedRows > 0n;
}

/** Remembers a challenge as answered; false when it was answered before. */
export async function insertUsedChallenge(
  db: Database,
  challenge: string,
  expiresAt: Date,
): Promise<boolean> {
  const query = db
    .insertInto('usedChallenges')
    .values({ challenge, expiresAt })
    .onConflict((conflict) => conflict.doNothing());
  return ((await query.executeTakeFirst()).numInsertedOrUpdatedRows ?? 0n) > 0n;
}
