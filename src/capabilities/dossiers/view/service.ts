import { refuse } from '#kernel/refusal.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import type { DueExplanation } from '#kernel/working-time/due.ts';
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
import { loadReadable } from '../frame.ts';
import type { DossierState } from '../schema.ts';
import { type StepWork, workOf } from './acts.ts';
import type { DossierDetail, DossierFile, Fee, Paper, Party, Return } from './schema.ts';
import { readDetail, type StoredParty } from './store.ts';

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
  /** Every step being worked on, those of the acting post first. */
  readonly work: readonly StepWork[];
  /** Whether files may be added and taken away. */
  readonly mayChangeFiles: boolean;
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
    const work = await workOf(tx, state);
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
      work,
      mayChangeFiles: work.some(({ acts }) => acts.addFile),
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
