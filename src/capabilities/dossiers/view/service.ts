import { refuse } from '#kernel/refusal.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import type { DueExplanation } from '#kernel/working-time/due.ts';
import { authorise, can, requireActor, unitsActedFor, unitsWith } from '#foundation/access/authorise.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import { together } from '#platform/database/together.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { namedHistoryOf } from '#foundation/history/service.ts';
import type { NamedEvent } from '#foundation/history/schema.ts';
import { versionById } from '#capabilities/procedures/service.ts';
import type { ProcedureVersion } from '#capabilities/procedures/schema.ts';
import type { ReadManner } from '../reads/schema.ts';
import { mayReadPersonal, noteReads } from '../reads/service.ts';
import { unsealNumber } from '../identity-number.ts';
import { asDossierEvent } from '../deeds.ts';
import { activeStep, isReturnStep, isStepOf } from '../rules.ts';
import type { DossierState, DossierStep } from '../schema.ts';
import { handOf, loadReadable } from '../service.ts';
import type { DossierDetail, DossierFile, Fee, HandoverName, Paper, Party, Return } from './schema.ts';
import { readDetail, readOpenHandovers, type StoredParty } from './store.ts';

/** What the actor may do with the dossier now; a page offers exactly these. */
export type NextActs = {
  /** The acting post is the one the active step names. */
  readonly isOurs: boolean;
  readonly takeCustody: boolean;
  readonly claim: boolean;
  readonly takeOver: boolean;
  readonly passOn: boolean;
  readonly enterResult: boolean;
  readonly sendBack: boolean;
  readonly release: boolean;
  readonly assign: boolean;
  readonly returnResult: boolean;
  readonly addFile: boolean;
};

/** A whole dossier as its page, its slips and its exports need it. */
export type DossierView = {
  readonly id: number;
  readonly state: DossierState;
  readonly detail: DossierDetail;
  readonly explanation: DueExplanation;
  readonly version: ProcedureVersion;
  readonly parties: readonly Party[];
  readonly papers: readonly Paper[];
  readonly fees: readonly Fee[];
  readonly files: readonly DossierFile[];
  readonly returned: Return | null;
  readonly events: readonly NamedEvent[];
  readonly officers: ReadonlyMap<number, string>;
  readonly calendar: WorkingCalendar;
  readonly acts: NextActs;
  /** Set when its personal data were erased. */
  readonly disposal: Disposed | null;
};

/** When and by what decision personal data were erased. */
export type Disposed = { readonly at: Date; readonly disposal: string; readonly decision: string };

/** How a dossier is looked at; printing names the slip. */
export type Look = { readonly manner: ReadManner; readonly detail?: string };

/** Everything about a dossier that the actor may read. That they did is recorded with it, or they see nothing. */
export async function viewDossier(
  ctx: Context,
  number: string,
  look: Look = { manner: 'opened' },
): Promise<DossierView> {
  return inTransaction(ctx, async (tx) => {
    const { id, state } = await loadReadable(tx, number);
    const [whole, events] = await together(
      readDetail(tx.db, id),
      namedHistoryOf(tx, 'dossier', id),
      noteReads(tx, { subject: 'dossier', ids: [id], ...look }),
    );
    const disposal = disposalIn(events);
    if (disposal !== null && look.manner !== 'opened') refuseDisposed(disposal);
    const { parties, papers, fees, files, returned, officers, ...detail } = whole;
    return {
      id,
      state,
      detail,
      // Written at reception by this capability from the kernel's own explanation.
      explanation: detail.dueExplanation as DueExplanation,
      version: await versionById(tx, detail.procedureVersionId),
      parties: parties.map((party) => opened(tx, party)),
      papers,
      fees,
      files,
      returned,
      events,
      officers,
      calendar: await calendarFor(tx, state.receivingUnitId),
      acts: await nextActs(tx, state),
      disposal,
    };
  });
}

function opened({ secrets }: Context, { sealedIdNumber, ...rest }: StoredParty): Party {
  return { ...rest, idNumber: unsealNumber(secrets, sealedIdNumber) };
}

function disposalIn(events: readonly NamedEvent[]): Disposed | null {
  const last = events.at(-1);
  const event = last ? asDossierEvent(last) : null;
  return event?.kind === 'disposed' ? { at: event.at, ...event.payload } : null;
}

function refuseDisposed({ at, decision }: Disposed): never {
  refuse(
    'conflict',
    `Dữ liệu cá nhân của hồ sơ này đã được tiêu hủy ngày ${formatDate(at)} theo quyết định ${decision}, nên không còn gì để in hoặc hiện.`,
  );
}

/** Handovers that wait for the actor's unit to confirm, and those it sent that nobody has confirmed. */
export async function openHandovers(
  ctx: Context,
): Promise<{ readonly incoming: readonly HandoverName[]; readonly outgoing: readonly HandoverName[] }> {
  await authorise(ctx, 'dossier.handle', requireActor(ctx).post.unitId);
  const units = await unitsActedFor(ctx);
  return {
    incoming: await readOpenHandovers(ctx.db, units, 'to'),
    outgoing: await readOpenHandovers(ctx.db, units, 'from'),
  };
}

/** A dossier with its personal data in full, for a reason that the person concerned can read. */
export async function revealDossier(ctx: Context, number: string, reason: string): Promise<DossierView> {
  return inTransaction(ctx, async (tx) => {
    const dossier = await viewDossier(tx, number, { manner: 'revealed', detail: reason });
    if (!(await mayReadPersonal(tx, dossier.state))) {
      refuse('forbidden', 'Vị trí của bạn không được xem đầy đủ thông tin cá nhân của hồ sơ này.');
    }
    return dossier;
  });
}

async function nextActs(ctx: Context, state: DossierState): Promise<NextActs> {
  const actor = requireActor(ctx);
  const step = activeStep(state);
  if (!step) return NO_ACTS;
  const leads = await unitsWith(ctx, 'dossier.assign');
  const isOurs = isStepOf(await handOf(ctx), step) && can(actor, 'dossier.handle');
  const assign = leads === null || leads.includes(step.unitId);
  return { ...NO_ACTS, assign, ...(isOurs ? actsOfHandler(state, step, actor.officerId) : {}) };
}

/** What somebody may do whose post is the one the step names. */
function actsOfHandler(state: DossierState, step: DossierStep, officerId: number): Partial<NextActs> {
  if (step.custody === 'handed') return { isOurs: true, takeCustody: true };
  const isMine = step.officerId === null || step.officerId === officerId;
  if (!isMine) return { isOurs: true, takeOver: true };
  const isReturn = isReturnStep(state, step);
  const isFirst = step.position === 0;
  return {
    isOurs: true,
    claim: step.officerId === null,
    release: step.officerId !== null,
    passOn: !isReturn,
    enterResult: !isReturn && !isFirst,
    sendBack: !isFirst,
    returnResult: isReturn && state.phase === 'done',
    addFile: true,
  };
}

const NO_ACTS: NextActs = {
  isOurs: false,
  takeCustody: false,
  claim: false,
  takeOver: false,
  passOn: false,
  enterResult: false,
  sendBack: false,
  release: false,
  assign: false,
  returnResult: false,
  addFile: false,
};
