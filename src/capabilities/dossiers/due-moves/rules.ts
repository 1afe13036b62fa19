/** What a change of the calendar moves of one dossier. */
import { addWorkingMinutes, workingMinutesBetween } from '#kernel/working-time/arithmetic.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import type { Dues } from '../deeds.ts';
import { activeSteps, isEnded } from '../state.ts';
import type { DossierStep } from '../schema.ts';
import { type CalendarAt, expectedDue, expectedStep, expectedTimer, type History } from './expected.ts';

/** `before` as things were counted when they happened, `after` as they are counted from now on. */
export type Sides = { readonly before: CalendarAt; readonly after: CalendarAt; readonly now: Date };

/**
 * The new instants of a running dossier, or null when nothing moves. Each is reckoned from the history on both calendars;
 * what was promised by hand keeps its difference in working time. A result that lies ready is judged by what was promised.
 */
export function movesOf(history: History, sides: Sides): Dues | null {
  const { state } = history;
  if (isEnded(state) || state.phase === 'done') return null;
  const own = state.receivingUnitId;
  const dueAt = moved(state.dueAt, sides, {
    unitId: own,
    expected: (calendarAt) => expectedDue(history, calendarAt),
  });
  const steps = activeSteps(state).flatMap((step) => {
    if (!hasBegun(step)) return [];
    const next = moved(step.dueAt, sides, {
      unitId: step.unitId,
      expected: (calendarAt) => expectedStep(history, step, calendarAt),
    });
    return isSame(next, step.dueAt) ? [] : [{ position: step.position, dueAt: next.toISOString() }];
  });
  const timers = state.timers.flatMap((timer) => {
    const next = moved(timer.dueAt, sides, {
      unitId: own,
      expected: (calendarAt) => expectedTimer(history, timer, calendarAt) ?? timer.dueAt,
    });
    if (isSame(next, timer.dueAt)) return [];
    return [{ token: timer.token, node: timer.node, dueAt: next.toISOString() }];
  });
  const stays = isSame(dueAt, state.dueAt) && steps.length === 0 && timers.length === 0;
  return stays ? null : { dueAt: dueAt.toISOString(), steps, timers };
}

type Begun = DossierStep & { readonly startedAt: Date; readonly dueAt: Date };

function hasBegun(step: DossierStep): step is Begun {
  return step.startedAt !== null && step.dueAt !== null;
}

type Reckoned = {
  readonly unitId: number;
  readonly expected: (calendarAt: CalendarAt) => Date;
};

function moved(actual: Date, { before, after, now }: Sides, { unitId, expected }: Reckoned): Date {
  const calendars = { old: before(unitId, now), next: after(unitId, now) };
  return keepDifference(actual, { was: expected(before), becomes: expected(after) }, calendars);
}

/** What was promised moves with what it was reckoned from; a difference written by hand stays, in working time. */
export function keepDifference(
  actual: Date,
  { was, becomes }: { readonly was: Date; readonly becomes: Date },
  { old, next }: { readonly old: WorkingCalendar; readonly next: WorkingCalendar },
): Date {
  if (isSame(actual, was)) return becomes;
  const difference = workingMinutesBetween(old, was, actual);
  const promised = shifted(next, becomes, difference);
  // Where nothing changed on the way, what was written by hand stays to the minute.
  return isSame(promised, shifted(old, was, difference)) ? actual : promised;
}

/** The instant so many working minutes later, or earlier. */
export function shifted(calendar: WorkingCalendar, from: Date, minutes: number): Date {
  if (minutes >= 0) return addWorkingMinutes(calendar, from, minutes);
  return earliestWith(calendar, from, -minutes);
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The earliest instant with no more than so many working minutes until the other one. */
function earliestWith(calendar: WorkingCalendar, to: Date, minutes: number): Date {
  const left = (at: number): number => workingMinutesBetween(calendar, new Date(at), to);
  let step = DAY;
  while (left(to.getTime() - step) <= minutes) step *= 2;
  let [early, late] = [to.getTime() - step, to.getTime()];
  // At `early` it is too many, at `late` it is not.
  while (late - early > MINUTE) {
    const middle = early + Math.floor((late - early) / 2 / MINUTE) * MINUTE;
    if (left(middle) > minutes) early = middle;
    else late = middle;
  }
  return new Date(late);
}

function isSame(one: Date, other: Date): boolean {
  return one.getTime() === other.getTime();
}
