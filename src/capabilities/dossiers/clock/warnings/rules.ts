/** Which warnings about a due date are due now. Pure. */
import { workingMinutesBetween } from '#kernel/working-time/arithmetic.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import { type LocalDate, localDateOf } from '#kernel/local-date.ts';
import { dayAfter, isWorkingDay } from '#kernel/working-time/calendar.ts';
import type { Pause } from '../../schema.ts';
import { pausedMinutes } from '../../time.ts';
import type { WarningRule } from '../settings/schema.ts';

const MINUTES_PER_HOUR = 60;

/** A running dossier as warnings see it. */
export type Watched = {
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly pauses: readonly Pause[];
};

/** The name under which a warning was given, so that each is given once for a due date. */
export function warningKey({ measure, value, to }: WarningRule): string {
  return `${measure}-${value}-${to}`;
}

/** Whether the rule warns now. Those before the due date are silent after it: then only lateness is news. */
export function isDue(rule: WarningRule, watched: Watched, { now, calendar }: Then): boolean {
  const { dueAt } = watched;
  if (rule.measure === 'late') {
    return now > dueAt && workingMinutesBetween(calendar, dueAt, now) >= rule.value * MINUTES_PER_HOUR;
  }
  if (now > dueAt) return false;
  const left = workingMinutesBetween(calendar, now, dueAt);
  switch (rule.measure) {
    case 'percent':
      return usedShare(watched, { now, calendar }) * 100 >= rule.value;
    case 'days':
      return left <= rule.value * calendar.minutesPerWorkingDay;
    case 'hours':
      return left <= rule.value * MINUTES_PER_HOUR;
  }
}

type Then = { readonly now: Date; readonly calendar: WorkingCalendar };

/** How much of the time that counts is gone, from 0 to 1. */
export function usedShare({ receivedAt, dueAt, pauses }: Watched, { now, calendar }: Then): number {
  const counted = (to: Date): number =>
    workingMinutesBetween(calendar, receivedAt, to) -
    pausedMinutes(pauses, { from: receivedAt, to: now }, calendar);
  const whole = counted(dueAt);
  return whole <= 0 ? 1 : Math.max(0, counted(now)) / whole;
}

/**
 * The reminder that is due before the last day of a supplement: the nearest of those whose time has come, and all that it
 * makes needless.
 */
export function remindersDue(
  days: readonly number[],
  answerBy: LocalDate,
  { now, calendar }: Then,
): readonly number[] {
  const left = workingDaysLeft(calendar, localDateOf(now), answerBy);
  return days.filter((day) => left <= day).toSorted((a, b) => a - b);
}

/** Working days after today up to the last day, that one included. */
function workingDaysLeft(calendar: WorkingCalendar, today: LocalDate, last: LocalDate): number {
  let count = 0;
  for (let date = dayAfter(today); date <= last; date = dayAfter(date)) {
    if (isWorkingDay(calendar, date)) count += 1;
  }
  return count;
}
