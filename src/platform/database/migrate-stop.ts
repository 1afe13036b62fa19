import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Tell } from './migrate-locks.ts';
import type { Database } from './pool.ts';
import { APPLICATION_ROLE } from './roles.ts';

/** Held by an upgrade that older programs cannot work beside, for as long as it lasts. Any number. */
const STOP_LOCK = 7_205_204;

/** How often programs look whether they must stop, in milliseconds. */
export const LOOK_EVERY_MS = 1000;

/** In which they see it and end what they are doing: looking twice, and a request. */
const GRACE_MS = 3000;

/**
 * Tells programs of earlier releases that run over this database to let nobody in any more, and waits until they have
 * noticed. Ends by itself with the connection.
 */
export async function stopOlderPrograms(client: pg.Client, tell: Tell): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [STOP_LOCK]);
  const { rows } = await client.query<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity where datname = current_database() and usename = $1`,
    [APPLICATION_ROLE],
  );
  if (!rows[0]?.others) return;
  tell('Bản cũ đang chạy được báo dừng nhận việc; chờ các yêu cầu dở dang xong…');
  await wait(GRACE_MS);
}

export type Superseded = {
  /** An upgrade is under way. */
  readonly isUpgrading: boolean;
  /** The database has been changed so that this program cannot work with it any more. */
  readonly isTooOld: boolean;
};

/** Whether a program that knows these migrations may go on working over the database. */
export async function readSuperseded(db: Database, known: ReadonlySet<string>): Promise<Superseded> {
  const { rows } = await sql<{ readonly isUpgrading: boolean; readonly stopping: readonly string[] }>`
    select exists (select from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
        where l.locktype = 'advisory' and l.classid = 0 and l.objid = ${STOP_LOCK} and l.granted) as is_upgrading,
      (select coalesce(array_agg(name), '{}') from schema_stops) as stopping`.execute(db);
  const [found] = rows;
  return {
    isUpgrading: found?.isUpgrading ?? false,
    isTooOld: found?.stopping.some((name) => !known.has(name)) ?? false,
  };
}
