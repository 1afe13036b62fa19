import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { AccountLine } from './schema.ts';

/** Every account with its person, by login. A few thousand rows even for a province. */
export async function readAccountLines(db: Database, now: Date): Promise<readonly AccountLine[]> {
  const { rows } = await sql<AccountLine>`
    select a.id, a.login, a.officer_id, o.full_name as officer_name, a.disabled_at, a.must_change_password,
      a.password_expires_at,
      coalesce((select string_agg(p.title, '; ' order by p.id)
        from post_holdings h join posts p on p.id = h.post_id
        where h.officer_id = o.id and h.valid_from <= ${now} and (h.valid_to is null or h.valid_to > ${now})
      ), '') as post_titles,
      (select max(at) from login_attempts t where t.login = a.login and t.outcome = 'succeeded') as last_sign_in_at
    from accounts a join officers o on o.id = a.officer_id
    order by a.login`.execute(db);
  return rows;
}
