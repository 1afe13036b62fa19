import { refuse } from '#kernel/refusal.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import { requireActor, unitsActedFor, unitsWith } from '#foundation/access/authorise.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { namedHistoryOf, record } from '#foundation/history/service.ts';
import { officersWithRole } from '#foundation/people/service.ts';
import { together } from '#platform/database/together.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import { asDossierEvent, DEED_LABELS, type DossierDeed } from './deeds.ts';
import { applyEvent } from './fold.ts';
import {
  activeStep,
  decideAssign,
  decideClaim,
  decidePassOn,
  decideRelease,
  decideResult,
  decideReturn,
  decideSendBack,
  decideTakeCustody,
  type Hand,
  type Situation,
  unitsOf,
} from './rules.ts';
import type {
  AssignInput,
  DossierReference,
  DossierState,
  DossierStep,
  PassOnInput,
  ResultInput,
  ReturnInput,
  SendBackInput,
  TakeCustodyInput,
} from './schema.ts';
import { sealNumber } from './identity-number.ts';
import { insertReturn, type LoadedDossier, loadDossier, saveState } from './store.ts';

/** Passes the dossier to the next step; into the last one only with a result, which freezes early, on time or late. */
export async function passOn(ctx: Context, input: PassOnInput): Promise<DossierState> {
  return actAsync(ctx, input, async (tx, { state }, situation) => {
    const deeds = decidePassOn(state, input, situation);
    const next = state.steps[(activeStep(state)?.position ?? 0) + 1];
    if (input.officerId !== null && next) await requireFitting(tx, next, input.officerId);
    return deeds;
  });
}

/** Returns the dossier to the step before, with the reason. */
export async function sendBack(ctx: Context, input: SendBackInput): Promise<DossierState> {
  return act(ctx, input, (state, situation) => [decideSendBack(state, input.reason, situation)]);
}

/** Confirms that the unit has received the papers handed over to it. */
export async function takeCustody(ctx: Context, input: TakeCustodyInput): Promise<DossierState> {
  return act(ctx, input, (state, situation) => [decideTakeCustody(state, input.note, situation)]);
}

/** Takes the step from the unit's box or over from a colleague. */
export async function claim(ctx: Context, input: DossierReference): Promise<DossierState> {
  return act(ctx, input, (state, situation) => [decideClaim(state, situation)]);
}

/** Puts the step back into the unit's box. */
export async function release(ctx: Context, input: DossierReference): Promise<DossierState> {
  return act(ctx, input, (state, situation) => [decideRelease(state, situation)]);
}

/** A leader of the unit names who handles the step; the person must hold a post with the step's role there. */
export async function assign(ctx: Context, input: AssignInput): Promise<DossierState> {
  const leads = await unitsWith(ctx, 'dossier.assign');
  return actAsync(ctx, input, async (tx, { state }) => {
    const step = activeStep(state);
    if (!step || (leads !== null && !leads.includes(step.unitId))) {
      refuse('forbidden', 'Chỉ lãnh đạo của đơn vị đang giữ hồ sơ được phân công người thụ lý.');
    }
    await requireFitting(tx, step, input.officerId);
    return [decideAssign(state, input.officerId)];
  });
}

/** Enters or replaces the result while the dossier is still being worked on. */
export async function enterResult(ctx: Context, input: ResultInput): Promise<DossierState> {
  return act(ctx, input, (state, situation) => [decideResult(state, input, situation)]);
}

/** Gives the result to the applicant and closes the dossier. */
export async function returnResult(ctx: Context, input: ReturnInput): Promise<DossierState> {
  return actAsync(ctx, input, async (tx, { id, state }, situation) => {
    const deed = decideReturn(state, input, situation);
    const { recipient, relation, idNumber, acknowledgement, note } = input;
    await insertReturn(tx.db, {
      dossierId: id,
      recipient,
      relation,
      sealedIdNumber: sealNumber(tx.secrets, idNumber)?.sealed ?? null,
      acknowledgement,
      note,
      returnedBy: situation.actor.officerId,
      returnedAt: tx.now,
    });
    return [deed];
  });
}

/** Whoever is named for a step holds or substitutes a post with its role in its unit. */
async function requireFitting(tx: TransactionContext, step: DossierStep, officerId: number): Promise<void> {
  const officers = await officersWithRole(tx, step.unitId, step.role);
  if (officers.some((officer) => officer.id === officerId)) return;
  const sentence = 'Người được chọn không giữ vị trí phù hợp với bước này ở đơn vị.';
  refuse('invalid', sentence, { officerId: sentence });
}

type Decide = (state: DossierState, situation: Situation) => readonly DossierDeed[];
type DecideAsync = (
  ctx: TransactionContext,
  dossier: LoadedDossier,
  situation: Situation,
) => Promise<readonly DossierDeed[]>;

async function act(ctx: Context, reference: DossierReference, decide: Decide): Promise<DossierState> {
  return actAsync(ctx, reference, async (_tx, { state }, situation) => decide(state, situation));
}

/** The frame of every verb on a dossier: lock, check that the page was fresh, decide, record, save the projection. */
async function actAsync(
  ctx: Context,
  reference: DossierReference,
  decide: DecideAsync,
): Promise<DossierState> {
  const hand = await handOf(ctx);
  return inTransaction(ctx, async (tx) => {
    const loaded = await loadReadable(tx, reference.number, 'lock');
    if (loaded.state.sequence !== reference.sequence) await tellWhatHappened(tx, loaded);
    const calendar = await calendarsOf(tx, loaded.state);
    const deeds = await decide(tx, loaded, { ...hand, now: tx.now, calendar });
    return carryOut(tx, loaded, deeds);
  });
}

/** The actor with the units they act for. */
export async function handOf(ctx: Context): Promise<Hand> {
  return { actor: requireActor(ctx), units: await unitsActedFor(ctx) };
}

/** Records deeds and brings the rows up to date; shared with the parts of this capability that keep files. */
export async function carryOut(
  tx: TransactionContext,
  { id, state }: LoadedDossier,
  deeds: readonly DossierDeed[],
): Promise<DossierState> {
  const after = deeds.reduce<DossierState>(
    (current, deed) =>
      applyEvent(current, {
        ...deed,
        sequence: current.sequence + 1,
        at: tx.now,
        officerId: tx.actor?.officerId ?? null,
      }),
    state,
  );
  const isFinished = deeds.some((deed) => deed.kind === 'finished');
  await together(
    record(tx, { name: 'dossier', id, after: state.sequence }, deeds),
    saveState(tx.db, id, { before: state, after }),
    isFinished
      ? queueJob(tx.db, { task: 'dossier-result-ready', payload: { number: after.number } })
      : Promise.resolve(),
  );
  return after;
}

/** Loads a dossier that one of the actor's units takes part in; anybody else is told that it does not exist. */
export async function loadReadable(
  ctx: Context,
  number: string,
  lock: 'lock' | 'read' = 'read',
): Promise<LoadedDossier> {
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
async function tellWhatHappened(ctx: Context, { id }: LoadedDossier): Promise<never> {
  const last = (await namedHistoryOf(ctx, 'dossier', id)).at(-1);
  const who = last?.officerName ?? 'Người khác';
  const what = last ? ` (${DEED_LABELS[asDossierEvent(last).kind]} lúc ${formatDateTime(last.at)})` : '';
  return refuse(
    'conflict',
    `${who} vừa xử lý hồ sơ này sau khi bạn mở trang${what}. Hãy xem diễn biến mới nhất rồi làm tiếp.`,
  );
}

async function calendarsOf(ctx: Context, state: DossierState): Promise<(unitId: number) => WorkingCalendar> {
  const unitIds = unitsOf(state);
  const entries = await Promise.all(unitIds.map(async (id) => [id, await calendarFor(ctx, id)] as const));
  const calendars = new Map(entries);
  return (unitId) => {
    const calendar = calendars.get(unitId);
    if (!calendar) throw new Error(`No calendar for unit ${unitId}`);
    return calendar;
  };
}
