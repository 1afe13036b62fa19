import { compareText } from '#kernel/vietnamese/collate.ts';
import { authorise, unitsWith } from '#foundation/access/authorise.ts';
import type { Permission } from '#foundation/access/rules.ts';
import type { Context } from '#foundation/context.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import type { Option } from '#web/ui/option.ts';

/** Units that a list is about: the wanted one when the actor may read its fees, else all of theirs (null: every unit). */
export async function unitsOfList(ctx: Context, wanted: number | null): Promise<readonly number[] | null> {
  const units = await unitsWith(ctx, 'fee.read');
  if (units?.length === 0) await authorise(ctx, 'fee.read', 0);
  if (wanted === null) return units;
  return units === null || units.includes(wanted) ? [wanted] : units;
}

/** Units to choose from, by name: those for which the actor holds a permission. */
export async function unitOptions(ctx: Context, permission: Permission): Promise<readonly Option[]> {
  const units = await unitsWith(ctx, permission);
  const tree = await organisationNow(ctx);
  return [...tree.units.values()]
    .filter(({ id }) => units === null || units.includes(id))
    .toSorted((one, other) => compareText(one.shortName, other.shortName))
    .map(({ id, shortName }) => ({ value: String(id), text: shortName }));
}
