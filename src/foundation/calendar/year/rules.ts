/** The days of a year for one calendar, as they are drawn. */
import { addDays, type LocalDate, weekdayOf } from '#kernel/local-date.ts';
import { isWorkingDay, shiftsOn, type WorkingCalendar } from '#kernel/working-time/calendar.ts';
import type { CalendarDay } from '#web/ui/month-calendar.tsx';
import { shiftsText } from '../hours.ts';
import { calendarPaths, CERTAINTY_LABELS, type SpecialDayRow } from '../schema.ts';

/** What is drawn: the calendar, the declared days that count in it, and today. */
export type YearScene = {
  readonly calendar: WorkingCalendar;
  readonly days: ReadonlyMap<LocalDate, SpecialDayRow>;
  readonly today: LocalDate;
};

/** A month of the drawing. */
export type MonthView = {
  /** 1–12 */
  readonly month: number;
  readonly workingDays: number;
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
};

const MARKS = {
  holiday: { kind: 'off', mark: 'L' },
  'compensatory-off': { kind: 'off', mark: 'B' },
  'swap-off': { kind: 'off', mark: 'H' },
  'swap-work': { kind: 'worked', mark: 'LB' },
  closure: { kind: 'off', mark: 'Đ' },
} as const;

/** What the marks mean, in the order of the legend. */
export const LEGEND = [
  { kind: 'plain', words: 'Làm việc' },
  { kind: 'rest', words: 'Nghỉ hằng tuần' },
  { kind: 'off', mark: 'L', words: 'Nghỉ lễ, tết' },
  { kind: 'off', mark: 'B', words: 'Nghỉ bù' },
  { kind: 'off', mark: 'H', words: 'Nghỉ hoán đổi' },
  { kind: 'worked', mark: 'LB', words: 'Làm bù' },
  { kind: 'off', mark: 'Đ', words: 'Đóng cửa' },
  { kind: 'partial', mark: 'Đ', words: 'Làm việc một phần ngày' },
] as const;

/** The twelve months of a year. */
export function yearView(scene: YearScene, year: number): readonly MonthView[] {
  return Array.from({ length: 12 }, (_, index) => monthView(scene, year, index + 1));
}

/** One month, its weeks from Monday. */
export function monthView(scene: YearScene, year: number, month: number): MonthView {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const dates = Array.from({ length: 31 }, (_, index) => addDays(first, index)).filter((date) =>
    date.startsWith(first.slice(0, 7)),
  );
  const before = (weekdayOf(first) + 6) % 7;
  const cells = [...Array.from({ length: before }, () => null), ...dates.map((date) => dayView(scene, date))];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => cells[week * 7 + weekday] ?? null),
  );
  return { month, workingDays: dates.filter((date) => isWorkingDay(scene.calendar, date)).length, weeks };
}

function dayView({ calendar, days, today }: YearScene, date: LocalDate): CalendarDay {
  const number = Number(date.slice(8));
  const day = days.get(date);
  const isToday = date === today ? { today: true } : {};
  if (day === undefined) {
    return { number, kind: isWorkingDay(calendar, date) ? 'plain' : 'rest', ...isToday };
  }
  const isPartial = day.kind === 'closure' && day.shifts !== null && day.shifts.length > 0;
  return {
    number,
    ...MARKS[day.kind],
    ...(isPartial ? { kind: 'partial' } : {}),
    words: wordsOf(calendar, day),
    href: calendarPaths.day(day.id),
    ...(day.certainty === 'likely' ? { uncertain: true } : {}),
    ...isToday,
  };
}

function wordsOf(calendar: WorkingCalendar, day: SpecialDayRow): string {
  const hours = shiftsText(shiftsOn(calendar, day.date));
  const certainty = day.certainty === 'likely' ? ` (${CERTAINTY_LABELS.likely.toLowerCase()})` : '';
  return hours === '' ? `${day.name}${certainty}` : `${day.name}${certainty}: làm việc ${hours}`;
}
