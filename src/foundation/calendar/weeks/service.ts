import { raiseRevision } from '#platform/database/revision.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { historyOf, record } from '#foundation/history/service.ts';
import { unitByCode } from '#foundation/organisation/service.ts';
import type { WorkingWeekRow } from '../schema.ts';
import { calendarFacts, holderNames } from '../service.ts';
import { lockCalendar, readWorkingWeeks } from '../store.ts';
import { decideWeek } from './rules.ts';
import type { NamedWeek, WeekInput } from './schema.ts';
import { saveWeek } from './setting.ts';
import { updateWeekEnd, updateWeekWithdrawal } from './store.ts';

/**
 * Sets the working hours of a unit with all below it, or of everybody, from a date on; earlier ones end there. Returns
 * the identifier of the week. Dates that dossiers were promised before stay as they are.
 */
export async function setWorkingWeek(ctx: Context, input: WeekInput): Promise<number> {
  await authorise(ctx, 'calendar.change');
  const unit = input.unitCode === null ? null : await unitByCode(ctx, input.unitCode);
  return inTransaction(ctx, async (tx) => {
    await lockCalendar(tx.db);
    const weeks = await readWorkingWeeks(tx.db);
    const { week, ends, replaces } = decideWeek(weeks, unit?.id ?? null, {
      input,
      today: localDateOf(tx.now),
    });
    if (ends) {
      await updateWeekEnd(tx.db, ends.id, week.validFrom);
      await recordOn(tx, ends, { kind: 'week-ended', payload: { validTo: week.validFrom } });
    }
    if (replaces) {
      await updateWeekWithdrawal(tx.db, replaces.id, tx.now);
      await recordOn(tx, replaces, { kind: 'week-replaced', payload: {} });
    }
    const id = await saveWeek(tx, week);
    await raiseRevision(tx.db, 'calendar_revisions');
    return id;
  });
}

/** Working hours of everybody and of each unit that has its own, the latest of each first. */
export async function workingWeeks(ctx: Context): Promise<readonly NamedWeek[]> {
  await authorise(ctx, 'calendar.read');
  const { weeks } = await calendarFacts(ctx);
  const names = await holderNames(ctx);
  const today = localDateOf(ctx.now);
  return weeks
    .map((week) => ({ ...week, unitName: names(week.unitId), state: stateOf(week, today) }))
    .toSorted(
      (a, b) =>
        Number(a.unitId !== null) - Number(b.unitId !== null) ||
        compareText(a.unitName, b.unitName) ||
        b.validFrom.localeCompare(a.validFrom),
    );
}

async function recordOn(
  tx: Context,
  week: WorkingWeekRow,
  deed: { readonly kind: string; readonly payload: Readonly<Record<string, unknown>> },
): Promise<void> {
  const after = (await historyOf(tx, 'calendar', week.id)).length;
  await record(tx, { name: 'calendar', id: week.id, after }, [deed]);
}

function stateOf(week: WorkingWeekRow, today: string): NamedWeek['state'] {
  if (week.validFrom > today) return 'coming';
  return week.validTo === null || week.validTo > today ? 'now' : 'past';
}
