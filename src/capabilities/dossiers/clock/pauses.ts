/** Letting the clock run again, with everything that hangs on it. */
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import { notify } from '#capabilities/notifications/service.ts';
import type { TransactionContext } from '#foundation/context.ts';
import type { DossierDeed } from '../deeds.ts';
import type { LoadedDossier } from '../store.ts';
import { duesAfterWaiting } from './dues.ts';
import { decideResume } from './rules.ts';
import type { SupplementEnd } from './schema.ts';
import { readExplanation, updateExplanation } from './store.ts';
import { endSupplement } from './supplements/store.ts';

type Resumption = {
  readonly note: string;
  /** What becomes of a supplement request that is still open. */
  readonly ended: SupplementEnd;
  readonly calendar: (unitId: number) => WorkingCalendar;
};

/** The deed that ends a pause; the explanation of the date, the request and the applicant follow in the same transaction. */
export async function resume(
  tx: TransactionContext,
  { id, state }: LoadedDossier,
  { note, ended, calendar }: Resumption,
): Promise<DossierDeed> {
  const explanation = await readExplanation(tx.db, id);
  const clock = { now: tx.now, calendar, explanation };
  const deed = decideResume(state, { note }, clock);
  const moved = duesAfterWaiting(state, clock);
  if (moved) await updateExplanation(tx.db, id, moved.explanation);
  await endSupplement(tx.db, id, { ended, endedAt: tx.now });
  await notify(tx, {
    template: 'resumed',
    dossier: { id, number: state.number },
    to: 'applicant',
    facts: { newDue: formatDateTime(new Date(deed.payload.dueAt)) },
  });
  return deed;
}
