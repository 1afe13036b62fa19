import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { SecondFactor } from '#foundation/context.ts';
import type { Factors } from './schema.ts';

/** The ways an account has beside its password. */
export async function readFactors(db: Database, accountId: number): Promise<Factors> {
  const { rows } = await sql<Factors>`
    select exists (select from totp_secrets where account_id = ${accountId}) as has_app,
      (select count(*) from passkeys where account_id = ${accountId}) as passkeys`.execute(db);
  return rows[0] ?? { hasApp: false, passkeys: 0 };
}

/** Read for every request of an officer: two primary keys and a small index. */
export async function readStanding(db: Database, accountId: number): Promise<SecondFactor> {
  const { rows } = await sql<SecondFactor>`
    select required_roles, exists (select from totp_secrets where account_id = ${accountId})
      or exists (select from passkeys where account_id = ${accountId}) as has_factor
    from second_factor_policies where id = 1`.execute(db);
  return rows[0] ?? { hasFactor: false, requiredRoles: [] };
}

/** Takes every way beside the password away; what was half signed in ends as well. */
export async function deleteFactors(db: Database, accountId: number): Promise<void> {
  await db.deleteFrom('totpSecrets').where('accountId', '=', accountId).execute();
  await db.deleteFrom('passkeys').where('accountId', '=', accountId).execute();
  await db.deleteFrom('recoveryCodes').where('accountId', '=', accountId).execute();
  await db.deleteFrom('halfSignIns').where('accountId', '=', accountId).execute();
}

/** Forgets what ran out by itself. */
export async function sweepHalfSignIns(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('halfSignIns').where('expiresAt', '<=', now).execute();
  await db.deleteFrom('usedChallenges').where('expiresAt', '<=', now).execute();
}
