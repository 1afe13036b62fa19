/**
 * When a dossier is due, and why. The explanation is kept with the dossier, so that the date on the receipt can be
 * checked years later against the calendar as it was known on that day.
 */
import { addDays, daysBetween, localDateOf, type LocalDate } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { addWorkingMinutes, moveDueByPause, normaliseStart, workingMinutesBetween } from './arithmetic.ts';
import { workingDayFrom, type WorkingCalendar } from './calendar.ts';
import { closeOf, countLimit, startMoves } from './counting.ts';
import { skippedDays, type ExplainedDay } from './explained-day.ts';
import { describeLimit, type TimeLimit } from './limit.ts';
import { localIso } from './words.ts';

/** Local ISO 8601 with offset, to the minute: `2020-04-29T09:12:00+07:00`. */
export type LocalIso = string;

/** Time that does not count because the authority waits for the applicant or for a payment. */
export type ExplainedPause = {
  readonly pausedAt: LocalIso;
  readonly resumedAt: LocalIso;
  readonly reason: string;
  readonly dueBefore: LocalIso;
  readonly dueAfter: LocalIso;
  /** Working minutes that passed in the pause. */
  readonly minutes: number;
};

/** More time that was granted. */
export type ExplainedExtension = {
  readonly grantedAt: LocalIso;
  readonly reason: string;
  readonly dueBefore: LocalIso;
  readonly dueAfter: LocalIso;
  /** Working minutes granted. */
  readonly minutes: number;
};

/** How a due instant was found; plain JSON, to be stored and printed. */
export type DueExplanation = {
  /** The limit in words, e.g. `03 ngày làm việc`. */
  readonly rule: string;
  readonly legalBasis: string | null;
  readonly limit: TimeLimit;
  readonly minutesPerWorkingDay: number;
  readonly receivedAt: LocalIso;
  readonly countedFrom: LocalIso;
  /** Why counting did not begin at reception, in the order it was moved; empty when it did. */
  readonly startMoves: readonly string[];
  /** Every day from reception to the due date, counted or skipped. */
  readonly days: readonly ExplainedDay[];
  readonly pauses: readonly ExplainedPause[];
  /** Absent in explanations from before there were extensions. */
  readonly extensions?: readonly ExplainedExtension[];
  readonly dueAt: LocalIso;
  /** A caution, when the span runs past the holidays known so far. */
  readonly note: string | null;
};

export type Due = { readonly dueAt: Date; readonly explanation: DueExplanation };

/**
 * The due instant of a limit for a dossier received at `receivedAt`, at the minute.
 * - Working days and hours: working time, `minutesPerWorkingDay` to a day, from reception or the next opening.
 * - Calendar days: the first day is not counted (Civil Code 2015 Art. 147); due at the close of the last day, or of
 *   the next working day when that one is a rest day or a holiday (Art. 148).
 * - Same day: by the close of the day when received up to the cut-off, otherwise of the next working day (e.g. Law on
 *   Civil Status 2014, Decree 23/2015/NĐ-CP).
 * Refuses (`invalid`) a limit that is not above zero, a malformed cut-off, and a calendar without working time ahead.
 */
export function computeDue(calendar: WorkingCalendar, receivedAt: Date, limit: TimeLimit): Due {
  const start = normaliseStart(calendar, receivedAt);
  const counted = countLimit(calendar, { receivedAt, start }, limit);
  const explanation: DueExplanation = {
    rule: describeLimit(limit),
    legalBasis: limit.legalBasis ?? null,
    limit,
    minutesPerWorkingDay: calendar.minutesPerWorkingDay,
    receivedAt: localIso(receivedAt),
    countedFrom: localIso(counted.start),
    startMoves: [...startMoves(calendar, receivedAt, start), ...counted.startMoves],
    days: [...skippedDays(calendar, localDateOf(receivedAt), localDateOf(start)), ...counted.days],
    pauses: [],
    dueAt: localIso(counted.dueAt),
    note: unknownHolidaysNote(calendar, counted.dueAt),
  };
  return { dueAt: counted.dueAt, explanation };
}

/**
 * The due after a pause, with the pause added to the explanation. Limits in working time move by the working time
 * that passed (`moveDueByPause`); limits in calendar days move by the calendar days between the two dates.
 */
export function pauseDue(
  calendar: WorkingCalendar,
  due: Due,
  pause: { readonly pausedAt: Date; readonly resumedAt: Date; readonly reason: string },
): Due {
  const { pausedAt, resumedAt, reason } = pause;
  const dueAt =
    due.explanation.limit.unit === 'calendar-day'
      ? moveByCalendarDays(calendar, due, daysBetween(localDateOf(pausedAt), localDateOf(resumedAt)))
      : moveDueByPause(calendar, due.dueAt, pausedAt, resumedAt);
  const explained: ExplainedPause = {
    pausedAt: localIso(pausedAt),
    resumedAt: localIso(resumedAt),
    reason,
    dueBefore: localIso(due.dueAt),
    dueAfter: localIso(dueAt),
    minutes: workingMinutesBetween(calendar, pausedAt, resumedAt),
  };
  const explanation: DueExplanation = {
    ...due.explanation,
    pauses: [...due.explanation.pauses, explained],
    dueAt: localIso(dueAt),
    note: unknownHolidaysNote(calendar, dueAt),
  };
  return { dueAt, explanation };
}

/** The due after an extension by working minutes, with it added to the explanation. */
export function extendDue(
  calendar: WorkingCalendar,
  due: Due,
  grant: { readonly grantedAt: Date; readonly minutes: number; readonly reason: string },
): Due {
  const dueAt = addWorkingMinutes(calendar, due.dueAt, grant.minutes);
  const explained: ExplainedExtension = {
    grantedAt: localIso(grant.grantedAt),
    reason: grant.reason,
    dueBefore: localIso(due.dueAt),
    dueAfter: localIso(dueAt),
    minutes: grant.minutes,
  };
  const explanation: DueExplanation = {
    ...due.explanation,
    extensions: [...(due.explanation.extensions ?? []), explained],
    dueAt: localIso(dueAt),
    note: unknownHolidaysNote(calendar, dueAt),
  };
  return { dueAt, explanation };
}

/** Earlier pauses have moved the last day already; the move is made on the day before rest days pushed it on. */
function moveByCalendarDays(calendar: WorkingCalendar, due: Due, days: number): Date {
  const { limit, countedFrom, pauses, extensions = [] } = due.explanation;
  // Extended by working time, the day on which the limit ended is the one that was granted.
  if (extensions.length > 0) {
    return closeOf(calendar, workingDayFrom(calendar, addDays(localDateOf(due.dueAt), days)));
  }
  const value = limit.unit === 'calendar-day' ? limit.value : 0;
  const earlier = pauses.reduce(
    (sum, { pausedAt, resumedAt }) => sum + daysBetween(dateOf(pausedAt), dateOf(resumedAt)),
    0,
  );
  return closeOf(calendar, workingDayFrom(calendar, addDays(dateOf(countedFrom), value + earlier + days)));
}

function dateOf(iso: LocalIso): LocalDate {
  return iso.slice(0, 10);
}

function unknownHolidaysNote(calendar: WorkingCalendar, dueAt: Date): string | null {
  const dueDate = localDateOf(dueAt);
  if (dueDate <= calendar.knownUntil) return null;
  const year = dueDate.slice(0, 4);
  return (
    `Chưa có thông báo lịch nghỉ năm ${year} trong hệ thống (lịch nghỉ đã nhập đến ngày ` +
    `${formatDate(calendar.knownUntil)}); ngày hẹn trả có thể thay đổi khi có thông báo.`
  );
}
