import type { Database } from '#platform/database/pool.ts';

/** The authenticator app of an account. */
export type AppSecret = {
  readonly accountId: number;
  readonly sealedSecret: string;
  readonly lastStep: number;
  readonly failures: number;
  readonly confirmedAt: Date;
};

/** Puts a confirmed app in place of the one there may be. */
export async function saveAppSecret(db: Database, secret: AppSecret): Promise<void> {
  const { accountId: _accountId, ...changed } = secret;
  await db
    .insertInto('totpSecrets')
    .values(secret)
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(changed))
    .execute();
}

export async function lockAppSecret(db: Database, accountId: number): Promise<AppSecret | null> {
  const query = db
    .selectFrom('totpSecrets')
    .select(['accountId', 'sealedSecret', 'lastStep', 'failures', 'confirmedAt'])
    .where('accountId', '=', accountId)
    .forUpdate();
  return (await query.executeTakeFirst()) ?? null;
}

export async function updateAppSecret(
  db: Database,
  accountId: number,
  change: Pick<AppSecret, 'lastStep' | 'failures'>,
): Promise<void> {
  await db.updateTable('totpSecrets').set(change).where('accountId', '=', accountId).execute();
}

export async function deleteAppSecret(db: Database, accountId: number): Promise<boolean> {
  const query = db.deleteFrom('totpSecrets').where('accountId', '=', accountId);
  return (await query.executeTakeFirst()).numDeletedRows > 0n;
}
