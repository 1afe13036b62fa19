import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';

/** Any number; who takes away an administrator waits for whoever is doing the same. */
const ADMINISTRATORS_LOCK = 7_205_202;

export async function lockAdministrators(db: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(${ADMINISTRATORS_LOCK})`.execute(db);
}

/** Officers with an enabled account who hold, now and without an end in sight, a post that administers the system. */
export async function countAdministrators(db: Database, now: Date): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    select count(distinct a.id) as count
    from accounts a
    join post_holdings h on h.officer_id = a.officer_id
    join posts p on p.id = h.post_id
    where a.disabled_at is null and h.valid_from <= ${now} and h.valid_to is null
      and p.valid_from <= ${now} and p.valid_to is null and 'it-administrator' = any (p.roles)`.execute(db);
  return rows[0]?.count ?? 0;
}
