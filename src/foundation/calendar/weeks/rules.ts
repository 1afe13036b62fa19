/** Which working hours may be set, and what becomes of those they follow. */
import { addDays, type LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Shift } from '#kernel/working-time/calendar.ts';
import { shiftsText } from '../hours.ts';
import { requireDecision } from '../rules.ts';
import type { WorkingWeekRow } from '../schema.ts';
import { READING_ORDER, type WeekInput, WEEKDAYS } from './schema.ts';
import type { NewWorkingWeek } from './store.ts';

/** What setting hours does: the new week, the earlier one it ends, and one of the same first day that it replaces. */
export type WeekDecision = {
  readonly week: NewWorkingWeek;
  readonly ends: WorkingWeekRow | null;
  readonly replaces: WorkingWeekRow | null;
};

/**
 * Hours of a unit (null: of everybody) from a date, among the weeks it has. They hold until the next ones it has
 * already, or to the end that was given; after it the unit follows the hours of those above.
 */
export function decideWeek(
  weeks: readonly WorkingWeekRow[],
  unitId: number | null,
  { input, today }: { readonly input: WeekInput; readonly today: LocalDate },
): WeekDecision {
  const { from, decision, legalNotice, shifts } = input;
  requireDecision({ date: from, today, decision, field: 'from' });
  requireWorkingTime(shifts);
  requireEnd(input, unitId);
  const own = weeks.filter((week) => week.unitId === unitId);
  const next = own.filter((week) => week.validFrom > from).map((week) => week.validFrom);
  const ends = input.until === null ? next : [...next, addDays(input.until, 1)];
  return {
    week: {
      unitId,
      validFrom: from,
      validTo: ends.toSorted()[0] ?? null,
      shifts,
      minutesPerWorkingDay: Math.round(input.hoursPerDay * 60),
      legalNotice,
      decision,
    },
    ends: own.find((week) => week.validFrom < from && (week.validTo === null || week.validTo > from)) ?? null,
    replaces: own.find((week) => week.validFrom === from) ?? null,
  };
}

/** A week in sentences, like days together: `Thứ Hai đến Thứ Sáu: 07:00–11:30, 13:30–17:00`. Days off stand last. */
export function weekText(shifts: readonly (readonly Shift[])[]): readonly string[] {
  const runs: { readonly days: number[]; readonly hours: string }[] = [];
  for (const weekday of READING_ORDER) {
    const hours = shiftsText(shifts[weekday] ?? []);
    const open = runs.at(-1);
    if (open?.hours === hours) open.days.push(weekday);
    else runs.push({ days: [weekday], hours });
  }
  return runs.map(({ days, hours }) => `${daysText(days)}: ${hours === '' ? 'nghỉ' : hours}`);
}

function daysText(days: readonly number[]): string {
  const names = days.map((weekday) => WEEKDAYS[weekday] ?? '');
  return names.length < 3 ? names.join(', ') : `${names[0] ?? ''} đến ${names.at(-1) ?? ''}`;
}

function requireWorkingTime(shifts: WeekInput['shifts']): void {
  if (shifts.some((day) => day.length > 0)) return;
  const message = 'Tuần làm việc phải có ít nhất một buổi làm việc. Hãy nhập giờ của ít nhất một ngày.';
  refuse('invalid', message, { 'shifts.1': message });
}

function requireEnd({ from, until }: WeekInput, unitId: number | null): void {
  if (until === null) return;
  const message =
    unitId === null
      ? 'Giờ làm việc chung phải luôn có. Hãy để trống ngày kết thúc; lần đổi giờ sau sẽ thay giờ này.'
      : 'Ngày kết thúc phải từ ngày bắt đầu trở đi. Hãy nhập lại.';
  if (unitId === null || until < from) refuse('invalid', message, { until: message });
}
