/** The four ways of counting a time limit, each answering the due instant and the days it passed on the way. */
import { addDays, instantAt, localDateOf, minuteOfDay, type LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { restOfDay, spendWorkingMinutes } from './arithmetic.ts';
import {
  closingMinute,
  dayAfter,
  isWorkingDay,
  openingMinute,
  shiftsOn,
  workingDayFrom,
  type WorkingCalendar,
} from './calendar.ts';
import { calendarDay, skippedDay, skippedDays, workedDay, type ExplainedDay } from './explained-day.ts';
import { cutoffMinute, hourWords, type TimeLimit } from './limit.ts';

/** When the dossier came in, and the first working moment from then on. */
export type Reception = { readonly receivedAt: Date; readonly start: Date };
export type Counted = {
  readonly start: Date;
  readonly startMoves: readonly string[];
  readonly days: readonly ExplainedDay[];
  readonly dueAt: Date;
};

/** Counts a limit from the first working moment; see `computeDue` for the rules and what is refused. */
export function countLimit(calendar: WorkingCalendar, reception: Reception, limit: TimeLimit): Counted {
  switch (limit.unit) {
    case 'working-day':
      return countWorkingTime(calendar, reception.start, limit.value * calendar.minutesPerWorkingDay);
    case 'working-hour':
      return countWorkingTime(calendar, reception.start, limit.value * 60);
    case 'calendar-day':
      return countCalendarDays(calendar, reception.start, limit.value);
    case 'same-day':
      return countSameDay(calendar, reception, cutoffMinute(limit.cutoff));
  }
}

/** Why counting begins later than reception, before any cut-off is looked at; empty when it does not. */
export function startMoves(calendar: WorkingCalendar, receivedAt: Date, start: Date): readonly string[] {
  const date = localDateOf(receivedAt);
  if (minuteOfDay(start) === minuteOfDay(receivedAt) && date === localDateOf(start)) return [];
  if (!isWorkingDay(calendar, date)) return ['Tiếp nhận vào ngày nghỉ'];
  if (date !== localDateOf(start)) return ['Tiếp nhận sau giờ làm việc'];
  const beforeOpening = minuteOfDay(receivedAt) < openingMinute(shiftsOn(calendar, date));
  return [beforeOpening ? 'Tiếp nhận trước giờ làm việc' : 'Tiếp nhận trong giờ nghỉ giữa hai buổi'];
}

/** The end of the last shift of a working day. */
export function closeOf(calendar: WorkingCalendar, date: LocalDate): Date {
  return instantAt(date, closingMinute(shiftsOn(calendar, date)));
}

function countWorkingTime(calendar: WorkingCalendar, start: Date, quota: number): Counted {
  const minutes = Math.round(quota);
  if (!(minutes > 0)) refuseEmptyLimit();
  const first = localDateOf(start);
  const spent = spendWorkingMinutes(calendar, { date: first, fromMinute: minuteOfDay(start), minutes });
  const days: ExplainedDay[] = [];
  let next = first;
  for (const day of spent) {
    days.push(...skippedDays(calendar, next, day.date), workedDay(calendar, day));
    next = dayAfter(day.date);
  }
  const last = spent.at(-1);
  const dueAt = instantAt(last?.date ?? first, last?.pieces.at(-1)?.to ?? 0);
  return { start, startMoves: [], days, dueAt };
}

function countCalendarDays(calendar: WorkingCalendar, start: Date, value: number): Counted {
  if (!(value > 0) || !Number.isInteger(value)) refuseEmptyLimit();
  const first = localDateOf(start);
  const days = Array.from({ length: value }, (_, index) => calendarDay(addDays(first, index + 1), index + 1));
  const last = addDays(first, value);
  const dueDate = workingDayFrom(calendar, last);
  const dueAt = closeOf(calendar, dueDate);
  if (dueDate === last) return { start, startMoves: [], days, dueAt };
  const moved = skippedDays(calendar, last, dueDate).map((day) => ({ ...day, moved: true }));
  return { start, startMoves: [], days: [...days, ...moved], dueAt };
}

function countSameDay(calendar: WorkingCalendar, { receivedAt, start }: Reception, cutoff: number): Counted {
  const first = localDateOf(start);
  const asked = localDateOf(receivedAt) === first ? receivedAt : start;
  if (minuteOfDay(asked) <= cutoff) {
    return {
      start,
      startMoves: [],
      days: [workedDay(calendar, restOfDay(calendar, start))],
      dueAt: closeOf(calendar, first),
    };
  }
  const next = workingDayFrom(calendar, dayAfter(first));
  const opening = instantAt(next, openingMinute(shiftsOn(calendar, next)));
  return {
    start: opening,
    startMoves: [`Tiếp nhận sau ${hourWords(cutoff)} nên trả kết quả vào ngày làm việc tiếp theo`],
    days: [
      skippedDay({ date: first, reason: `Tiếp nhận sau ${hourWords(cutoff)}`, legalNotice: null }),
      ...skippedDays(calendar, dayAfter(first), next),
      workedDay(calendar, restOfDay(calendar, opening)),
    ],
    dueAt: closeOf(calendar, next),
  };
}

function refuseEmptyLimit(): never {
  return refuse(
    'invalid',
    'Thời hạn giải quyết phải lớn hơn 0, tính theo ngày phải là số nguyên. Hãy nhập lại thời hạn.',
  );
}
