import { addDays, type LocalDate } from '#kernel/local-date.ts';
import { toSolar } from '#kernel/lunar/lunar.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import type { SpecialDay, WorkingCalendar, WorkingWeek } from '#kernel/working-time/calendar.ts';
import type { CalendarFacts, SpecialDayRow, WorkingWeekRow } from './schema.ts';

export type { CalendarFacts } from './schema.ts';

/** The law's working day when no working week says otherwise: 8 hours (Labour Code 2019, Art. 105). */
const MINUTES_PER_WORKING_DAY = 480;

/**
 * The calendar of one unit. `chain` is the unit and the units above it, nearest first: what is declared nearest wins
 * for a date, then what is declared for everybody.
 */
export function calendarOf(facts: CalendarFacts, chain: readonly number[]): WorkingCalendar {
  const levels = [null, ...chain.toReversed()];
  // The kernel takes the last week that covers a date, so the nearest stands last.
  const weeks = levels.flatMap((level) => facts.weeks.filter((week) => week.unitId === level));
  return {
    weeks: weeks.map(toWorkingWeek),
    specialDays: specialDaysOf(facts.days, levels),
    minutesPerWorkingDay: openWeek(weeks)?.minutesPerWorkingDay ?? MINUTES_PER_WORKING_DAY,
    knownUntil: knownUntil(facts.days),
  };
}

/** The special days that count for a unit, by date. `chain` as in `calendarOf`. */
export function countingDays(
  days: readonly SpecialDayRow[],
  chain: readonly number[],
): ReadonlyMap<LocalDate, SpecialDayRow> {
  return dayByDate(days, [null, ...chain.toReversed()]);
}

/**
 * Whether the holidays of a year were announced: they are, year by year, with its Tết. A single day declared far ahead
 * does not make its year known.
 */
export function isAnnounced(days: Iterable<SpecialDayRow>, year: number): boolean {
  const newYear = toSolar({ day: 1, month: 1, year, leap: false });
  for (const day of days) if (day.kind === 'holiday' && day.date === newYear) return true;
  return false;
}

/** Stops a change that begins before today, unless a document decided that it does. */
export function requireDecision(change: {
  readonly date: LocalDate;
  readonly today: LocalDate;
  readonly decision: string;
  readonly field: string;
}): void {
  const { date, today, decision, field } = change;
  if (date >= today || decision !== '') return;
  const message =
    `Ngày ${formatDate(date)} đã qua. Hãy chọn từ hôm nay trở đi, ` +
    'hoặc ghi văn bản quyết định áp dụng lùi ngày.';
  refuse('invalid', message, { [field]: message });
}

/** Hours in force without an end; of several levels, the nearest. */
function openWeek(weeks: readonly WorkingWeekRow[]): WorkingWeekRow | undefined {
  return weeks.findLast((week) => week.validTo === null) ?? weeks.at(-1);
}

function specialDaysOf(
  days: readonly SpecialDayRow[],
  levels: readonly (number | null)[],
): ReadonlyMap<LocalDate, SpecialDay> {
  return new Map([...dayByDate(days, levels)].map(([date, day]) => [date, toSpecialDay(day)]));
}

/** The day that wins on each date; `levels` from everybody to the nearest unit. */
function dayByDate(
  days: readonly SpecialDayRow[],
  levels: readonly (number | null)[],
): ReadonlyMap<LocalDate, SpecialDayRow> {
  const byDate = new Map<LocalDate, SpecialDayRow>();
  for (const level of levels) {
    for (const day of days) {
      if (day.unitId === level && !staysOff(byDate.get(day.date), day)) byDate.set(day.date, day);
    }
  }
  return byDate;
}

/** Nothing opens a public holiday, and a closure of some hours closes: it never opens a day that is off above. */
function staysOff(above: SpecialDayRow | undefined, day: SpecialDayRow): boolean {
  if (above === undefined) return false;
  if (above.kind === 'holiday') return day.kind !== 'holiday';
  return day.kind === 'closure' && above.kind !== 'swap-work' && above.shifts === null;
}

/** The end of the last announced year. */
function knownUntil(days: readonly SpecialDayRow[]): LocalDate {
  const general = days.filter((day) => day.unitId === null);
  const years = new Set(general.map((day) => Number(day.date.slice(0, 4))));
  const known = [...years].filter((year) => isAnnounced(general, year));
  return `${Math.max(1900, ...known)}-12-31`;
}

function toWorkingWeek(row: WorkingWeekRow): WorkingWeek {
  return {
    validFrom: row.validFrom,
    // The table's period ends before validTo; the kernel's ends on it.
    validTo: row.validTo === null ? null : addDays(row.validTo, -1),
    shiftsByWeekday: row.shifts,
  };
}

function toSpecialDay({ date, kind, name, legalNotice, shifts }: SpecialDayRow): SpecialDay {
  return shifts === null ? { date, kind, name, legalNotice } : { date, kind, name, legalNotice, shifts };
}
