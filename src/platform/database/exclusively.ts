import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from './pool.ts';

const BETWEEN_TRIES_MS = 100;

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
    // Asked again and again: whoever waits may wait longer than any statement of a page may take.
    while (!(await tryToLock(held, name))) await wait(BETWEEN_TRIES_MS);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(hashtext(${name}))`.execute(held);
    }
  });
}

async function tryToLock(held: Database, name: string): Promise<boolean> {
  const { rows } = await sql<{ readonly mine: boolean }>`
    select pg_try_advisory_lock(hashtext(${name})) as mine`.execute(held);
  return rows[0]?.mine ?? false;
}
