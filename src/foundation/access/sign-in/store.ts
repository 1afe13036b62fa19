import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { AttemptCounts } from './rules.ts';

type Attempt = { readonly login: string; readonly address: string; readonly at: Date };

export type StoredAccount = {
  readonly id: number;
  readonly officerId: number;
  readonly passwordHash: string | null;
  readonly passwordExpiresAt: Date | null;
  readonly disabledAt: Date | null;
};

/** Notes an attempt as refused; it counts from now on, until it turns out otherwise. Returns its number. */
export async function insertAttempt(db: Database, attempt: Attempt): Promise<number> {
  const { id } = await db
    .insertInto('loginAttempts')
    .values({ ...attempt, outcome: 'refused' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateAttempt(
  db: Database,
  id: number,
  outcome: 'succeeded' | 'throttled',
): Promise<void> {
  await db.updateTable('loginAttempts').set({ outcome }).where('id', '=', id).execute();
}

/**
 * Refused attempts since `since`: for this login from this address after its last success there, for this login
 * from anywhere, and from this address for any login; and whether the login was opened there since `knownSince`.
 */
export async function countRefused(
  db: Database,
  attempt: Attempt & { readonly since: Date; readonly knownSince: Date },
): Promise<AttemptCounts> {
  const { login, address, since } = attempt;
  const { rows } = await sql<AttemptCounts>`
    with recent as (
      select id, address from login_attempts where login = ${login} and outcome = 'refused'
        and at > ${since}
    ), success as (
      select coalesce(max(id), 0) as id from login_attempts
      where login = ${login} and address = ${address} and outcome = 'succeeded' and at > ${since}
    )
    select (select count(*) from recent, success
        where address = ${address} and recent.id > success.id) as login_from_address,
      (select count(*) from recent) as login,
      (select count(*) from login_attempts
        where address = ${address} and outcome = 'refused' and at > ${since}) as address,
      exists (select from login_attempts where login = ${login} and address = ${address}
        and outcome = 'succeeded' and at > ${attempt.knownSince}) as is_known_address`.execute(db);
  return rows[0] ?? { loginFromAddress: 0, login: 0, address: 0, isKnownAddress: false };
}

export async function findAccountByLogin(db: Database, login: string): Promise<StoredAccount | null> {
  const row = await db
    .selectFrom('accounts')
    .select(['id', 'officerId', 'passwordHash', 'passwordExpiresAt', 'disabledAt'])
    .where('login', '=', login)
    .executeTakeFirst();
  return row ?? null;
}

export async function sweepAttempts(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('loginAttempts').where('at', '<', before).execute();
}
