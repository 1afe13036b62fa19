/** The frame of every verb on a dossier: load, lock, check that the page was fresh, decide, record, save. */
import { refuse } from '#kernel/refusal.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import { requireActor, unitsActedFor, unitsWith } from '#foundation/access/authorise.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import { asSystem, type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import type { NamedEvent } from '#foundation/history/schema.ts';
import { namedHistoryOf, record } from '#foundation/history/service.ts';
import { together } from '#platform/database/together.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import { lapse, removeGuests } from './consultation/guests.ts';
import { asDossierEvent, DEED_LABELS, type DossierDeed } from './deeds.ts';
import { applyEvent } from './fold.ts';
import { tellFinished } from './notices/service.ts';
import { registerResult } from './results/register.ts';
import { type Hand, type Situation, unitsOf } from './rules.ts';
import { LINKED_ENDED, queueActs } from './run/acts.ts';
import { adoption } from './run/adopt.ts';
import { definitionsIn } from './run/definitions.ts';
import { factsNow } from './run/facts.ts';
import { keepUnclear } from './run/store.ts';
import type { Decided, MovingSituation, RunningState } from './run/rules.ts';
import type { DossierReference, DossierState } from './schema.ts';
import { concerns } from './stale.ts';
import { isEnded } from './state.ts';
import { type LoadedDossier, loadDossier, saveState } from './store.ts';

type DecideAsync = (
  ctx: TransactionContext,
  dossier: LoadedDossier,
  situation: Situation,
) => Promise<readonly DossierDeed[]>;

/** A verb that leaves the process where it is. */
export async function act(
  ctx: Context,
  reference: DossierReference,
  decide: DecideAsync,
): Promise<DossierState> {
  const hand = await handOf(ctx);
  return inTransaction(ctx, async (tx) => {
    const loaded = await loadFresh(tx, reference);
    const calendar = await calendarsOf(tx, loaded.state);
    const deeds = await decide(tx, loaded, { ...hand, now: tx.now, calendar });
    return carryOut(tx, loaded, deeds);
  });
}

type DecideMove = (
  ctx: TransactionContext,
  dossier: LoadedDossier & { readonly state: RunningState },
  situation: MovingSituation,
) => Promise<Decided>;

/** A verb that moves the dossier in its process; `choices` are the ways on that the officer took. */
export async function actMoving(
  ctx: Context,
  reference: DossierReference & { readonly choices?: readonly string[] | undefined },
  decide: DecideMove,
): Promise<DossierState> {
  const hand = await handOf(ctx);
  return inTransaction(ctx, async (tx) => {
    const loaded = await loadFresh(tx, reference);
    return moveLoaded(tx, loaded, {
      choices: reference.choices ?? [],
      decide: async (running, situation) => decide(tx, running, { ...situation, ...hand }),
    });
  });
}

type MoveLoaded = {
  readonly choices: readonly string[];
  readonly decide: (
    dossier: LoadedDossier & { readonly state: RunningState },
    situation: Omit<MovingSituation, keyof Hand>,
  ) => Promise<Decided>;
};

/** Moves a dossier that is locked already: by an officer's verb, a timer, a payment. */
export async function moveLoaded(
  tx: TransactionContext,
  loaded: LoadedDossier,
  { choices, decide }: MoveLoaded,
): Promise<DossierState> {
  const { id, state } = loaded;
  if (isEnded(state)) refuse('conflict', 'Hồ sơ đã kết thúc, không còn bước nào để xử lý.');
  const adopted = await adoption(tx, state);
  const running = adopted.state;
  const facts = await factsNow(tx, { id, state, definition: running.run.definition, choices });
  const situation = { now: tx.now, calendar: await calendarsOf(tx, state), facts };
  const { deeds, acts, unclear = [] } = await decide({ id, state: running }, situation);
  const after = await carryOut(tx, loaded, [...adopted.deeds, ...deeds]);
  await keepUnclear(tx.db, { dossierId: id, at: tx.now }, unclear);
  await queueActs(tx, after.number, acts);
  return after;
}

/** Loads it for a change. A form made before the last deed counts while nothing has changed that it speaks of. */
async function loadFresh(
  tx: TransactionContext,
  { number, sequence, position }: DossierReference,
): Promise<LoadedDossier> {
  const loaded = await loadReadable(tx, number, 'lock');
  if (loaded.state.sequence === sequence) return loaded;
  const history = await namedHistoryOf(tx, 'dossier', loaded.id);
  const since = history.filter((event) => event.sequence > sequence);
  const told = since.findLast((event) => concerns(asDossierEvent(event), position));
  // A version that never was is no better than an old one.
  if (told !== undefined || since.length === 0) tellWhatHappened(told);
  return loaded;
}

/** A deed beside the steps, such as a note or an answer: it counts whatever else happened since the page was opened. */
export async function annotate(
  ctx: Context,
  number: string,
  decide: (tx: TransactionContext, dossier: LoadedDossier, hand: Hand) => Promise<readonly DossierDeed[]>,
): Promise<DossierState> {
  const hand = await handOf(ctx);
  return inTransaction(ctx, async (tx) => {
    const loaded = await loadReadable(tx, number, 'lock');
    refuseOutsiders(loaded.unitIds, hand.units);
    return carryOut(tx, loaded, await decide(tx, loaded, hand));
  });
}

/** Stops whoever only sees the dossier from above: deeds about it are those of the units that it is with. */
export async function requireTakingPart(ctx: Context, number: string): Promise<void> {
  const { unitIds } = await loadReadable(ctx, number);
  refuseOutsiders(unitIds, await unitsActedFor(ctx));
}

function refuseOutsiders(unitIds: readonly number[], own: readonly number[]): void {
  if (unitIds.some((unitId) => own.includes(unitId))) return;
  refuse('forbidden', 'Hồ sơ không ở đơn vị của bạn nên bạn chỉ xem được, không ghi vào hồ sơ được.');
}

/** The actor with the units they act for. */
export async function handOf(ctx: Context): Promise<Hand> {
  return { actor: requireActor(ctx), units: await unitsActedFor(ctx) };
}

/** Records deeds and brings the rows up to date; with the end of a dossier, what was asked about it lapses. */
export async function carryOut(
  tx: TransactionContext,
  { id, state }: LoadedDossier,
  decided: readonly DossierDeed[],
): Promise<DossierState> {
  const applied = await applyDeeds(tx, state, decided);
  const isOver = isEnded(applied) && !isEnded(state);
  const lapsed = isOver ? await lapse(tx, id) : [];
  const after = lapsed.length > 0 ? await applyDeeds(tx, applied, lapsed) : applied;
  await together(
    record(tx, { name: 'dossier', id, after: state.sequence }, [...decided, ...lapsed]),
    saveState(tx.db, id, { before: state, after }),
  );
  const isFinished = decided.some((deed) => deed.kind === 'finished');
  if (isFinished) {
    await registerResult(tx, { id, state: after });
    // The result of a linked dossier is for whoever handles its parent, not yet for the applicant.
    if (state.parentId === null) await tellFinished(tx, id, after);
  }
  if (state.parentId !== null && (isFinished || isOver)) {
    await queueJob(tx.db, { task: LINKED_ENDED, payload: { number: after.number } });
  }
  if (lapsed.length > 0) await asSystem(tx, async (system) => removeGuests(system, id, after));
  return after;
}

async function applyDeeds(
  tx: TransactionContext,
  state: DossierState,
  deeds: readonly DossierDeed[],
): Promise<DossierState> {
  const definitions = await definitionsIn(tx, deeds);
  const officerId = tx.actor?.officerId ?? null;
  return deeds.reduce<DossierState>(
    (current, deed) =>
      applyEvent(current, { ...deed, sequence: current.sequence + 1, at: tx.now, officerId }, definitions),
    state,
  );
}

/** Loads a dossier that one of the actor's units takes part in; anybody else is told that it does not exist. */
export async function loadReadable(
  ctx: Context,
  number: string,
  lock: 'lock' | 'read' = 'read',
): Promise<LoadedDossier & { readonly unitIds: readonly number[] }> {
  const units = await unitsWith(ctx, 'dossier.read');
  const loaded = await loadDossier(ctx.db, number, lock);
  const readable = loaded && (units === null || loaded.unitIds.some((unitId) => units.includes(unitId)));
  if (!loaded || !readable) {
    refuse(
      'missing',
      'Không có hồ sơ này, hoặc hồ sơ không thuộc đơn vị của bạn. Hãy kiểm tra lại số hồ sơ.',
    );
  }
  return loaded;
}

/** The page was older than the dossier: says who did what since, and lets nothing be overwritten. */
function tellWhatHappened(last: NamedEvent | undefined): never {
  const who = last?.officerName ?? 'Người khác';
  const what = last ? ` (${DEED_LABELS[asDossierEvent(last).kind]} lúc ${formatDateTime(last.at)})` : '';
  return refuse(
    'conflict',
    `${who} vừa xử lý hồ sơ này sau khi bạn mở trang${what}. Hãy xem diễn biến mới nhất rồi làm tiếp.`,
  );
}

/** The working calendars of every unit that takes part. */
export async function calendarsOf(
  ctx: Context,
  state: DossierState,
): Promise<(unitId: number) => WorkingCalendar> {
  const unitIds = unitsOf(state);
  const entries = await Promise.all(unitIds.map(async (id) => [id, await calendarFor(ctx, id)] as const));
  const calendars = new Map(entries);
  return (unitId) => {
    const calendar = calendars.get(unitId);
    if (!calendar) throw new Error(`No calendar for unit ${unitId}`);
    return calendar;
  };
}
