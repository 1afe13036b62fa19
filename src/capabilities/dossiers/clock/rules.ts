/** The clock of a dossier: what stands still, what goes on, and by how much the promise moves. */
import { refuse } from '#kernel/refusal.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { DueExplanation } from '#kernel/working-time/due.ts';
import type { DossierDeed } from '../deeds.ts';
import { move } from '../run/moves.ts';
import type { RunningState } from '../run/rules.ts';
import type { ClosedHow, DossierState, PauseReason } from '../schema.ts';
import { isEnded, isPaused } from '../state.ts';
import type { Clock } from '../time.ts';
import { duesAfterWaiting } from './dues.ts';

/** Stops the clock. Refuses (`conflict`) when it stands still already, or when the dossier has its result. */
export function decidePause(
  state: DossierState,
  about: { readonly reason: PauseReason; readonly note: string; readonly until?: LocalDate },
): DossierDeed {
  requireOpen(state);
  if (isPaused(state)) refuse('conflict', 'Hồ sơ đang tạm dừng tính thời gian rồi.');
  return { kind: 'paused', payload: about };
}

/** Lets the clock run again: what was due moves by the working time waited (Decree 61/2018/NĐ-CP, Art. 19). */
export function decideResume(
  state: DossierState,
  about: { readonly note: string },
  clock: Clock & { readonly explanation?: DueExplanation },
): Extract<DossierDeed, { kind: 'resumed' }> {
  if (isEnded(state)) refuse('conflict', 'Hồ sơ đã kết thúc.');
  const moved = duesAfterWaiting(state, { explanation: null, ...clock });
  if (moved === null) refuse('conflict', 'Hồ sơ không tạm dừng: thời gian đang được tính.');
  return { kind: 'resumed', payload: { waitedMinutes: moved.minutes, ...about, ...moved.dues } };
}

/** Ends a dossier without a result: refused, stopped, withdrawn, lapsed. Its process ends with it. */
export function decideClose(
  state: RunningState,
  about: { readonly how: ClosedHow; readonly reasonCode: string; readonly note: string },
  clock: Clock,
): readonly DossierDeed[] {
  requireOpen(state);
  const { moves } = move(state, { kind: 'cancelled' }, { ...clock, facts: {}, officerOf: () => null });
  return [{ kind: 'closed', payload: { ...moves, ...about } }];
}

function requireOpen(state: DossierState): void {
  if (isEnded(state)) refuse('conflict', 'Hồ sơ đã kết thúc.');
  if (state.phase === 'done') {
    refuse('conflict', 'Hồ sơ đã có kết quả, đang chờ trả, nên không dừng hay tạm dừng được nữa.');
  }
}
