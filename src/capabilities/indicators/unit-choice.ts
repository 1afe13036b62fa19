import { localDateOf } from '#kernel/local-date.ts';
import { unitsWith } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { committeeOf, descendantsOf } from '#foundation/organisation/rules.ts';
import { organisationNow, organisationOn } from '#foundation/organisation/service.ts';
import type { OrganisationTree, Unit } from '#foundation/organisation/schema.ts';
import type { Option } from '#web/ui/option.ts';

/** The committee that whoever acts works for: whose figures they look at first. */
export async function ownCommittee(ctx: Context): Promise<number> {
  const tree = await organisationNow(ctx);
  const own = ctx.actor?.post.unitId;
  const committee = own === undefined ? null : committeeOf(tree, own);
  return committee?.id ?? own ?? tree.children.get(null)?.[0]?.id ?? 0;
}

/** Units as they stood on a day (today without one), each below the one it belongs to. */
export async function unitOptions(ctx: Context, day?: string): Promise<readonly Option[]> {
  const tree = await organisationOn(ctx, day ?? localDateOf(ctx.now));
  return inTree(tree).map(({ id, name, parentId }) => {
    const parent = parentId === null ? undefined : tree.units.get(parentId);
    return { value: String(id), text: name, hint: parent?.shortName };
  });
}

/** Units for which whoever acts may enter figures. */
export async function unitsToEnter(ctx: Context): Promise<readonly Option[]> {
  const allowed = await unitsWith(ctx, 'indicator.enter');
  const options = await unitOptions(ctx);
  return allowed === null ? options : options.filter(({ value }) => allowed.includes(Number(value)));
}

function inTree(tree: OrganisationTree): readonly Unit[] {
  return (tree.children.get(null) ?? []).flatMap((top) => descendantsOf(tree, top.id));
}
