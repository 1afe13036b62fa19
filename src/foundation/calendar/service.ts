import { addDays, localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import type { Context } from '#foundation/context.ts';
import { ancestorsOf } from '#foundation/organisation/rules.ts';
import {
  organisationNow,
  organisationOn,
  unitVersions,
  unitNames,
} from '#foundation/organisation/service.ts';
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
  const chain = await chainOf(ctx, unitId);
  const revision = ctx.revisions.calendar * 1_000_000 + ctx.revisions.organisation;
  // The organisation changes by itself on the day an act counts, hence the chain in the name.
  return ctx.cache.get(`calendar ${chain.join('/')}`, revision, async () => calendarOf(facts, chain));
}

/**
 * The unit and the units above it, nearest first; empty for everybody. A unit that has ended keeps the chain of its
 * last day, so that its dates can still be explained.
 */
export async function chainOf(ctx: Context, unitId: number | null): Promise<readonly number[]> {
  if (unitId === null) return [];
  const now = ancestorsOf(await organisationNow(ctx), unitId);
  const standing = now.length > 0 ? now : ancestorsOf(await lastTreeWith(ctx, unitId), unitId);
  return standing.map((unit) => unit.id);
}

async function lastTreeWith(ctx: Context, unitId: number) {
  const last = (await unitVersions(ctx)).findLast((version) => version.unitId === unitId);
  if (!last) return refuse('missing', 'Không có đơn vị này trong hệ thống. Hãy chọn lại đơn vị.');
  return organisationOn(ctx, last.validTo === null ? localDateOf(ctx.now) : addDays(last.validTo, -1));
}

/** Whom a day or hours are for: a unit by its short name, also one that ended; null is everybody. */
export async function holderNames(ctx: Context): Promise<(unitId: number | null) => string> {
  const unitName = await unitNames(ctx, 'shortName');
  return (unitId) => (unitId === null ? 'Mọi đơn vị' : unitName(unitId));
}
