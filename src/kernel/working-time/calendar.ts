/**
 * The working calendar of a unit: weekly shifts by period, and the days that differ from them. It is plain data
 * built by the caller (foundation) from the records in force; nothing here reads a clock or a database.
 */
import { addDays, weekdayOf, type LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';

/** A stretch of working time in minutes of the local day, `from` included, `to` excluded. */
export type Shift = { readonly from: number; readonly to: number };

/**
 * `swap-off` and `swap-work` are the two halves of an announced swap: a weekday off, a Saturday worked for it.
 * `compensatory-off` stands in for a holiday that fell on a weekly rest day. `closure` is a local one-off closing.
 */
export type SpecialDayKind = 'holiday' | 'compensatory-off' | 'swap-off' | 'swap-work' | 'closure';

/**
 * A day that does not follow the week. `shifts` is read for two kinds only: a `swap-work` day (without it: the
 * unit's Monday shifts) and a `closure` (open in these shifts only; without it: closed all day).
 */
export type SpecialDay = {
  readonly date: LocalDate;
  readonly kind: SpecialDayKind;
  readonly name: string;
  readonly legalNotice: string;
  readonly shifts?: readonly Shift[];
};

/** Weekly shifts in force from `validFrom` to `validTo`, both included. Shifts of a day are in order and apart. */
export type WorkingWeek = {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  /** Index 0 = Sunday … 6 = Saturday. */
  readonly shiftsByWeekday: readonly (readonly Shift[])[];
};

/** `knownUntil` is the last date for which the holiday notices have been entered. */
export type WorkingCalendar = {
  readonly weeks: readonly WorkingWeek[];
  readonly specialDays: ReadonlyMap<LocalDate, SpecialDay>;
  readonly minutesPerWorkingDay: number;
  readonly knownUntil: LocalDate;
};

/** What an ordinary rest day is called when nothing else closes it. */
const WEEKLY_REST = 'Nghỉ hằng tuần';

const MONDAY = 1;
const NO_SHIFTS: readonly Shift[] = [];
/** Tết closes an office for nine days; a year without one working day is a calendar nobody has filled in. */
const LONGEST_CLOSED_SPELL_DAYS = 366;

/** The working shifts of a date, in order; empty when the office is closed. */
export function shiftsOn(calendar: WorkingCalendar, date: LocalDate): readonly Shift[] {
  const special = calendar.specialDays.get(date);
  if (special === undefined) return weeklyShifts(calendar, date, weekdayOf(date));
  switch (special.kind) {
    case 'holiday':
    case 'compensatory-off':
    case 'swap-off':
      return NO_SHIFTS;
    case 'swap-work':
      return special.shifts ?? weeklyShifts(calendar, date, MONDAY);
    case 'closure':
      return special.shifts ?? NO_SHIFTS;
  }
}

/** Whether the office works at all on a date. */
export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  return shiftsOn(calendar, date).length > 0;
}

/** Why the office is closed on a date, in Vietnamese: the name of the special day or the weekly rest; null when it is open. */
export function whyClosed(calendar: WorkingCalendar, date: LocalDate): string | null {
  if (isWorkingDay(calendar, date)) return null;
  return calendar.specialDays.get(date)?.name ?? WEEKLY_REST;
}

/** The first working day on or after `date`. Refuses (`invalid`) when a whole year has no working time. */
export function workingDayFrom(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  let candidate = date;
  for (let tried = 0; tried < LONGEST_CLOSED_SPELL_DAYS; tried += 1) {
    if (isWorkingDay(calendar, candidate)) return candidate;
    candidate = dayAfter(candidate);
  }
  return refuse(
    'invalid',
    `Lịch làm việc không có giờ làm việc nào trong một năm kể từ ngày ${formatDate(date)}. ` +
      'Hãy khai báo giờ làm việc của đơn vị rồi tính lại.',
  );
}

/** The next date. Spelled out for the days within a month because every count of working time steps through dates. */
export function dayAfter(date: LocalDate): LocalDate {
  const day = Number(date.slice(8));
  return day < 28 ? `${date.slice(0, 8)}${day < 9 ? '0' : ''}${day + 1}` : addDays(date, 1);
}

/** Minute at which the first shift opens; 0 for a closed day. */
export function openingMinute(shifts: readonly Shift[]): number {
  return shifts[0]?.from ?? 0;
}

/** Minute at which the last shift closes; 0 for a closed day. */
export function closingMinute(shifts: readonly Shift[]): number {
  return shifts.at(-1)?.to ?? 0;
}

/** Minutes in all of some shifts. */
export function lengthOf(shifts: readonly Shift[]): number {
  return shifts.reduce((sum, { from, to }) => sum + to - from, 0);
}

function weeklyShifts(calendar: WorkingCalendar, date: LocalDate, weekday: number): readonly Shift[] {
  const week = calendar.weeks.findLast(
    ({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo),
  );
  return week?.shiftsByWeekday[weekday] ?? NO_SHIFTS;
}
