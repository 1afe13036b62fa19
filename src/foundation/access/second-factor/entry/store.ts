import type { Database } from '#platform/database/pool.ts';
import type { HalfSignedIn } from './schema.ts';

export async function insertHalfSignIn(
  db: Database,
  half: { readonly tokenHash: Buffer; readonly accountId: number; readonly expiresAt: Date },
): Promise<void> {
  await db.insertInto('halfSignIns').values(half).execute();
}

/** Whose half sign-in it is, while it lasts and the account is open. */
export async function readHalfSignIn(
  db: Database,
  tokenHash: Buffer,
  now: Date,
): Promise<HalfSignedIn | null> {
  const query = db
    .selectFrom('halfSignIns as h')
    .innerJoin('accounts as a', 'a.id', 'h.accountId')
    .select(['h.accountId', 'a.officerId', 'a.login', 'h.failures'])
    .where('h.tokenHash', '=', tokenHash)
    .where('h.expiresAt', '>', now)
    .where('a.disabledAt', 'is', null);
  return (await query.executeTakeFirst()) ?? null;
}

export async function countFailure(db: Database, tokenHash: Buffer): Promise<void> {
  await db
    .updateTable('halfSignIns')
    .set((columns) => ({ failures: columns('failures', '+', 1) }))
    .where('tokenHash', '=', tokenHash)
    .execute();
}

/** Ends a half sign-in; false when somebody else just did. */
export async function deleteHalfSignIn(db: Database, tokenHash: Buffer): Promise<boolean> {
  const query = db.deleteFrom('halfSignIns').where('tokenHash', '=', tokenHash);
  return (await query.executeTakeFirst()).numDeletedRows > 0n;
}

/** An account that may sign in without its password. */
export async function readOpenAccount(
  db: Database,
  id: number,
): Promise<{ readonly id: number; readonly officerId: number; readonly login: string } | null> {
  const query = db
    .selectFrom('accounts')
    .select(['id', 'officerId', 'login'])
    .where('id', '=', id)
    .where('disabledAt', 'is', null);
  return (await query.executeTakeFirst()) ?? null;
}
