/** What the system should have done by itself and did not: found, tried again, given up with a reason. */
import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { clockRuleSets } from '#capabilities/dossiers/clock/settings/service.ts';
import { loadDossier } from '#capabilities/dossiers/store.ts';
import { tryAgain } from '#capabilities/dossiers/timers/store.ts';
import { noticeQuery } from '#capabilities/notifications/list/schema.ts';
import { noticesPage } from '#capabilities/notifications/list/service.ts';
import { noticePaths, templateWords } from '#capabilities/notifications/schema.ts';
import { publishedProcesses } from '#capabilities/processes/service.ts';
import { can, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import { CALENDAR_CHANGE_TASK } from '#foundation/calendar/changes/schema.ts';
import { asSystem, type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { historyOf, record } from '#foundation/history/service.ts';
import { holdsOn } from '#foundation/organisation/rules.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { OPERATIONS, taskWords } from '#app/operations/schema.ts';
import { readJobs, retryJobNow, takeOutJob } from '#app/operations/store.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import {
  HANDOVER_PATIENCE_DAYS,
  handoverRow,
  jobRow,
  moveRow,
  strandedRow,
  TIMER_PATIENCE_MINUTES,
  timerRow,
  timerRows,
  unclearRow,
  warningRows,
} from './rules.ts';
import type { DropInput, GuardKind, GuardRow, RetryInput } from './schema.ts';
import {
  countReceived,
  giveTimerUp,
  readFailedJobs,
  readFailedMoves,
  readFiredTimers,
  readGivenWarnings,
  readOpenHandovers,
  readOverdueTimers,
  readStranded,
  readUnclear,
  type Units,
  updateSettled,
} from './store.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Newest failures of the queue shown here; the operator's page has all of them. */
const MOST_JOBS = 50;

/** Everything that needs somebody, of the units one answers for; an operator sees all, by numbers alone. */
export async function guardRows(ctx: Context): Promise<readonly GuardRow[]> {
  const units = await watchedUnits(ctx);
  // Operators see no dossiers: what is wrong is told by its number alone, of the units that are asked for.
  const found = await asSystem(ctx, async (system) => [
    ...(await ofDossiers(system, units)),
    ...(await ofRules(ctx, system)),
  ]);
  const queue = can(ctx.actor, 'operations.manage') ? await ofQueue(ctx) : [];
  return [...found, ...(await ofNotices(ctx)), ...queue];
}

/** Refuses whoever watches over nothing. */
export function requireWatcher(ctx: Context): void {
  const actor = requireActor(ctx);
  if (can(actor, 'operations.manage') || can(actor, 'dossier.guard')) return;
  refuse('forbidden', 'Trang này dành cho lãnh đạo đơn vị, nội vụ và người vận hành hệ thống.');
}

/** Units whose dossiers one watches over; null is all. */
async function watchedUnits(ctx: Context): Promise<Units> {
  requireWatcher(ctx);
  return can(ctx.actor, 'operations.manage') ? null : unitsWith(ctx, 'dossier.guard');
}

async function ofDossiers(system: Context, units: Units): Promise<readonly GuardRow[]> {
  const { db, now } = system;
  const unitName = await unitNames(system, 'shortName');
  const overdue = new Date(now.getTime() - TIMER_PATIENCE_MINUTES * MINUTE_MS);
  const forgotten = new Date(now.getTime() - HANDOVER_PATIENCE_DAYS * DAY_MS);
  const timers: GuardRow[] = [];
  for (const timer of await readOverdueTimers(db, overdue, units)) {
    const loaded = await loadDossier(db, timer.number, 'read');
    timers.push(timerRow(timer, loaded?.state.run?.definition ?? null));
  }
  return [
    ...timers,
    ...(await readFailedJobs(db, units)).map(jobRow),
    ...(await readFailedMoves(db, units)).map(moveRow),
    ...(await readStranded(db, units)).map(strandedRow),
    ...(await readUnclear(db, units)).map(unclearRow),
    ...(await readOpenHandovers(db, forgotten, units)).map((one) => handoverRow(one, unitName)),
  ];
}

/** Rules that nothing has ever come of. */
async function ofRules(ctx: Context, system: Context): Promise<readonly GuardRow[]> {
  const today = localDateOf(ctx.now);
  const versions = (await publishedProcesses(system)).filter((version) => holdsOn(version, today));
  const fired = await readFiredTimers(system.db);
  const inForce = (await clockRuleSets(ctx)).findLast(({ validFrom }) => validFrom <= today);
  const timers = timerRows(versions, fired, ctx.now);
  if (inForce === undefined) return timers;
  const since = new Date(`${inForce.validFrom}T00:00:00+07:00`);
  if ((await countReceived(system.db, since)) === 0) return timers;
  const given = await readGivenWarnings(system.db, since);
  return [...timers, ...warningRows(inForce.rules.warnings, given, since)];
}

async function ofNotices(ctx: Context): Promise<readonly GuardRow[]> {
  if (!can(ctx.actor, 'dossier.notify')) return [];
  const { rows } = await noticesPage(ctx, noticeQuery.parse({ state: 'given-up' }));
  return rows.map((notice) => ({
    kind: 'notice',
    id: String(notice.id),
    what: templateWords(notice.template),
    since: notice.createdAt,
    problem: notice.failure,
    todo: 'Mở thông báo để gửi lại hoặc gửi đến địa chỉ khác.',
    dossier: notice.dossierNumber,
    unitId: notice.unitId,
    href: noticePaths.one(notice.id),
    acts: [],
  }));
}

async function ofQueue({ db }: Context): Promise<readonly GuardRow[]> {
  const jobs = (await readJobs(db)).filter(({ lastError }) => lastError !== null);
  return jobs.slice(0, MOST_JOBS).map((job) => ({
    kind: 'queue',
    id: String(job.id),
    what: taskWords(job.task),
    since: job.createdAt,
    problem: (job.lastError ?? '').slice(0, 300),
    todo: 'Làm lại hoặc bỏ ở trang Vận hành hệ thống.',
    dossier: null,
    unitId: null,
    href: `${OPERATIONS}#viec-nen`,
    acts: [],
  }));
}

/** Has something tried again now. Refuses what is not there any more, or is nobody's to retry. */
export async function retryGuarded(ctx: Context, { kind, id }: RetryInput): Promise<GuardRow> {
  const row = await rowFor(ctx, { kind, id }, 'retry');
  await inTransaction(ctx, async (tx) => asSystem(tx, async (system) => carryOutRetry(system, row)));
  return row;
}

async function carryOutRetry(tx: TransactionContext, { kind, id }: GuardRow): Promise<void> {
  const [first = 0] = id.split(' ').map(Number);
  if (kind === 'timer') {
    await tryAgain(tx.db, first, tx.now);
    return queueJob(tx.db, { task: 'fire-timers', payload: {} });
  }
  if (kind === 'due-move') {
    return queueJob(tx.db, { task: CALENDAR_CHANGE_TASK, payload: { id: first } });
  }
  // Nothing else offers it: a job about a dossier.
  if (!(await retryJobNow(tx.db, first))) refuse('conflict', RUNS_NOW);
}

/** Gives something up for good, with the reason in the history. */
export async function dropGuarded(ctx: Context, { kind, id, reason }: DropInput): Promise<GuardRow> {
  const row = await rowFor(ctx, { kind, id }, 'drop');
  await inTransaction(ctx, async (tx) => {
    const subject = await asSystem(tx, async (system) => carryOutDrop(system, row, reason));
    const stream = kind === 'job' ? 'job' : 'guard';
    const after = (await historyOf(tx, stream, subject)).length;
    const payload = { what: kind, id, reason };
    await record(tx, { name: stream, id: subject, after }, [{ kind: 'discarded', payload }]);
  });
  return row;
}

/** Answers the number under which the history keeps it. */
async function carryOutDrop(tx: TransactionContext, { kind, id }: GuardRow, reason: string): Promise<number> {
  const [first = '', token = '', ...node] = id.split(' ');
  const subject = Number(first);
  if (kind === 'timer') {
    const timer = { dossierId: subject, token: Number(token), node: node.join(' ') };
    await giveTimerUp(tx.db, timer, { reason, now: tx.now });
  } else if (kind === 'unclear') {
    await updateSettled(tx.db, subject, tx.now);
  } else if (!(await takeOutJob(tx.db, subject))) {
    // Nothing else offers it: a job about a dossier.
    refuse('conflict', RUNS_NOW);
  }
  return subject;
}

const RUNS_NOW = 'Việc này đang được làm. Hãy chờ một lát rồi tải lại trang.';

/** A row that the person sees and may do this with, or a refusal. */
export async function rowFor(
  ctx: Context,
  { kind, id }: { readonly kind: GuardKind; readonly id: string },
  act: GuardRow['acts'][number],
): Promise<GuardRow> {
  const rows = await guardRows(ctx);
  const row = rows.find((one) => one.kind === kind && one.id === id);
  if (!row) return refuse('missing', 'Việc này không còn: đã xong, đã bỏ, hoặc không thuộc đơn vị của bạn.');
  if (!row.acts.includes(act))
    return refuse('conflict', 'Việc này không làm được ở đây. Hãy mở trang liên quan.');
  return row;
}
