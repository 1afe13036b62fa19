import type { Option } from '#web/ui/option.ts';
import type { Context } from '#foundation/context.ts';
import type { Unit } from '#foundation/organisation/schema.ts';
import { descendantsOf } from '#foundation/organisation/rules.ts';
import { organisationNow, unitVersions } from '#foundation/organisation/service.ts';

/** Names of all units, also of those that have ended: as they are called today or were called last. */
export async function unitNames(ctx: Context): Promise<(unitId: number) => string> {
  const names = await ctx.cache.get('unit names', ctx.revisions.organisation, async () => {
    const versions = await unitVersions(ctx);
    return new Map(versions.map((version) => [version.unitId, version.name]));
  });
  const { units } = await organisationNow(ctx);
  return (unitId) => units.get(unitId)?.name ?? names.get(unitId) ?? 'Đơn vị không còn trong hệ thống';
}

/** Units of today as choices of a form, in the order of the organisation, by their full names. */
export async function unitOptions(ctx: Context): Promise<readonly Option[]> {
  return (await unitsInOrder(ctx)).map((unit) => ({ value: String(unit.id), text: unit.name }));
}

/** The same for a filter: short names, and only the units in `among` when it is given. */
export async function unitFilterOptions(
  ctx: Context,
  among: readonly number[] | null,
): Promise<readonly Option[]> {
  return (await unitsInOrder(ctx))
    .filter((unit) => among === null || among.includes(unit.id))
    .map((unit) => ({ value: String(unit.id), text: unit.shortName }));
}

async function unitsInOrder(ctx: Context): Promise<readonly Unit[]> {
  const tree = await organisationNow(ctx);
  const roots = tree.children.get(null) ?? [];
  return roots.flatMap((root) => descendantsOf(tree, root.id));
}
