import { Logger as WorkerLogger, runMigrations, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import type { Log } from '#platform/log/log.ts';
import { watchJob } from '#platform/tracing/channels.ts';
import { reached } from '#platform/points.ts';
import { keepRunning } from './runner.ts';

/** What a background task does with its payload. Throwing means: try again later, with growing pauses. */
export type TaskHandler = (payload: unknown, jobId: string) => Promise<void>;

/** What the queue is to do: each task's handler, and a timetable (crontab lines, in UTC) of those that come by themselves. */
export type Tasks = {
  readonly handlers: Readonly<Record<string, TaskHandler>>;
  readonly timetable: readonly string[];
};

export type JobWorker = { readonly stop: () => Promise<void> };

/** Creates or upgrades the queue's own schema. Run as the owner. */
export async function migrateQueue(ownerPool: pg.Pool, log: Log): Promise<void> {
  await runMigrations({ pgPool: ownerPool, logger: quiet(log) });
}

/**
 * Takes jobs from the queue, a few at a time, until stopped. `ownerPool` belongs to the queue's bookkeeping only;
 * the handlers use the application's own database.
 */
export async function startWorker(
  ownerPool: pg.Pool,
  { handlers, timetable }: Tasks,
  log: Log,
): Promise<JobWorker> {
  const entries = Object.entries(handlers).map(([name, handle]) => [
    name,
    async (payload: unknown, helpers: { job: { id: string } }) => {
      await watchJob(name, String(helpers.job.id), async () => handle(payload, String(helpers.job.id)));
      reached('job-done');
    },
  ]);
  // Object.fromEntries forgets the value type that the map above gives every entry.
  const taskList = Object.fromEntries(entries) as TaskList;
  return keepRunning({ ownerPool, taskList, crontab: timetable.join('\n'), logger: quiet(log), log });
}

/** The queue reports through our log; its chatter stays at debug. */
function quiet(log: Log): WorkerLogger {
  return new WorkerLogger((scope) => (level, message) => {
    const fields = { job: scope.jobId, task: scope.taskIdentifier };
    if (level === 'error') log.error(fields, message);
    else if (level === 'warning') log.warn(fields, message);
    else log.debug(fields, message);
  });
}
