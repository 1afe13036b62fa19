/**
 * Jobs that were not done at the moment of the backup. They are promises of committed transactions (a letter to an
 * applicant), so they are put into the queue again, with all their attempts: once too often is better than never. Jobs of the timetable
 * are left out, since it makes the next ones itself. What a worker held belongs to nobody after a restore. They are kept
 * by the queue's public function and not by its tables, which may look otherwise in the next release of it.
 */
import { copyIn, type Session } from './session.ts';

const COLUMNS = 'identifier, queue_name, payload, priority, run_at, max_attempts, key, flags';

/** The rows for COPY, in parentheses. */
export const WAITING_JOBS = `(select t.identifier, q.queue_name, j.payload, j.priority, j.run_at, j.max_attempts, j.key,
    (select array_agg(f order by f) from jsonb_object_keys(j.flags) f) as flags
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
  where j.payload -> '_cron' is null order by j.id)`;

/** A place for the rows, which ends with the transaction. */
export async function receiveJobs(session: Session): Promise<ReturnType<typeof copyIn>> {
  await session.query(`create temporary table waiting_jobs (line bigint generated always as identity,
    identifier text, queue_name text, payload json, priority int, run_at timestamptz, max_attempts int, key text, flags text[])
    on commit drop`);
  return copyIn(session, `waiting_jobs (${COLUMNS})`);
}

/** Queues what was received, in the same order. */
export async function queueReceivedJobs(session: Session): Promise<void> {
  await session.query(`select count(graphile_worker.add_job(identifier, payload, queue_name, run_at, max_attempts, key,
    priority, flags)) from (select * from waiting_jobs order by line) jobs`);
}
