/**
 * Working minutes of whole months, counted once for each calendar: lists tell of fifty dossiers how late they are, and
 * all of them look at the same few months. A calendar is never changed, only replaced.
 */
import { addDays, type LocalDate } from '#kernel/local-date.ts';
import { dayAfter, lengthOf, shiftsOn, type WorkingCalendar } from './calendar.ts';

/** A month as `YYYY-MM`. */
export type Month = string;

export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7);
}

export function monthAfter(month: Month): Month {
  return monthOf(addDays(`${month}-28`, 4));
}

/** Working minutes of a whole month. */
export function minutesOfMonth(calendar: WorkingCalendar, month: Month): number {
  return sumsOf(calendar, month).at(-1) ?? 0;
}

/** Working minutes from the first of a date's month up to the date, itself not included. */
export function minutesBeforeInMonth(calendar: WorkingCalendar, date: LocalDate): number {
  return sumsOf(calendar, monthOf(date))[Number(date.slice(8)) - 1] ?? 0;
}

/** Index n: the minutes of the first n days. */
type Sums = readonly number[];

const known = new WeakMap<WorkingCalendar, Map<Month, Sums>>();

function sumsOf(calendar: WorkingCalendar, month: Month): Sums {
  const months = known.get(calendar) ?? new Map<Month, Sums>();
  known.set(calendar, months);
  const sums = months.get(month) ?? countMonth(calendar, month);
  months.set(month, sums);
  return sums;
}

function countMonth(calendar: WorkingCalendar, month: Month): Sums {
  const sums = [0];
  for (let date = `${month}-01`; monthOf(date) === month; date = dayAfter(date)) {
    sums.push((sums.at(-1) ?? 0) + lengthOf(shiftsOn(calendar, date)));
  }
  return sums;
}
