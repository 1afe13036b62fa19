import { addDays, type LocalDate } from '#kernel/local-date.ts';
import type { Period } from '#kernel/period/period.ts';
import type { Context } from '#foundation/context.ts';
import { descendantsOf } from '#foundation/organisation/rules.ts';
import {
  organisationOn,
  predecessorsOf,
  successorsOf,
  unitVersions,
} from '#foundation/organisation/service.ts';

/**
 * Units whose records a figure counts: the unit and all below it as of the end of the period, with the ended units whose
 * work came to them alone. A unit that ended within the period is taken as on its last day; empty when it did not stand
 * in the period at all.
 */
export async function unitsCounted(ctx: Context, unitId: number, period: Period): Promise<readonly number[]> {
  const date = await lastDayOf(ctx, unitId, period);
  if (date === null) return [];
  return ctx.cache.get(`units counted ${unitId} ${date}`, ctx.revisions.organisation, async () => {
    const tree = await organisationOn(ctx, date);
    const units = new Set(descendantsOf(tree, unitId).map(({ id }) => id));
    for (const id of [...units]) {
      for (const predecessor of await predecessorsOf(ctx, id, date)) {
        const heirs = await successorsOf(ctx, predecessor, date);
        if (heirs.every((heir) => units.has(heir.id))) units.add(predecessor);
      }
    }
    return [...units].toSorted((one, other) => one - other);
  });
}

async function lastDayOf(ctx: Context, unitId: number, { from, to }: Period): Promise<LocalDate | null> {
  const versions = (await unitVersions(ctx)).filter((version) => version.unitId === unitId);
  const standing = versions.filter(
    ({ validFrom, validTo }) => validFrom <= to && (validTo === null || validTo > from),
  );
  const last = standing.at(-1);
  if (!last) return null;
  return last.validTo === null || last.validTo > to ? to : addDays(last.validTo, -1);
}
