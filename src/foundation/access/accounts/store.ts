import type { Database } from '#platform/database/pool.ts';
import type { Account } from './schema.ts';

const COLUMNS = [
  'id',
  'officerId',
  'login',
  'passwordHash',
  'mustChangePassword',
  'passwordExpiresAt',
  'disabledAt',
  'createdAt',
  'sequence',
] as const;

export async function insertAccount(
  db: Database,
  account: Omit<Account, 'id' | 'disabledAt'>,
): Promise<number> {
  const query = db.insertInto('accounts').values(account).returning('id');
  const { id } = await query.executeTakeFirstOrThrow();
  return id;
}

export async function lockAccount(db: Database, id: number): Promise<Account | null> {
  const query = db.selectFrom('accounts').select(COLUMNS).where('id', '=', id).forUpdate();
  return (await query.executeTakeFirst()) ?? null;
}

export async function readAccountOf(db: Database, officerId: number): Promise<Account | null> {
  const query = db.selectFrom('accounts').select(COLUMNS).where('officerId', '=', officerId);
  return (await query.executeTakeFirst()) ?? null;
}

export async function readAccount(db: Database, id: number): Promise<Account | null> {
  const query = db.selectFrom('accounts').select(COLUMNS).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

/** Whether the person of an account holds, now or later, a post that administers the system. */
export async function isAdministrator(db: Database, account: Account, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('postHoldings as h')
    .innerJoin('posts as p', 'p.id', 'h.postId')
    .select(['p.roles'])
    .where('h.officerId', '=', account.officerId)
    .where((or) => or.or([or('h.validTo', 'is', null), or('h.validTo', '>', now)]))
    .execute();
  return row.some(({ roles }) => roles.includes('it-administrator'));
}

export async function updatePassword(
  db: Database,
  id: number,
  password: Pick<Account, 'passwordHash' | 'mustChangePassword' | 'passwordExpiresAt'>,
): Promise<void> {
  await db.updateTable('accounts').set(password).where('id', '=', id).execute();
}

export async function updateDisabled(db: Database, id: number, disabledAt: Date | null): Promise<void> {
  await db.updateTable('accounts').set({ disabledAt }).where('id', '=', id).execute();
}

export async function updateAccountSequence(db: Database, id: number, sequence: number): Promise<void> {
  await db.updateTable('accounts').set({ sequence }).where('id', '=', id).execute();
}

/** Names an attacker could guess a password from: the login, the person, the units they work in. */
export async function readKnownNames(db: Database, accountId: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('accounts as a')
    .innerJoin('officers as o', 'o.id', 'a.officerId')
    .leftJoin('postHoldings as h', 'h.officerId', 'o.id')
    .leftJoin('posts as p', 'p.id', 'h.postId')
    .leftJoin('unitVersions as v', 'v.unitId', 'p.unitId')
    .select(['a.login', 'o.fullName', 'v.name', 'v.shortName'])
    .where('a.id', '=', accountId)
    .execute();
  const names = rows.flatMap((row) => [row.login, row.fullName, row.name, row.shortName]);
  return [...new Set(names.filter((name) => name !== null))];
}
