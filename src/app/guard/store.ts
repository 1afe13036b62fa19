import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';

/** Rows of one kind at most; what is wrong a thousand times has one cause. */
const MOST = 200;

/** Units whose dossiers are looked at; null: all. */
export type Units = readonly number[] | null;

export type OverdueTimer = {
  readonly dossierId: number;
  readonly token: number;
  readonly node: string;
  readonly number: string;
  readonly unitId: number;
  readonly dueAt: Date;
  readonly problem: string | null;
  readonly tries: number | null;
  readonly isRetried: boolean;
};

/** Timers that were due before an instant and have not gone off, of dossiers whose clock runs. */
export async function readOverdueTimers(
  db: Database,
  before: Date,
  units: Units,
): Promise<readonly OverdueTimer[]> {
  const { rows } = await sql<OverdueTimer>`
    select t.dossier_id, t.token, t.node, d.number, d.receiving_unit_id as unit_id, t.due_at, f.problem, f.tries,
      f.next_at is not null as is_retried
    from dossier_timers t join dossiers d on d.id = t.dossier_id
      left join dossier_timer_failures f using (dossier_id, token, node)
    where t.due_at < ${before} and d.paused_for is null and f.given_up_reason is null
      and (${units}::bigint[] is null or d.receiving_unit_id = any(${units}))
    order by t.due_at limit ${MOST}`.execute(db);
  return rows;
}

export type FailedJob = {
  readonly id: number;
  readonly task: string;
  readonly number: string;
  readonly unitId: number;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly createdAt: Date;
  readonly lastError: string;
};

export async function readFailedJobs(db: Database, units: Units): Promise<readonly FailedJob[]> {
  const { rows } = await sql<FailedJob>`
    select j.id, j.task, j.number, d.receiving_unit_id as unit_id, j.attempts, j.max_attempts, j.created_at, j.last_error
    from failed_dossier_jobs() j join dossiers d on d.number = j.number
    where ${units}::bigint[] is null or d.receiving_unit_id = any(${units})
    order by j.created_at limit ${MOST}`.execute(db);
  return rows;
}

export type FailedMove = {
  readonly changeId: number;
  readonly dossierId: number;
  readonly number: string;
  readonly unitId: number;
  readonly since: Date | null;
  readonly problem: string;
};

export async function readFailedMoves(db: Database, units: Units): Promise<readonly FailedMove[]> {
  const { rows } = await sql<FailedMove>`
    select m.change_id, m.dossier_id, d.number, d.receiving_unit_id as unit_id, c.decided_at as since, m.problem
    from dossier_due_moves m join calendar_changes c on c.id = m.change_id join dossiers d on d.id = m.dossier_id
    where m.problem is not null and m.moved_at is null and d.state in ('received', 'processing')
      and (${units}::bigint[] is null or d.receiving_unit_id = any(${units}))
    order by c.decided_at, d.id limit ${MOST}`.execute(db);
  return rows;
}

export type UnclearCondition = {
  readonly id: number;
  readonly number: string;
  readonly unitId: number;
  readonly flow: string;
  readonly reason: string;
  readonly at: Date;
};

export async function readUnclear(db: Database, units: Units): Promise<readonly UnclearCondition[]> {
  const { rows } = await sql<UnclearCondition>`
    select u.id, d.number, d.receiving_unit_id as unit_id, u.flow, u.reason, u.at
    from dossier_unclear_conditions u join dossiers d on d.id = u.dossier_id
    where u.settled_at is null and (${units}::bigint[] is null or d.receiving_unit_id = any(${units}))
    order by u.at limit ${MOST}`.execute(db);
  return rows;
}

export type Stranded = {
  readonly number: string;
  readonly unitId: number;
  readonly receivedAt: Date;
  readonly dueAt: Date;
};

/** Running dossiers that nobody works on and that wait for nothing. */
export async function readStranded(db: Database, units: Units): Promise<readonly Stranded[]> {
  const { rows } = await sql<Stranded>`
    select d.number, d.receiving_unit_id as unit_id, d.received_at, d.due_at
    from dossiers d left join dossier_runs r on r.dossier_id = d.id
    where d.state in ('received', 'processing', 'done') and d.paused_for is null
      and not exists (select from dossier_steps s where s.dossier_id = d.id and s.state = 'active')
      and not exists (select from jsonb_array_elements(r.instance -> 'tokens') t where t ->> 'state' = 'waiting')
      and (${units}::bigint[] is null or d.receiving_unit_id = any(${units}))
    order by d.received_at limit ${MOST}`.execute(db);
  return rows;
}

export type OpenHandover = {
  readonly number: string;
  readonly fromUnitId: number;
  readonly toUnitId: number;
  readonly handedAt: Date;
};

/** Papers handed over before an instant that nobody has taken. */
export async function readOpenHandovers(
  db: Database,
  before: Date,
  units: Units,
): Promise<readonly OpenHandover[]> {
  const { rows } = await sql<OpenHandover>`
    select d.number, h.from_unit_id, h.to_unit_id, h.handed_at
    from dossier_handovers h join dossiers d on d.id = h.dossier_id
    where h.taken_at is null and h.handed_at < ${before} and d.state in ('received', 'processing', 'done')
      and exists (select from dossier_work w where w.dossier_id = d.id and w.custody = 'handed')
      and (${units}::bigint[] is null or h.from_unit_id = any(${units}) or h.to_unit_id = any(${units}))
    order by h.handed_at limit ${MOST}`.execute(db);
  return rows;
}

export type TimerCount = { readonly definitionId: number; readonly node: string };

/** Timers of processes that have gone off at least once. */
export async function readFiredTimers(db: Database): Promise<readonly TimerCount[]> {
  return db.selectFrom('processTimerCounts').select(['definitionId', 'node']).execute();
}

/** Names of warnings that were given since a day. */
export async function readGivenWarnings(db: Database, since: Date): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('dossierWarnings')
    .select('rule')
    .distinct()
    .where('toldAt', '>=', since)
    .execute();
  return rows.map(({ rule }) => rule);
}

/** How many dossiers were received since a day: without any nothing could have been warned of. */
export async function countReceived(db: Database, since: Date): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*) as count from dossiers where received_at >= ${since}`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function updateSettled(db: Database, id: number, settledAt: Date): Promise<void> {
  await db.updateTable('dossierUnclearConditions').set({ settledAt }).where('id', '=', id).execute();
}

/** Gives a failed timer up; it is not tried again, and nobody is told of it any more. */
export async function giveTimerUp(
  db: Database,
  { dossierId, token, node }: Pick<OverdueTimer, 'dossierId' | 'token' | 'node'>,
  about: { readonly reason: string; readonly now: Date },
): Promise<void> {
  const { reason, now } = about;
  await db
    .insertInto('dossierTimerFailures')
    .values({
      dossierId,
      token,
      node,
      problem: reason,
      tries: 0,
      firstAt: now,
      lastAt: now,
      givenUpReason: reason,
    })
    .onConflict((conflict) =>
      conflict.columns(['dossierId', 'token', 'node']).doUpdateSet({ givenUpReason: reason, nextAt: null }),
    )
    .execute();
}
