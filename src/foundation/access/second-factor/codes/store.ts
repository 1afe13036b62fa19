import type { Database } from '#platform/database/pool.ts';

export async function countUnused(db: Database, accountId: number): Promise<number> {
  const row = await db
    .selectFrom('recoveryCodes')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('accountId', '=', accountId)
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  return row?.count ?? 0;
}

export async function deleteCodes(db: Database, accountId: number): Promise<void> {
  await db.deleteFrom('recoveryCodes').where('accountId', '=', accountId).execute();
}

export async function insertCodes(
  db: Database,
  accountId: number,
  indexes: readonly Buffer[],
): Promise<void> {
  await db
    .insertInto('recoveryCodes')
    .values(indexes.map((codeIndex) => ({ accountId, codeIndex })))
    .execute();
}

/** Uses a code up; false when there is none such or it was used. */
export async function useCode(
  db: Database,
  code: { readonly accountId: number; readonly index: Buffer; readonly now: Date },
): Promise<boolean> {
  const result = await db
    .updateTable('recoveryCodes')
    .set({ usedAt: code.now })
    .where('accountId', '=', code.accountId)
    .where('codeIndex', '=', code.index)
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
