import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';

/** A background job: which task, with what, and when. `key` keeps one waiting job per thing. */
export type Job = {
  readonly task: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly key?: string;
  readonly runAt?: Date;
};

/** Queues a job in the caller's transaction: it exists if and only if the transaction commits. */
export async function queueJob(db: Database, job: Job): Promise<void> {
  const payload = JSON.stringify(job.payload);
  await sql`select queue_job(${job.task}, ${payload}::json, ${job.key ?? null}, ${job.runAt ?? null})`.execute(
    db,
  );
}
