import type { Context } from '#foundation/context.ts';
import { descendantsOf } from '#foundation/organisation/rules.ts';
import type { OrganisationTree } from '#foundation/organisation/schema.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import { readableUnits } from '../../officers/list/service.ts';
import type { PostFilter, PostLine } from './schema.ts';
import { readPostLines } from './store.ts';

/** Posts the actor may see, in the order of the organisation: a unit before those below it. */
export async function postLines(ctx: Context, filter: PostFilter): Promise<readonly PostLine[]> {
  const unitIds = await readableUnits(ctx, filter.unit);
  const lines = await readPostLines(ctx.db, { unitIds, now: ctx.now });
  const order = orderOf(await organisationNow(ctx));
  const place = (line: PostLine) => order.get(line.unitId) ?? order.size;
  return lines
    .filter((line) => filter.role === null || line.roles.includes(filter.role))
    .filter((line) => filter.vacant === '' || line.holderId === null)
    .toSorted((a, b) => place(a) - place(b));
}

function orderOf(tree: OrganisationTree): ReadonlyMap<number, number> {
  const roots = tree.children.get(null) ?? [];
  const units = roots.flatMap((root) => descendantsOf(tree, root.id));
  return new Map(units.map((unit, index) => [unit.id, index]));
}
