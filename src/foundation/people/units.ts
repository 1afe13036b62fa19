import type { Option } from '#web/ui/option.ts';
import type { Context } from '#foundation/context.ts';
import type { Unit } from '#foundation/organisation/schema.ts';
import { descendantsOf } from '#foundation/organisation/rules.ts';
import { organisationNow } from '#foundation/organisation/service.ts';

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
