/** Timers of running processes go off when they are due, each dossier in a transaction of its own. */
import { type Context, inTransaction, systemContext, type TransactionContext } from '#foundation/context.ts';
import { reached } from '#platform/points.ts';
import type { System } from '#platform/system.ts';
import { moveLoaded } from '../frame.ts';
import { decideHappening } from '../run/rules.ts';
import { isEnded, isPaused } from '../state.ts';
import { type LoadedDossier, loadDossier } from '../store.ts';
import { nextTry, problemWords } from './rules.ts';
import {
  addTimerCounts,
  type DueDossier,
  forgetFailures,
  keepFailure,
  lockIfFree,
  readDue,
  readDueTimers,
  type TimerCount,
} from './store.ts';

/** Dossiers read at a time: so much is in memory, however many are due. */
const BATCH = 200;
/** Dossiers moved side by side; the others of the pool's connections belong to people. */
const SIDE_BY_SIDE = 4;
/** A round ends before the next one begins, and lets other jobs have their turn. */
const LONGEST_ROUND_MS = 50_000;

type Timer = { readonly token: number; readonly node: string };
type Tried = Timer & { readonly tries: number };
type Fired = { readonly definitionId: number; readonly node: string };
/** What one round did. */
export type Round = { readonly dossiers: number; readonly timers: number; readonly failed: number };

/**
 * Lets every timer go off that is due, oldest first, until none is left or the round has lasted long enough; the next
 * round goes on. A dossier that somebody else works on is left for later, one that fails is written down and holds up
 * nobody. Each dossier is wholly moved or not at all, so a round that is cut off loses nothing.
 */
export async function fireTimers(system: System, requestId: string): Promise<Round> {
  const until = performance.now() + LONGEST_ROUND_MS;
  let round: Round = { dossiers: 0, timers: 0, failed: 0 };
  let left: readonly number[] = [];
  for (;;) {
    const ctx = await systemContext(system, requestId);
    const due = await readDue(ctx.db, { now: ctx.now, most: BATCH, but: left });
    const done = await fireBatch(ctx, due);
    round = {
      dossiers: round.dossiers + done.moved,
      timers: round.timers + done.fired.length,
      failed: round.failed + done.failed,
    };
    await addTimerCounts(ctx.db, countsOf(done.fired), ctx.now);
    left = [...left, ...done.busy];
    if (due.length === 0 || performance.now() >= until) return round;
  }
}

type Batch = {
  readonly moved: number;
  readonly failed: number;
  readonly fired: readonly Fired[];
  readonly busy: readonly number[];
};

async function fireBatch(ctx: Context, due: readonly DueDossier[]): Promise<Batch> {
  const waiting = due.values();
  const ends = await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, async () => {
      const own: { readonly id: number; readonly end: End }[] = [];
      for (const dossier of waiting) own.push({ id: dossier.id, end: await fireDossier(ctx, dossier) });
      return own;
    }),
  );
  const all = ends.flat();
  return {
    moved: all.filter(({ end }) => typeof end !== 'string' && end.length > 0).length,
    failed: all.filter(({ end }) => end === 'failed').length,
    fired: all.flatMap(({ end }) => (typeof end === 'string' ? [] : end)),
    // Nothing went off there: it is not looked at again in this round.
    busy: all.filter(({ end }) => end === 'busy' || end.length === 0).map(({ id }) => id),
  };
}

/** The timers that went off; `busy`: somebody else works on the dossier. */
type End = readonly Fired[] | 'busy' | 'failed';

async function fireDossier(ctx: Context, dossier: DueDossier): Promise<End> {
  const trying: { timer: Tried | null } = { timer: null };
  try {
    return await inTransaction(ctx, async (tx) => {
      if (!(await lockIfFree(tx.db, dossier.id))) return 'busy';
      const fired: Fired[] = [];
      for (const timer of await readDueTimers(tx.db, dossier.id, tx.now)) {
        trying.timer = timer;
        const loaded = await loadDossier(tx.db, dossier.number, 'lock');
        // One that went off may have ended what another one watched over.
        if (loaded === null || !isWanted(loaded, timer)) continue;
        fired.push({ definitionId: await fireOne(tx, loaded, timer), node: timer.node });
      }
      await forgetFailures(tx.db, dossier.id);
      reached('timer-fired');
      return fired;
    });
  } catch (error) {
    // One dossier that cannot move must not keep the others waiting; the guard's page shows it until it is done.
    await writeDown(ctx, dossier, trying.timer, error);
    return 'failed';
  }
}

function isWanted({ state }: LoadedDossier, { token, node }: Timer): boolean {
  if (isEnded(state) || isPaused(state)) return false;
  return state.timers.some((timer) => timer.token === token && timer.node === node);
}

async function fireOne(
  tx: TransactionContext,
  loaded: LoadedDossier,
  { token, node }: Timer,
): Promise<number> {
  const after = await moveLoaded(tx, loaded, {
    choices: [],
    decide: async ({ state }, situation) =>
      decideHappening(state, { kind: 'timer-fired', node, token }, situation),
  });
  return after.run?.definitionId ?? 0;
}

async function writeDown(
  ctx: Context,
  dossier: DueDossier,
  ...[timer, error]: readonly [Tried | null, unknown]
): Promise<void> {
  if (timer === null) throw error;
  const { token, node, tries } = timer;
  const problem = problemWords(error);
  ctx.log.warn({ dossier: dossier.number, node, problem }, 'Hẹn giờ của hồ sơ chưa thực hiện được');
  const nextAt = nextTry(tries + 1, ctx.now);
  await keepFailure(ctx.db, { dossierId: dossier.id, token, node, problem, at: ctx.now, nextAt });
}

function countsOf(fired: readonly Fired[]): readonly TimerCount[] {
  const groups = Map.groupBy(fired, ({ definitionId, node }) => `${definitionId} ${node}`);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, fired: others.length + 1 }],
  );
}
