import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { SecondFactorPolicy } from './schema.ts';

export async function readPolicy(db: Database): Promise<SecondFactorPolicy> {
  return db
    .selectFrom('secondFactorPolicies')
    .select(['requiredRoles', 'sequence'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
}

export async function updatePolicy(
  db: Database,
  { requiredRoles, sequence }: SecondFactorPolicy,
): Promise<void> {
  await db
    .updateTable('secondFactorPolicies')
    .set({ requiredRoles: [...requiredRoles], sequence })
    .where('id', '=', 1)
    .execute();
}

/** How many of the accounts in use have a second step, by role of the posts their owners hold now. */
export async function countByRole(
  db: Database,
  now: Date,
): Promise<readonly { readonly role: string; readonly accounts: number; readonly secured: number }[]> {
  const { rows } = await sql<{ role: string; accounts: number; secured: number }>`
    select role, count(*) as accounts, count(*) filter (where has_factor) as secured
    from (
      select distinct role, a.id, exists (select from totp_secrets t where t.account_id = a.id)
        or exists (select from passkeys k where k.account_id = a.id) as has_factor
      from accounts a
      join post_holdings h on h.officer_id = a.officer_id
      join posts p on p.id = h.post_id, unnest(p.roles) as role
      where a.disabled_at is null and h.valid_from <= ${now} and (h.valid_to is null or h.valid_to > ${now})
    ) held group by role`.execute(db);
  return rows;
}
