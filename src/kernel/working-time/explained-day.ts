/** The days of an explanation: worked, counted as calendar days, or skipped, each with its reason. */
import type { LocalDate } from '#kernel/local-date.ts';
import { formatClock } from '#kernel/vietnamese/format.ts';
import type { SpentDay } from './arithmetic.ts';
import { dayAfter, whyClosed, type Shift, type WorkingCalendar } from './calendar.ts';

/** A clock range of the local day, `HH:mm`. */
type ClockRange = { readonly from: string; readonly to: string };

/** Working time of this day was counted; `special` names what makes the day unusual (a swapped Saturday, shorter hours). */
export type WorkedDay = {
  readonly kind: 'worked';
  readonly date: LocalDate;
  readonly minutes: number;
  readonly ranges: readonly ClockRange[];
  readonly special: string | null;
  readonly legalNotice: string | null;
};

/** Counted as a calendar day, the `ordinal`-th of the limit. */
export type CountedCalendarDay = {
  readonly kind: 'calendar';
  readonly date: LocalDate;
  readonly ordinal: number;
};

/** Not counted; `moved` when the last calendar day fell here and was moved on. */
export type SkippedDay = {
  readonly kind: 'skipped';
  readonly date: LocalDate;
  readonly reason: string;
  readonly legalNotice: string | null;
  readonly moved: boolean;
};

export type ExplainedDay = WorkedDay | CountedCalendarDay | SkippedDay;

export function workedDay(calendar: WorkingCalendar, { date, pieces, minutes }: SpentDay): WorkedDay {
  const special = calendar.specialDays.get(date);
  return {
    kind: 'worked',
    date,
    minutes,
    ranges: pieces.map(clockRange),
    special: special?.name ?? null,
    legalNotice: special?.legalNotice ?? null,
  };
}

export function calendarDay(date: LocalDate, ordinal: number): CountedCalendarDay {
  return { kind: 'calendar', date, ordinal };
}

export function skippedDay(day: Pick<SkippedDay, 'date' | 'reason' | 'legalNotice'>): SkippedDay {
  return { kind: 'skipped', ...day, moved: false };
}

/** The days from `from` on and before `until`, with why the office is closed or past its hours. */
export function skippedDays(
  calendar: WorkingCalendar,
  from: LocalDate,
  until: LocalDate,
): readonly SkippedDay[] {
  const days: SkippedDay[] = [];
  for (let date = from; date < until; date = dayAfter(date)) {
    const reason = whyClosed(calendar, date);
    const legalNotice = reason === null ? null : (calendar.specialDays.get(date)?.legalNotice ?? null);
    days.push(skippedDay({ date, reason: reason ?? 'Đã hết giờ làm việc', legalNotice }));
  }
  return days;
}

function clockRange({ from, to }: Shift): ClockRange {
  return { from: formatClock(from), to: formatClock(to) };
}
