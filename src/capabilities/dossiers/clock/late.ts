/** An overdue dossier is passed on with the reason why it is late. */
import { refuse } from '#kernel/refusal.ts';
import type { TransactionContext } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import { asDossierEvent, type DossierDeed, type DossierEvent } from '../deeds.ts';
import { requireOwnStep, type Situation } from '../rules.ts';
import type { DossierState, DossierStep, PassOnInput } from '../schema.ts';
import type { LoadedDossier } from '../store.ts';
import { chosenReason, reasonWords } from './reasons/service.ts';

type Passing = Pick<PassOnInput, 'position' | 'lateReasonCode' | 'lateReason'> & {
  readonly situation: Situation;
};

/** The deed with the reason; none when it is in time, or when this step has told it already. */
export async function explainLate(
  tx: TransactionContext,
  { id, state }: LoadedDossier,
  { position, lateReasonCode = '', lateReason = '', situation }: Passing,
): Promise<readonly DossierDeed[]> {
  if (!isOverdue(state, tx.now)) return [];
  const step = requireOwnStep(state, situation, position);
  const events = (await historyOf(tx, 'dossier', id)).map(asDossierEvent);
  if (hasExplained(events, step)) return [];
  if (lateReasonCode === '') {
    const sentence = 'Hồ sơ đã quá hạn. Hãy mở hồ sơ, chọn lý do quá hạn rồi chuyển bước.';
    refuse('invalid', sentence, { lateReasonCode: sentence });
  }
  const chosen = await chosenReason(tx, 'late', { code: lateReasonCode, field: 'lateReasonCode' });
  const note = reasonWords(chosen, lateReason);
  return [{ kind: 'late-explained', payload: { position: step.position, reasonCode: chosen.code, note } }];
}

/** Past the promised instant and still being worked on. */
export function isOverdue({ phase, dueAt }: Pick<DossierState, 'phase' | 'dueAt'>, now: Date): boolean {
  return (phase === 'received' || phase === 'processing') && now > dueAt;
}

/** Whether whoever has this step said why since it began. */
export function hasExplained(events: readonly DossierEvent[], step: DossierStep): boolean {
  return events.some(
    (event) =>
      event.kind === 'late-explained' &&
      event.payload.position === step.position &&
      (step.startedAt === null || event.at >= step.startedAt),
  );
}
