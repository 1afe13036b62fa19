import { raiseRevision } from '#platform/database/revision.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise } from '#foundation/access/authorise.ts';
import type { Context, TransactionContext } from '#foundation/context.ts';
import { namedHistoryOf, record } from '#foundation/history/service.ts';
import type { NamedEvent } from '#foundation/history/schema.ts';
import { unitByCode } from '#foundation/organisation/service.ts';
import type { SpecialDayRow } from '../schema.ts';
import { chainOf, holderNames } from '../service.ts';
import { lockCalendar, readDeclaredDays, readSpecialDays, readWorkingWeeks } from '../store.ts';
import { saveDay } from './declaration.ts';
import { decideDays, decideWithdrawal } from './rules.ts';
import type { DayInput, DayQuery, NamedDay } from './schema.ts';
import { updateWithdrawal } from './store.ts';

/**
 * Declares a day that is not like its weekday, in the transaction that confirmed it, for a unit with all below it or for
 * everybody; a swap declares both of its halves. Answers the identifiers of the days.
 */
export async function declareDays(tx: TransactionContext, input: DayInput): Promise<readonly number[]> {
  const unit = input.unitCode === null ? null : await unitByCode(tx, input.unitCode);
  const chain = await chainOf(tx, unit?.id ?? null);
  await lockCalendar(tx.db);
  const facts = { weeks: await readWorkingWeeks(tx.db), days: await readSpecialDays(tx.db) };
  const days = decideDays({ facts, chain, today: localDateOf(tx.now) }, input);
  const ids: number[] = [];
  for (const day of days) ids.push(await saveDay(tx, day));
  await raiseRevision(tx.db, 'calendar_revisions');
  return ids;
}

/** Takes a declaration back, and of a swap both halves, with the reason. Answers the identifiers of the days. */
export async function withdrawDays(
  tx: TransactionContext,
  input: { readonly id: number; readonly reason: string },
): Promise<readonly number[]> {
  await lockCalendar(tx.db);
  const days = await readDeclaredDays(tx.db);
  const gone = decideWithdrawal(days, dayWith(days, input.id)).map(({ id }) => id);
  for (const id of gone) {
    await updateWithdrawal(tx.db, id, { withdrawnAt: tx.now, withdrawalReason: input.reason });
    // A day is declared and withdrawn once, so the withdrawal is always its second deed.
    await record(tx, { name: 'calendar', id, after: 1 }, [
      { kind: 'day-withdrawn', payload: { reason: input.reason } },
    ]);
  }
  await raiseRevision(tx.db, 'calendar_revisions');
  return gone;
}

/** The days of a year; of one unit, those that it and the units above it declared, and those for everybody. */
export async function specialDays(ctx: Context, query: DayQuery): Promise<readonly NamedDay[]> {
  await authorise(ctx, 'calendar.read');
  const chain = query.unitCode === '' ? null : await chainOf(ctx, (await unitByCode(ctx, query.unitCode)).id);
  const names = await holderNames(ctx);
  const days = await readDeclaredDays(ctx.db);
  return days
    .filter((day) => day.date.startsWith(`${query.year}-`))
    .filter((day) => (day.withdrawnAt === null) === (query.state === 'holding'))
    .filter((day) => chain === null || day.unitId === null || chain.includes(day.unitId))
    .map((day) => ({ ...day, unitName: names(day.unitId) }));
}

/** One day with what was done with it and, of a swap, its other half; or a refusal. */
export async function specialDay(
  ctx: Context,
  id: number,
): Promise<{
  readonly day: NamedDay;
  readonly partner: SpecialDayRow | null;
  readonly history: readonly NamedEvent[];
}> {
  await authorise(ctx, 'calendar.read');
  const days = await readDeclaredDays(ctx.db);
  const day = dayWith(days, id);
  const names = await holderNames(ctx);
  const partner = days.findLast(
    (other) =>
      other.unitId === day.unitId && other.date === day.partnerDate && other.partnerDate === day.date,
  );
  return {
    day: { ...day, unitName: names(day.unitId) },
    partner: partner ?? null,
    history: await namedHistoryOf(ctx, 'calendar', id),
  };
}

function dayWith(days: readonly SpecialDayRow[], id: number): SpecialDayRow {
  return (
    days.find((day) => day.id === id) ??
    refuse('missing', 'Không có ngày này trong lịch làm việc. Hãy chọn trong danh sách.')
  );
}
