import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { KnownAlarm } from './rules/alarms.ts';
import {
  type DatabaseFacts,
  type DiskSample,
  type Failure,
  type Job,
  processFacts,
  type RunningProcess,
  type SlowStatement,
} from './schema.ts';

/** Jobs shown and judged at most; those that failed come first. */
const MOST_JOBS = 2000;

export async function readJobs(db: Database): Promise<readonly Job[]> {
  const { rows } = await sql<Job>`
    select id, task, attempts, max_attempts, run_at, created_at, is_running, last_error from queued_jobs()
    order by last_error is null, run_at, id limit ${MOST_JOBS}`.execute(db);
  return rows;
}

export type JobCount = {
  readonly task: string;
  readonly waiting: number;
  readonly retrying: number;
  readonly failed: number;
  readonly oldestSeconds: number | null;
};

/** Jobs by task: due and not taken, tried again, given up; and for how long the oldest of the first has been due. */
export async function countJobs(db: Database): Promise<readonly JobCount[]> {
  const { rows } = await sql<JobCount>`
    select task,
      count(*) filter (where attempts < max_attempts and not is_running and run_at <= now()) as waiting,
      count(*) filter (where attempts < max_attempts and last_error is not null) as retrying,
      count(*) filter (where attempts >= max_attempts) as failed,
      extract(epoch from now() - min(run_at) filter (
        where attempts < max_attempts and not is_running and run_at <= now()))::float8 as oldest_seconds
    from queued_jobs() group by task order by task`.execute(db);
  return rows;
}

export async function readJob(db: Database, id: number): Promise<Job | null> {
  const { rows } = await sql<Job>`
    select id, task, attempts, max_attempts, run_at, created_at, is_running, last_error from queued_jobs()
    where id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Whether it was there and not just running. */
export async function retryJobNow(db: Database, id: number): Promise<boolean> {
  const { rows } = await sql<{ readonly done: boolean }>`select retry_job(${id}) as done`.execute(db);
  return rows[0]?.done ?? false;
}

/** Whether it was there, had failed and was not just running. */
export async function takeOutJob(db: Database, id: number): Promise<boolean> {
  const { rows } = await sql<{ readonly done: boolean }>`select discard_job(${id}) as done`.execute(db);
  return rows[0]?.done ?? false;
}

export async function insertFailures(db: Database, rows: readonly Failure[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('unexpectedFailures')
    .values([...rows])
    .execute();
}

/** The newest first. */
export async function readFailures(db: Database, since: Date): Promise<readonly Failure[]> {
  return db
    .selectFrom('unexpectedFailures')
    .select(['at', 'requestId', 'method', 'route', 'kind', 'place'])
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1000)
    .execute();
}

export type SlowRow = SlowStatement & { readonly day: string; readonly fingerprint: string };

/** Adds what one process saw to what is known of the day. */
export async function addSlowStatements(db: Database, rows: readonly SlowRow[]): Promise<void> {
  for (const row of rows) {
    await db
      .insertInto('slowStatements')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['day', 'fingerprint']).doUpdateSet((set) => ({
          runs: sql`slow_statements.runs + ${set.ref('excluded.runs')}`,
          totalMs: sql`slow_statements.total_ms + ${set.ref('excluded.totalMs')}`,
          longestMs: sql`greatest(slow_statements.longest_ms, ${set.ref('excluded.longestMs')})`,
          lastAt: set.ref('excluded.lastAt'),
        })),
      )
      .execute();
  }
}

/** Those that cost most first. */
export async function readSlowStatements(db: Database, day: string): Promise<readonly SlowStatement[]> {
  return db
    .selectFrom('slowStatements')
    .select(['statement', 'runs', 'longestMs', 'totalMs', 'lastAt'])
    .where('day', '=', day)
    .orderBy('totalMs', 'desc')
    .limit(100)
    .execute();
}

/** One sample of a place an hour: a later one of the same hour takes the place of the earlier. */
export async function keepDiskSamples(db: Database, samples: readonly DiskSample[]): Promise<void> {
  if (samples.length === 0) return;
  await db
    .insertInto('diskSamples')
    .values([...samples])
    .onConflict((conflict) =>
      conflict.columns(['host', 'place', 'at']).doUpdateSet((set) => ({
        sizeBytes: set.ref('excluded.sizeBytes'),
        freeBytes: set.ref('excluded.freeBytes'),
      })),
    )
    .execute();
}

/** The oldest first; of hosts that still measure. */
export async function readDiskSamples(db: Database, since: Date): Promise<readonly DiskSample[]> {
  return db
    .selectFrom('diskSamples')
    .select(['host', 'place', 'at', 'sizeBytes', 'freeBytes'])
    .where('at', '>=', since)
    .orderBy('at')
    .execute();
}

export async function keepProcess(db: Database, process: RunningProcess): Promise<void> {
  const row = { ...process, facts: JSON.stringify(process.facts) };
  const { id: _id, startedAt: _startedAt, ...changing } = row;
  await db
    .insertInto('runningProcesses')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute();
}

export async function forgetProcess(db: Database, id: string): Promise<void> {
  await db.deleteFrom('runningProcesses').where('id', '=', id).execute();
}

export async function readProcesses(db: Database, since: Date): Promise<readonly RunningProcess[]> {
  const rows = await db
    .selectFrom('runningProcesses')
    .select(['id', 'host', 'role', 'version', 'node', 'startedAt', 'seenAt', 'memoryBytes'])
    .select(['eventLoopDelayMs', 'connectionsUsed', 'connectionsWaitedFor', 'clockDifferenceMs', 'facts'])
    .where('seenAt', '>=', since)
    .orderBy('host')
    .orderBy('startedAt')
    .execute();
  return rows.map((row) => ({ ...row, facts: processFacts.parse(row.facts) }));
}

export async function readClock(db: Database): Promise<Date> {
  const { rows } = await sql<{ readonly at: Date }>`select clock_timestamp() as at`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('The database tells no time');
  return row.at;
}

export async function readDatabase(db: Database, now: Date): Promise<DatabaseFacts> {
  const { rows } = await sql<DatabaseFacts>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as size_bytes,
      (select count(*) from sessions where expires_at > ${now}) as sessions,
      (select max(name) from schema_migrations) as migration`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('The database says nothing of itself');
  return row;
}

/** When the first step of the schema was made here. */
export async function readBeginning(db: Database): Promise<Date | null> {
  const { rows } = await sql<{
    readonly at: Date | null;
  }>`select min(applied_at) as at from schema_migrations`.execute(db);
  return rows[0]?.at ?? null;
}

export async function readAlarms(db: Database): Promise<readonly KnownAlarm[]> {
  return db
    .selectFrom('operationAlarms')
    .select(['cause', 'sentence', 'since', 'endedAt', 'isTold', 'toldAt'])
    .orderBy('cause')
    .forUpdate()
    .execute();
}

export async function keepAlarms(db: Database, alarms: readonly KnownAlarm[]): Promise<void> {
  for (const alarm of alarms) {
    await db
      .insertInto('operationAlarms')
      .values(alarm)
      .onConflict((conflict) => conflict.column('cause').doUpdateSet(alarm))
      .execute();
  }
}

export type SweepLimits = {
  readonly failures: Date;
  readonly slowDay: string;
  readonly disks: Date;
  readonly processes: Date;
  readonly alarms: Date;
};

/** Throws away what is older. */
export async function sweepOperations(db: Database, before: SweepLimits): Promise<void> {
  await db.deleteFrom('unexpectedFailures').where('at', '<', before.failures).execute();
  await db.deleteFrom('slowStatements').where('day', '<', before.slowDay).execute();
  await db.deleteFrom('diskSamples').where('at', '<', before.disks).execute();
  await db.deleteFrom('runningProcesses').where('seenAt', '<', before.processes).execute();
  await db.deleteFrom('operationAlarms').where('endedAt', '<', before.alarms).execute();
}
