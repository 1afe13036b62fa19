/**
 * Arithmetic on working time, to the minute: seconds of an instant are cut. Every function walks days or months, never
 * minutes, so a limit of sixty working days costs about ninety steps.
 */
import { instantAt, localDateOf, minuteOfDay, type LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { minutesBeforeInMonth, minutesOfMonth, monthAfter, monthOf } from './months.ts';
import {
  dayAfter,
  lengthOf,
  openingMinute,
  shiftsOn,
  workingDayFrom,
  type Shift,
  type WorkingCalendar,
} from './calendar.ts';

/**
 * The instant itself when it lies in working time, otherwise the next opening: before 07:00 → 07:00, in the lunch
 * break → 13:30, at or after 17:00 or on a closed day → the next working day's opening.
 */
export function normaliseStart(calendar: WorkingCalendar, instant: Date): Date {
  const date = localDateOf(instant);
  const minute = minuteOfDay(instant);
  const shift = shiftsOn(calendar, date).find(({ to }) => minute < to);
  if (shift !== undefined) return instantAt(date, Math.max(minute, shift.from));
  const next = workingDayFrom(calendar, dayAfter(date));
  return instantAt(next, openingMinute(shiftsOn(calendar, next)));
}

/**
 * The earliest instant by which `minutes` of working time have passed since `instant`. A quota that is used up
 * exactly at the end of a shift ends there (17:00), not at the next opening. Zero minutes give the instant itself.
 * Refuses (`invalid`) a negative quota, and a calendar without working time ahead.
 */
export function addWorkingMinutes(calendar: WorkingCalendar, instant: Date, minutes: number): Date {
  const date = localDateOf(instant);
  if (minutes < 0) refuse('invalid', 'Số phút làm việc cộng thêm không được âm. Hãy nhập lại.');
  if (minutes === 0) return instantAt(date, minuteOfDay(instant));
  const last = spendWorkingMinutes(calendar, { date, fromMinute: minuteOfDay(instant), minutes }).at(-1);
  return instantAt(last?.date ?? date, last?.pieces.at(-1)?.to ?? 0);
}

/** The working time taken from one day. */
export type SpentDay = {
  readonly date: LocalDate;
  readonly pieces: readonly Shift[];
  readonly minutes: number;
};

/** Takes `minutes` of working time from a moment on; answers every working day it used, in order. */
export function spendWorkingMinutes(
  calendar: WorkingCalendar,
  from: { readonly date: LocalDate; readonly fromMinute: number; readonly minutes: number },
): readonly SpentDay[] {
  const spent: SpentDay[] = [];
  let { date, fromMinute, minutes: left } = from;
  while (left > 0) {
    date = workingDayFrom(calendar, date);
    if (date !== from.date) fromMinute = 0;
    const pieces = takeFromShifts(shiftsOn(calendar, date), fromMinute, left);
    const minutes = lengthOf(pieces);
    if (minutes > 0) spent.push({ date, pieces, minutes });
    left -= minutes;
    date = dayAfter(date);
  }
  return spent;
}

/** The working time left on the day of an instant, from that minute on. */
export function restOfDay(calendar: WorkingCalendar, instant: Date): SpentDay {
  const date = localDateOf(instant);
  const pieces = within(shiftsOn(calendar, date), minuteOfDay(instant), Infinity);
  return { date, pieces, minutes: lengthOf(pieces) };
}

/** Working minutes from `a` to `b`; negative when `b` is before `a`. Walks months, not days. */
export function workingMinutesBetween(calendar: WorkingCalendar, a: Date, b: Date): number {
  if (b < a) return -workingMinutesBetween(calendar, b, a);
  const from = localDateOf(a);
  const to = localDateOf(b);
  let total = minutesBeforeInMonth(calendar, to) - minutesBeforeInMonth(calendar, from);
  for (let month = monthOf(from); month < monthOf(to); month = monthAfter(month)) {
    total += minutesOfMonth(calendar, month);
  }
  total -= lengthOf(within(shiftsOn(calendar, from), 0, minuteOfDay(a)));
  total += lengthOf(within(shiftsOn(calendar, to), 0, minuteOfDay(b)));
  return total;
}

/**
 * The due instant after a pause: moved by exactly the working time that passed between pause and resumption, so
 * that as much of the quota is left at resumption as there was at the pause (time spent waiting for the applicant
 * does not count, Decree 61/2018 Art. 19).
 */
// oxlint-disable-next-line max-params -- three instants and the calendar they are read in; an object would only rename them
export function moveDueByPause(calendar: WorkingCalendar, due: Date, pausedAt: Date, resumedAt: Date): Date {
  return addWorkingMinutes(calendar, due, workingMinutesBetween(calendar, pausedAt, resumedAt));
}

function takeFromShifts(shifts: readonly Shift[], fromMinute: number, wanted: number): readonly Shift[] {
  const pieces: Shift[] = [];
  let left = wanted;
  for (const piece of within(shifts, fromMinute, Infinity)) {
    if (left <= 0) break;
    const to = Math.min(piece.to, piece.from + left);
    pieces.push({ from: piece.from, to });
    left -= to - piece.from;
  }
  return pieces;
}

/** The parts of shifts between two minutes of the day. */
function within(shifts: readonly Shift[], from: number, to: number): readonly Shift[] {
  const pieces: Shift[] = [];
  for (const shift of shifts) {
    const piece = { from: Math.max(shift.from, from), to: Math.min(shift.to, to) };
    if (piece.from < piece.to) pieces.push(piece);
  }
  return pieces;
}
