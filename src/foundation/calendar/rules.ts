import { addDays } from '#kernel/local-date.ts';
import type { Shift, SpecialDay, WorkingCalendar, WorkingWeek } from '#kernel/working-time/calendar.ts';
import type { SpecialDayRow, WorkingWeekRow } from './store.ts';

/** Everything declared about working time, for all units. */
export type CalendarFacts = {
  readonly weeks: readonly WorkingWeekRow[];
  readonly days: readonly SpecialDayRow[];
};

/** The law's working day when no working week says otherwise: 8 hours (Labour Code 2019, Art. 105). */
const MINUTES_PER_WORKING_DAY = 480;

/**
 * The calendar of one unit. `chain` is the unit and the units above it, nearest first: what is declared nearest wins
 * for a date, then what is declared for everybody.
 */
export function calendarOf(facts: CalendarFacts, chain: readonly number[]): WorkingCalendar {
  const weeks = nearest(facts.weeks, chain);
  const general = facts.days.filter((day) => day.unitId === null);
  return {
    weeks: weeks.map(toWorkingWeek),
    specialDays: specialDaysOf(facts.days, chain),
    minutesPerWorkingDay: weeks.at(-1)?.minutesPerWorkingDay ?? MINUTES_PER_WORKING_DAY,
    knownUntil: `${(general.at(-1)?.date ?? '1900').slice(0, 4)}-12-31`,
  };
}

/** Working weeks of the nearest level that declares any. */
function nearest(weeks: readonly WorkingWeekRow[], chain: readonly number[]): readonly WorkingWeekRow[] {
  const level = [...chain, null].find((unitId) => weeks.some((week) => week.unitId === unitId));
  return level === undefined ? [] : weeks.filter((week) => week.unitId === level);
}

function specialDaysOf(
  days: readonly SpecialDayRow[],
  chain: readonly number[],
): ReadonlyMap<string, SpecialDay> {
  const byDate = new Map<string, SpecialDay>();
  for (const level of [null, ...chain.toReversed()]) {
    for (const day of days) if (day.unitId === level) byDate.set(day.date, toSpecialDay(day));
  }
  return byDate;
}

function toWorkingWeek(row: WorkingWeekRow): WorkingWeek {
  return {
    validFrom: row.validFrom,
    // The table's period ends before validTo; the kernel's ends on it.
    validTo: row.validTo === null ? null : addDays(row.validTo, -1),
    // Written by this capability's verbs, which parse seven lists of shifts.
    shiftsByWeekday: row.shifts as readonly (readonly Shift[])[],
  };
}

function toSpecialDay(row: SpecialDayRow): SpecialDay {
  const { date, kind, name, legalNotice } = row;
  if (row.shifts === null) return { date, kind, name, legalNotice };
  return { date, kind, name, legalNotice, shifts: row.shifts as readonly Shift[] };
}
