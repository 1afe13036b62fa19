/** The clock of a dossier: what stands still, what goes on, and by how much the promise moves. */
import { refuse } from '#kernel/refusal.ts';
import { addWorkingMinutes, workingMinutesBetween } from '#kernel/working-time/arithmetic.ts';
import type { DossierDeed, Dues } from '../deeds.ts';
import { move } from '../run/moves.ts';
import type { RunningState } from '../run/rules.ts';
import type { ClosedHow, DossierState, PauseReason } from '../schema.ts';
import { activeSteps, isEnded, isPaused } from '../state.ts';
import { type Clock, pausedMinutes } from '../time.ts';

/** Stops the clock. Refuses (`conflict`) when it stands still already, or when the dossier has its result. */
export function decidePause(
  state: DossierState,
  about: { readonly reason: PauseReason; readonly note: string },
): DossierDeed {
  requireOpen(state);
  if (isPaused(state)) refuse('conflict', 'Hồ sơ đang tạm dừng tính thời gian rồi.');
  return { kind: 'paused', payload: about };
}

/** Lets the clock run again: what was due moves by the working time waited (Decree 61/2018/NĐ-CP, Art. 19). */
export function decideResume(
  state: DossierState,
  about: { readonly note: string },
  clock: Clock,
): DossierDeed {
  if (isEnded(state)) refuse('conflict', 'Hồ sơ đã kết thúc.');
  const pause = state.pauses.at(-1);
  if (!pause || pause.to !== null) refuse('conflict', 'Hồ sơ không tạm dừng: thời gian đang được tính.');
  const own = clock.calendar(state.receivingUnitId);
  const waitedMinutes = Math.round(workingMinutesBetween(own, pause.from, clock.now));
  return { kind: 'resumed', payload: { waitedMinutes, ...about, ...duesAfter(state, pause.from, clock) } };
}

/** What was due moves by the working time since `from`, each by the calendar of its unit. */
function duesAfter(state: DossierState, from: Date, { now, calendar }: Clock): Dues {
  const own = calendar(state.receivingUnitId);
  const waited = workingMinutesBetween(own, from, now);
  return {
    dueAt: addWorkingMinutes(own, state.dueAt, waited).toISOString(),
    steps: activeSteps(state).flatMap((step) => {
      if (step.dueAt === null || step.startedAt === null) return [];
      const unit = calendar(step.unitId);
      const span = { from: step.startedAt > from ? step.startedAt : from, to: now };
      const minutes = pausedMinutes([{ reason: 'decided', from, to: now }], span, unit);
      return [{ position: step.position, dueAt: addWorkingMinutes(unit, step.dueAt, minutes).toISOString() }];
    }),
    timers: state.timers.map(({ token, node, dueAt }) => ({
      token,
      node,
      dueAt: addWorkingMinutes(own, dueAt, waited).toISOString(),
    })),
  };
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
