import { sql } from 'kysely';
import type { Session } from '#platform/backup/session.ts';
import type { Database } from '#platform/database/pool.ts';
import type { BackupRun } from './schema.ts';

/** Notes a run. Does nothing in a database of before runs were noted: backing it up comes before upgrading it. */
export async function insertRun(db: Database, run: BackupRun): Promise<void> {
  if (await areRunsNoted(db)) await db.insertInto('backupRuns').values(run).execute();
}

/** The last runs of a kind, the newest first. */
export async function readRuns(
  db: Database,
  kind: BackupRun['kind'],
  most: number,
): Promise<readonly BackupRun[]> {
  return db
    .selectFrom('backupRuns')
    .select(['kind', 'outcome', 'backup', 'startedAt', 'endedAt', 'bytes', 'rowCount', 'fileCount'])
    .select(['encrypted', 'problem'])
    .where('kind', '=', kind)
    .orderBy('endedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}

export async function readLastWhole(db: Database): Promise<Date | null> {
  const row = await db
    .selectFrom('backupRuns')
    .select('endedAt')
    .where('kind', '=', 'backup')
    .where('outcome', '=', 'done')
    .orderBy('endedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.endedAt ?? null;
}

/** Whether the last drill failed and every backup there is was made before it. */
export async function isLastFoundBroken(db: Database): Promise<boolean> {
  if (!(await areRunsNoted(db))) return false;
  const { rows } = await sql<{ broken: boolean }>`
    select d.outcome = 'failed' and not exists (
      select from backup_runs b where b.kind = 'backup' and b.outcome <> 'failed' and b.started_at > d.ended_at
    ) as broken
    from backup_runs d where d.kind = 'drill' order by d.ended_at desc, d.id desc limit 1`.execute(db);
  return rows[0]?.broken ?? false;
}

/** Size and root of the last signed state of the verifiable log; null where there is none yet. */
export async function readLogRoot(session: Session): Promise<string | null> {
  const { rows } = await session.query<{ found: string | null }>(
    "select to_regclass('log_checkpoints')::text as found",
  );
  if ((rows[0]?.found ?? null) === null) return null;
  const last = await session.query<{ root: string }>(
    `select size || ' ' || encode(root, 'hex') as root from log_checkpoints order by size desc limit 1`,
  );
  return last.rows[0]?.root ?? null;
}

async function areRunsNoted(db: Database): Promise<boolean> {
  const { rows } = await sql<{ found: string | null }>`
    select to_regclass('backup_runs')::text as found`.execute(db);
  return (rows[0]?.found ?? null) !== null;
}
