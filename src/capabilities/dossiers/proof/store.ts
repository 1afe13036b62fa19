import type { Database } from '#platform/database/pool.ts';

export type StoredUnitKey = {
  readonly id: number;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly publicKey: Uint8Array;
  readonly validFrom: Date;
  readonly validTo: Date | null;
};

export type NewUnitKey = Omit<StoredUnitKey, 'id' | 'validTo'>;

/** Every key that an agency has or had, oldest first. */
export async function readUnitKeys(db: Database): Promise<readonly StoredUnitKey[]> {
  return db
    .selectFrom('unitKeys')
    .select(['id', 'agencyId', 'agencyName', 'publicKey', 'validFrom', 'validTo'])
    .orderBy('id')
    .execute();
}

/** The key with these bytes, or null. */
export async function readUnitKey(db: Database, publicKey: Uint8Array): Promise<StoredUnitKey | null> {
  const row = await db
    .selectFrom('unitKeys')
    .select(['id', 'agencyId', 'agencyName', 'publicKey', 'validFrom', 'validTo'])
    .where('publicKey', '=', Buffer.from(publicKey))
    .executeTakeFirst();
  return row ?? null;
}

/** Ends what the agency signed with before this key; answers the identifiers of what has ended. */
export async function endEarlierKeys(
  db: Database,
  { agencyId, publicKey, validFrom }: NewUnitKey,
): Promise<readonly number[]> {
  const rows = await db
    .updateTable('unitKeys')
    .set({ validTo: validFrom })
    .where('agencyId', '=', agencyId)
    .where('validTo', 'is', null)
    // Another process may have written this very key a moment ago.
    .where('publicKey', '!=', Buffer.from(publicKey))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The identifier of the new row; null when another process has just written the same. */
export async function insertUnitKey(db: Database, key: NewUnitKey): Promise<number | null> {
  const row = await db
    .insertInto('unitKeys')
    .values({ ...key, publicKey: Buffer.from(key.publicKey) })
    .onConflict((conflict) => conflict.column('publicKey').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}
