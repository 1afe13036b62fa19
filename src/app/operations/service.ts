import { readLastWhole, readRuns } from '#app/backups/store.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, systemContext } from '#foundation/context.ts';
import { historyOf, record } from '#foundation/history/service.ts';
import { openAlarm } from '#foundation/log/alarms.ts';
import { logLag } from '#foundation/log/service.ts';
import { latestVerification } from '#foundation/log/verification/service.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { judge } from './rules/judge.ts';
import { isGivenUp } from './rules/jobs.ts';
import type { Facts, Finding, Job } from './schema.ts';
import {
  readBeginning,
  readDatabase,
  readDiskSamples,
  readFailures,
  readJob,
  readJobs,
  readProcesses,
  readSlowStatements,
  retryJobNow,
  takeOutJob,
} from './store.ts';

const DAY_MS = 24 * 3_600_000;
const FORECAST_DAYS = 14;

export type Operations = { readonly facts: Facts; readonly findings: readonly Finding[] };

/** How the installation is, for whoever keeps it running. */
export async function operations(ctx: Context): Promise<Operations> {
  await authorise(ctx, 'operations.manage');
  // What is judged is the whole installation's, whatever this person may see of dossiers; no dossier is in it.
  const facts = await gatherFacts(await systemContext(ctx, ctx.requestId));
  return { facts, findings: judge(facts) };
}

/** Everything the page and the watch judge by. For the system. */
export async function gatherFacts(ctx: Context): Promise<Facts> {
  const { db, now } = ctx;
  const dayAgo = new Date(now.getTime() - DAY_MS);
  const runs = await readRuns(db, 'backup', 10);
  const drills = await readRuns(db, 'drill', 10);
  const check = await latestVerification(ctx);
  return {
    now,
    database: await readDatabase(db, now),
    jobs: await readJobs(db),
    failures: await readFailures(db, dayAgo),
    slow: await readSlowStatements(db, localDateOf(now)),
    disks: await readDiskSamples(db, new Date(now.getTime() - FORECAST_DAYS * DAY_MS)),
    backups: {
      newest: runs[0] ?? null,
      newestDrill: drills[0] ?? null,
      lastWhole: await readLastWhole(db),
      runs: [...runs, ...drills].toSorted((one, other) => other.endedAt.getTime() - one.endedAt.getTime()),
    },
    log: {
      lag: await logLag(ctx),
      alarm: (await openAlarm(ctx))?.sentence ?? null,
      lastCheck: check && { endedAt: check.endedAt, findings: check.findingCount },
    },
    processes: await readProcesses(db, dayAgo),
    began: await readBeginning(db),
  };
}

/** Has a job that failed tried again now. Refuses what is gone, runs now, or has not failed. */
export async function retryJob(ctx: Context, id: number): Promise<Job> {
  await authorise(ctx, 'operations.manage');
  return inTransaction(ctx, async (tx) => {
    const job = await failedJob(tx, id);
    if (!(await retryJobNow(tx.db, id))) refuse('conflict', RUNS_NOW);
    await note(tx, id, { kind: 'retried', payload: { task: job.task } });
    return job;
  });
}

/** Takes a job that failed out of the queue for good, with the reason in the history. */
export async function discardJob(
  ctx: Context,
  { id, reason }: { readonly id: number; readonly reason: string },
): Promise<Job> {
  await authorise(ctx, 'operations.manage');
  return inTransaction(ctx, async (tx) => {
    const job = await failedJob(tx, id);
    if (!(await takeOutJob(tx.db, id))) refuse('conflict', RUNS_NOW);
    await note(tx, id, { kind: 'discarded', payload: { task: job.task, reason } });
    return job;
  });
}

/** A job that may be discarded, for the page that asks. */
export async function jobToDiscard(ctx: Context, id: number): Promise<Job> {
  await authorise(ctx, 'operations.manage');
  return failedJob(ctx, id);
}

const RUNS_NOW = 'Việc này đang được làm. Hãy chờ một lát rồi tải lại trang.';

async function failedJob(ctx: Context, id: number): Promise<Job> {
  const job = await readJob(ctx.db, id);
  if (job === null) return refuse('missing', 'Việc này không còn trong hàng đợi: đã làm xong hoặc đã bỏ.');
  if (job.lastError !== null || isGivenUp(job)) return job;
  return refuse('conflict', 'Việc này chưa bị lỗi; hệ thống sẽ tự làm khi đến lượt.');
}

async function note(
  tx: Context,
  id: number,
  deed: { readonly kind: string; readonly payload: Readonly<Record<string, unknown>> },
): Promise<void> {
  const after = (await historyOf(tx, 'job', id)).length;
  await record(tx, { name: 'job', id, after }, [deed]);
}
