/** How everything that is due moves when time did not count, or when more was granted. Pure. */
import { addWorkingMinutes, workingMinutesBetween } from '#kernel/working-time/arithmetic.ts';
import { type DueExplanation, extendDue, pauseDue } from '#kernel/working-time/due.ts';
import type { Dues } from '../deeds.ts';
import { PAUSE_LABELS, type DossierState, type DossierStep } from '../schema.ts';
import { activeSteps } from '../state.ts';
import type { Clock } from '../time.ts';

/** New instants, and the explanation of the dossier's own with what moved it. */
export type Moved<Known> = {
  readonly dues: Dues;
  readonly minutes: number;
  readonly explanation: Known;
};

type DueState = Pick<DossierState, 'pauses' | 'dueAt' | 'receivingUnitId' | 'steps' | 'timers'>;
type Explained<Known> = Clock & { readonly explanation: Known };

/**
 * After the pause under way: the dossier, its steps and its timers move by exactly the working time that was waited
 * (Decree 61/2018/NĐ-CP, Art. 19). A step that began during the pause moves by what it waited itself. Null when the
 * clock runs. Without an explanation the limit is taken to be one of working time.
 */
export function duesAfterWaiting<Known extends DueExplanation | null>(
  state: DueState,
  { now, calendar, explanation }: Explained<Known>,
): Moved<Known> | null {
  const pause = state.pauses.at(-1);
  if (!pause || pause.to !== null) return null;
  const own = calendar(state.receivingUnitId);
  const about = { pausedAt: pause.from, resumedAt: now, reason: PAUSE_LABELS[pause.reason].toLowerCase() };
  const minutes = workingMinutesBetween(own, pause.from, now);
  const explained = explanation && pauseDue(own, { dueAt: state.dueAt, explanation }, about);
  const dueAt = explained?.dueAt ?? addWorkingMinutes(own, state.dueAt, minutes);
  const waitedAt = (step: DossierStep): number => {
    const from = step.startedAt !== null && step.startedAt > pause.from ? step.startedAt : pause.from;
    return workingMinutesBetween(calendar(step.unitId), from, now);
  };
  return {
    minutes,
    // Null exactly when none was known.
    explanation: (explained?.explanation ?? null) as Known,
    dues: { dueAt: dueAt.toISOString(), ...movedBy(state, { calendar, waitedAt, minutes }) },
  };
}

/** After an extension: the dossier, the steps being worked on and the timers get the minutes granted. */
export function duesAfterExtension(
  state: DueState,
  grant: { readonly minutes: number; readonly reason: string },
  { now, calendar, explanation }: Explained<DueExplanation>,
): Moved<DueExplanation> {
  const { minutes } = grant;
  const due = extendDue(
    calendar(state.receivingUnitId),
    { dueAt: state.dueAt, explanation },
    { ...grant, grantedAt: now },
  );
  return {
    minutes,
    explanation: due.explanation,
    dues: {
      dueAt: due.dueAt.toISOString(),
      ...movedBy({ ...state, timers: [] }, { calendar, waitedAt: () => minutes, minutes }),
    },
  };
}

type MoveBy = Pick<Clock, 'calendar'> & {
  readonly waitedAt: (step: DossierStep) => number;
  readonly minutes: number;
};

function movedBy(
  state: Pick<DueState, 'steps' | 'timers' | 'receivingUnitId'>,
  { calendar, waitedAt, minutes }: MoveBy,
): Omit<Dues, 'dueAt'> {
  const steps = activeSteps(state).flatMap((step) =>
    step.dueAt === null
      ? []
      : [
          {
            position: step.position,
            dueAt: addWorkingMinutes(calendar(step.unitId), step.dueAt, waitedAt(step)).toISOString(),
          },
        ],
  );
  const timers = state.timers.map(({ token, node, dueAt }) => ({
    token,
    node,
    dueAt: addWorkingMinutes(calendar(state.receivingUnitId), dueAt, minutes).toISOString(),
  }));
  return { steps, timers };
}
