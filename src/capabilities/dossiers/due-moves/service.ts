/**
 * What a change of the calendar does to running dossiers: counted before it is confirmed, moved after it. Both go through
 * all dossiers in the order of their numbers and keep how far they are, so that whatever cuts them off costs one dossier.
 */
import { computeDue } from '#kernel/working-time/due.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { versionById } from '#capabilities/procedures/service.ts';
import { notify } from '#capabilities/notifications/service.ts';
import { type CalendarChange } from '#foundation/calendar/changes/schema.ts';
import { type Around, calendarsAround, requireChange } from '#foundation/calendar/changes/service.ts';
import { updateProgress } from '#foundation/calendar/changes/store.ts';
import { type Context, inTransaction, systemContext, type TransactionContext } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import type { System } from '#platform/system.ts';
import { asDossierEvent } from '../deeds.ts';
import { carryOut } from '../frame.ts';
import { unitsOf } from '../rules.ts';
import { type LoadedDossier, loadDossier } from '../store.ts';
import { problemWords } from '../timers/rules.ts';
import type { CalendarAt, History } from './expected.ts';
import { movesOf, type Sides } from './rules.ts';
import {
  type Candidate,
  forgetCounted,
  keepMoveProblem,
  keepMoves,
  type MoveRow,
  readCandidates,
  readFailedMoves,
  updateExplanation,
} from './store.ts';

/** Dossiers in memory at a time. */
const BATCH = 200;

/** Does what is to be done about a change: counts what an open one would move, moves what a confirmed one does. */
export async function followChange(system: System, requestId: string, id: number): Promise<void> {
  const ctx = await systemContext(system, requestId);
  const { state } = await requireChange(ctx, id);
  if (state === 'open') await countMoves(ctx, id);
  if (state === 'confirmed') await moveDues(ctx, id);
}

async function countMoves(ctx: Context, id: number): Promise<void> {
  for (;;) {
    const change = await requireChange(ctx, id);
    if (change.state !== 'open' || change.countedAt !== null) return;
    if (change.countedTo === 0) await forgetCounted(ctx.db, id);
    const candidates = await candidatesOf(ctx, change, change.countedTo);
    const last = candidates.at(-1);
    const rows = await countBatch(ctx, change, candidates);
    await inTransaction(ctx, async (tx) => {
      await keepMoves(
        tx.db,
        rows.map((row) => ({ ...row, movedAt: null })),
      );
      await updateProgress(tx.db, id, last ? { countedTo: last.id } : { countedAt: ctx.now });
    });
  }
}

async function candidatesOf(
  ctx: Context,
  change: CalendarChange,
  behind: number,
): Promise<readonly Candidate[]> {
  const { first } = await calendarsAround(ctx, change, []);
  return readCandidates(ctx.db, {
    behind,
    before: change.decidedAt ?? ctx.now,
    firstDay: first,
    most: BATCH,
  });
}

async function countBatch(
  ctx: Context,
  change: CalendarChange,
  candidates: readonly Candidate[],
): Promise<readonly MoveRow[]> {
  const rows: MoveRow[] = [];
  for (const candidate of candidates) {
    const loaded = await loadDossier(ctx.db, candidate.number, 'read');
    if (loaded === null) continue;
    const { dues } = await reckon(ctx, change, { loaded, candidate });
    if (dues !== null) rows.push(rowOf(change, loaded, dues));
  }
  return rows;
}

type Dues = NonNullable<ReturnType<typeof movesOf>>;

function rowOf({ id }: CalendarChange, loaded: LoadedDossier, dues: Dues): MoveRow {
  return {
    changeId: id,
    dossierId: loaded.id,
    dueFrom: loaded.state.dueAt,
    dueTo: new Date(dues.dueAt),
    steps: dues.steps.length,
    timers: dues.timers.length,
  };
}

type Subject = { readonly loaded: LoadedDossier; readonly candidate: Candidate };
type Reckoned = {
  readonly dues: Dues | null;
  readonly history: History;
  readonly sides: Sides;
  readonly around: Around;
};

async function reckon(
  ctx: Context,
  change: CalendarChange,
  { loaded, candidate }: Subject,
): Promise<Reckoned> {
  const { id, state } = loaded;
  const events = (await historyOf(ctx, 'dossier', id)).map(asDossierEvent);
  const around = await calendarsAround(ctx, change, unitsOf(state));
  const taken = events.findLast((event) => event.kind === 'migrated' && event.payload.limitVersionId);
  const limitVersion = taken?.kind === 'migrated' ? taken.payload.limitVersionId : undefined;
  const { content } = await versionById(ctx, limitVersion ?? candidate.versionId);
  const history = { state, events, limit: content.timeLimit };
  const sides = { now: ctx.now, before: countedWith(change, around), after: around.after } as const;
  const isMovedAlready = events.some(
    (event) => event.kind === 'due-moved' && event.payload.changeId === change.id,
  );
  return { dues: isMovedAlready ? null : movesOf(history, sides), history, sides, around };
}

/** What happened after the confirmation was counted with the new calendar already. */
function countedWith({ decidedAt }: CalendarChange, { before, after }: Around): CalendarAt {
  return (unitId, at) => (decidedAt !== null && at >= decidedAt ? after(unitId) : before(unitId));
}

async function moveDues(ctx: Context, id: number): Promise<void> {
  for (;;) {
    const change = await requireChange(ctx, id);
    if (change.settledAt !== null) return retryFailed(ctx, change);
    const candidates = await candidatesOf(ctx, change, change.movedTo);
    for (const candidate of candidates) {
      await moveOne(ctx, change, candidate);
      await updateProgress(ctx.db, id, { movedTo: candidate.id });
    }
    if (candidates.length > 0) continue;
    // What was counted and did not move after all has ended meanwhile, or was moved by somebody.
    await forgetCounted(ctx.db, id);
    await updateProgress(ctx.db, id, { settledAt: ctx.now });
    return;
  }
}

/** Those that could not be moved the first time, once more. */
async function retryFailed(ctx: Context, change: CalendarChange): Promise<void> {
  for (const candidate of await readFailedMoves(ctx.db, change.id)) await moveOne(ctx, change, candidate);
}

async function moveOne(ctx: Context, change: CalendarChange, candidate: Candidate): Promise<void> {
  try {
    await inTransaction(ctx, async (tx) => moveLocked(tx, change, candidate));
  } catch (error) {
    // One dossier that cannot be moved keeps no other from its date; the guard's page shows it.
    const problem = problemWords(error);
    ctx.log.warn({ dossier: candidate.number, problem }, 'Chưa dời được hạn của hồ sơ theo lịch làm việc');
    const loaded = await loadDossier(ctx.db, candidate.number, 'read');
    if (loaded === null) throw error;
    const due = loaded.state.dueAt;
    const row = { changeId: change.id, dossierId: loaded.id, dueFrom: due, dueTo: due, steps: 0, timers: 0 };
    await keepMoveProblem(ctx.db, { ...row, problem });
  }
}

async function moveLocked(
  tx: TransactionContext,
  change: CalendarChange,
  candidate: Candidate,
): Promise<void> {
  const loaded = await loadDossier(tx.db, candidate.number, 'lock');
  if (loaded === null) return;
  const reckoned = await reckon(tx, change, { loaded, candidate });
  const { dues, around } = reckoned;
  if (dues === null) return;
  const { id, state } = loaded;
  await carryOut(tx, loaded, [
    { kind: 'due-moved', payload: { changeId: change.id, why: around.why, ...dues } },
  ]);
  await keepMoves(tx.db, [{ ...rowOf(change, loaded, dues), movedAt: tx.now }]);
  const dueAt = new Date(dues.dueAt);
  if (dueAt.getTime() === state.dueAt.getTime()) return;
  await explainAnew(tx, id, { ...reckoned, dueAt });
  await notify(tx, {
    template: 'due-moved',
    dossier: { id, number: state.number },
    to: 'applicant',
    facts: { oldDue: formatDateTime(state.dueAt), newDue: formatDateTime(dueAt), reason: around.why },
    once: `due-moved ${change.id} ${id}`,
  });
}

/** The page explains a promise day by day, as long as it follows from the limit alone. */
async function explainAnew(
  tx: TransactionContext,
  id: number,
  { history, sides, dueAt }: Reckoned & { readonly dueAt: Date },
): Promise<void> {
  const { receivingUnitId, receivedAt } = history.state;
  const due = computeDue(sides.after(receivingUnitId, receivedAt), receivedAt, history.limit);
  if (due.dueAt.getTime() === dueAt.getTime()) await updateExplanation(tx.db, id, due.explanation);
}
