import type { LocalDate } from '#kernel/local-date.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { computeDue, type Due } from '#kernel/working-time/due.ts';
import type { TimeLimit } from '#kernel/working-time/limit.ts';
import type { Context } from '#foundation/context.ts';
import { unitByCode } from '#foundation/organisation/service.ts';
import { countingDays } from '../rules.ts';
import { calendarFacts, calendarFor, chainOf } from '../service.ts';
import type { DueQuestion } from './schema.ts';

/** A procedure as the calculator needs it. */
export type LimitedProcedure = { readonly name: string; readonly limit: TimeLimit };

/**
 * Time limits of procedures. The calendar stands below the catalogue and does not know it: the application connects
 * the two.
 */
export type ProcedureLimits = {
  /** Procedures in force on a date: `value` is what `find` takes. */
  readonly choices: (
    ctx: Context,
    date: LocalDate,
  ) => Promise<readonly { readonly value: string; readonly text: string }[]>;
  /** A procedure by its national code or slug, as in force on a date; null when there is none. */
  readonly find: (ctx: Context, codeOrSlug: string, date: LocalDate) => Promise<LimitedProcedure | null>;
};

/** A due date with what it was computed from, and cautions about holidays that are only expected. */
export type DueAnswer = Due & {
  readonly unitName: string | null;
  readonly procedureName: string | null;
  readonly cautions: readonly string[];
};

/**
 * When something received at a moment would be due, on the calendar of a unit or the general one. Open to everybody:
 * limits and working hours are published. Refuses (`missing`) a unit or procedure that there is not.
 */
export async function answerDue(
  ctx: Context,
  limits: ProcedureLimits,
  question: DueQuestion,
): Promise<DueAnswer> {
  const { receivedAt, unitCode } = question;
  const unit = unitCode === null ? null : await unitByCode(ctx, unitCode);
  const { name, limit } = await limitOf(ctx, limits, question);
  const due = computeDue(await calendarFor(ctx, unit?.id ?? null), receivedAt, limit);
  return {
    ...due,
    unitName: unit?.name ?? null,
    procedureName: name,
    cautions: await cautionsFor(ctx, unit?.id ?? null, due),
  };
}

async function limitOf(
  ctx: Context,
  limits: ProcedureLimits,
  { limit, receivedAt }: DueQuestion,
): Promise<{ readonly name: string | null; readonly limit: TimeLimit }> {
  if (limit.unit !== 'procedure') return { name: null, limit };
  const date = localDateOf(receivedAt);
  const message =
    `Không có thủ tục ${limit.procedure} đang áp dụng vào ngày ${formatDate(date)}. ` +
    'Hãy chọn thủ tục khác hoặc ngày khác.';
  return (
    (await limits.find(ctx, limit.procedure, date)) ?? refuse('missing', message, { procedure: message })
  );
}

/** Days that are only expected to be off, between reception and the due date. */
async function cautionsFor(ctx: Context, unitId: number | null, due: Due): Promise<readonly string[]> {
  const { days } = await calendarFacts(ctx);
  const counting = countingDays(days, await chainOf(ctx, unitId));
  const expected = due.explanation.days
    .flatMap((day) => counting.get(day.date) ?? [])
    .filter((day) => day.certainty === 'likely');
  const dates = [...new Set(expected.map((day) => formatDate(day.date)))];
  if (dates.length === 0) return [];
  return [`Lịch nghỉ các ngày ${dates.join(', ')} mới là dự kiến; ngày hẹn có thể đổi khi có thông báo.`];
}
