import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import { FIRST_EVENT } from '#platform/post/postal-service.ts';

/** How far the events of the post have been read; held until the transaction ends, so that one reads at a time. */
export async function lockCursor(db: Database, now: Date): Promise<string> {
  await sql`insert into postal_cursor (last_id, read_at) values (${FIRST_EVENT}, ${now}) on conflict do nothing`.execute(
    db,
  );
  const { rows } = await sql<{
    readonly lastId: string;
  }>`select last_id from postal_cursor for update`.execute(db);
  return rows[0]?.lastId ?? FIRST_EVENT;
}

export async function moveCursor(db: Database, lastId: string, now: Date): Promise<void> {
  await sql`update postal_cursor set last_id = ${lastId}, read_at = ${now}`.execute(db);
}
