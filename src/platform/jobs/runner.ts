import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { type Logger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { Log } from '#platform/log/log.ts';
import { watchAbandoned } from './abandoned.ts';

export type RunnerOptions = {
  /** Belongs to the queue's bookkeeping only. */
  readonly ownerPool: pg.Pool;
  readonly taskList: TaskList;
  /** Lines of crontab, in UTC. */
  readonly crontab: string;
  readonly logger: Logger;
  readonly log: Log;
};

/** Between two looks for jobs of killed workers, and before beginning anew (milliseconds). */
const PAUSE_MS = 5000;

/**
 * Runs the queue until it is stopped. The queue gives itself up when it cannot write down what became of a job, because the
 * database is away; then it begins anew, and the job is done once more. Fails when it cannot begin the first time.
 */
export async function keepRunning(options: RunnerOptions): Promise<{ readonly stop: () => Promise<void> }> {
  const ended = new AbortController();
  const abandoned = watchAbandoned(options.ownerPool, options.log);
  let current = await begin(options);
  const running = (async () => {
    while (!ended.signal.aborted) {
      const isOver = await Promise.race([current.runner.promise.then(() => true), pause(ended.signal)]);
      if (ended.signal.aborted) return;
      await trying(options.log, async () => {
        if (isOver) current = await begin(options);
        await abandoned.look(current.worker);
      });
      if (isOver) await pause(ended.signal);
    }
  })();
  await trying(options.log, async () => abandoned.look(current.worker));
  return {
    stop: async () => {
      ended.abort();
      await running;
      await trying(options.log, async () => current.runner.stop());
      await abandoned.close();
    },
  };
}

type Begun = { readonly runner: Runner; readonly worker: string };

async function begin({ ownerPool, taskList, crontab, logger }: RunnerOptions): Promise<Begun> {
  const events: WorkerEvents = new EventEmitter();
  let worker = '';
  events.on('pool:create', ({ workerPool }) => {
    worker = workerPool.id;
  });
  const runner = await run({
    pgPool: ownerPool,
    taskList,
    concurrency: 4,
    pollInterval: 2000,
    noHandleSignals: true,
    crontab,
    logger,
    events,
    // Its way without batches lets a failure at writing down end the whole process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  return { runner, worker };
}

/**
 * False when the time is over; also when it was cut short. It keeps the process alive: without the database there may be
 * nothing else that does.
 */
async function pause(signal: AbortSignal): Promise<false> {
  return wait(PAUSE_MS, false as const, { signal }).catch(() => false as const);
}

/** The database may be away for a while; the next look finds everything where it was. */
async function trying(log: Log, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.warn({ error }, 'Hàng đợi việc nền chưa chạy được, sẽ thử lại');
  }
}
