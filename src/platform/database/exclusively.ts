import { sql } from 'kysely';
import type { Database } from './pool.ts';

/**
 * Does something that only one process of an installation may do at a time; the others wait for it. The work runs on the
 * pool as always, in as many transactions as it likes; the lock is held by a connection of its own and ends with it.
 */
export async function exclusively<Result>(
  db: Database,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  return db.connection().execute(async (held) => {
    // Whoever waits may wait longer than any statement of a page.
    await sql`set statement_timeout = 0`.execute(held);
    await sql`select pg_advisory_lock(hashtext(${name}))`.execute(held);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(hashtext(${name}))`.execute(held);
      await sql`reset statement_timeout`.execute(held);
    }
  });
}
