/** How close a due instant is, in the few words a list has room for. */
import { localDateOf, type LocalDate } from '#kernel/local-date.ts';
import { formatClock, formatLongDate } from '#kernel/vietnamese/format.ts';
import { workingMinutesBetween } from './arithmetic.ts';
import { dayAfter, isWorkingDay, workingDayFrom, type WorkingCalendar } from './calendar.ts';

/** `soon`: due by the end of the next working day; later than that is `fine`. */
export type Closeness = { readonly kind: 'late' | 'today' | 'soon' | 'fine'; readonly words: string };

/**
 * How close `dueAt` is at `now`: `Trễ 1 ngày`, `Trễ 2 giờ`, `Hôm nay 17:00`, `Ngày mai 09:12`, `Còn 2 ngày`. Days
 * and hours late are working time; the days left are working days after today, the due day included.
 */
export function closenessOf(calendar: WorkingCalendar, now: Date, dueAt: Date): Closeness {
  if (now > dueAt)
    return { kind: 'late', words: lateWords(calendar, workingMinutesBetween(calendar, dueAt, now)) };
  const today = localDateOf(now);
  const dueDate = localDateOf(dueAt);
  const clock = formatClock(dueAt);
  if (dueDate === today) return { kind: 'today', words: `Hôm nay ${clock}` };
  const tomorrow = dayAfter(today);
  if (dueDate === tomorrow) return { kind: 'soon', words: `Ngày mai ${clock}` };
  if (dueDate <= workingDayFrom(calendar, tomorrow)) {
    return { kind: 'soon', words: `${formatLongDate(dueDate)} ${clock}` };
  }
  return { kind: 'fine', words: `Còn ${workingDaysAfter(calendar, today, dueDate)} ngày` };
}

/**
 * Working minutes in words, two units at most and rounded down: `4 giờ`, `1 ngày 2 giờ`, `35 phút`. A day is
 * `minutesPerWorkingDay` minutes; with Infinity everything stays in hours.
 */
export function durationWords(minutes: number, minutesPerWorkingDay: number): string {
  const whole = Math.max(0, Math.floor(minutes));
  const days = Math.floor(whole / minutesPerWorkingDay);
  const rest = whole - (days === 0 ? 0 : days * minutesPerWorkingDay);
  const parts = [
    { value: days, unit: 'ngày' },
    { value: Math.floor(rest / 60), unit: 'giờ' },
    { value: rest % 60, unit: 'phút' },
  ];
  const largest = parts.findIndex(({ value }) => value > 0);
  if (largest === -1) return '0 phút';
  return parts
    .slice(largest, largest + 2)
    .filter(({ value }) => value > 0)
    .map(({ value, unit }) => `${value} ${unit}`)
    .join(' ');
}

function lateWords(calendar: WorkingCalendar, minutes: number): string {
  if (minutes < 1) return 'Vừa quá hạn';
  const days = Math.floor(minutes / calendar.minutesPerWorkingDay);
  if (days > 0) return `Trễ ${days} ngày`;
  return minutes < 60 ? `Trễ ${minutes} phút` : `Trễ ${Math.floor(minutes / 60)} giờ`;
}

function workingDaysAfter(calendar: WorkingCalendar, from: LocalDate, to: LocalDate): number {
  let count = 0;
  for (let date = dayAfter(from); date <= to; date = dayAfter(date)) {
    if (isWorkingDay(calendar, date)) count += 1;
  }
  return count;
}
