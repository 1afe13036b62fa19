import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import type { Context } from '../context.ts';
import { ancestorsOf } from '../organisation/rules.ts';
import { organisationNow } from '../organisation/service.ts';
import { type CalendarFacts, calendarOf } from './rules.ts';
import { readSpecialDays, readWorkingWeeks } from './store.ts';

/** Everything declared about working time, cached until it changes. */
export async function calendarFacts(ctx: Context): Promise<CalendarFacts> {
  return ctx.cache.get('calendar', ctx.revisions.calendar, async () => ({
    weeks: await readWorkingWeeks(ctx.db),
    days: await readSpecialDays(ctx.db),
  }));
}

/** Working calendar of a unit, inherited from the units above it; of everybody when no unit is given. */
export async function calendarFor(ctx: Context, unitId: number | null): Promise<WorkingCalendar> {
  const facts = await calendarFacts(ctx);
  const tree = await organisationNow(ctx);
  const chain = unitId === null ? [] : ancestorsOf(tree, unitId).map((unit) => unit.id);
  const revision = ctx.revisions.calendar * 1_000_000 + ctx.revisions.organisation;
  return ctx.cache.get(`calendar ${unitId}`, revision, async () => calendarOf(facts, chain));
}
