import { type LocalDate, localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Context } from '../context.ts';
import { treeOn } from './rules.ts';
import type { OrganisationTree, Unit, UnitVersion } from './schema.ts';
import { readUnitVersions } from './store.ts';

/** All versions of all units, cached until the organisation changes. */
export async function unitVersions(ctx: Context): Promise<readonly UnitVersion[]> {
  return ctx.cache.get('organisation', ctx.revisions.organisation, () => readUnitVersions(ctx.db));
}

/** The organisation as of a date. Open to everybody: it is published. */
export async function organisationOn(ctx: Context, date: LocalDate): Promise<OrganisationTree> {
  const versions = await unitVersions(ctx);
  return ctx.cache.get(`organisation ${date}`, ctx.revisions.organisation, async () =>
    treeOn(versions, date),
  );
}

/** The organisation today. */
export async function organisationNow(ctx: Context): Promise<OrganisationTree> {
  return organisationOn(ctx, localDateOf(ctx.now));
}

/** A unit as it stands today, or a refusal. */
export async function unitNow(ctx: Context, unitId: number): Promise<Unit> {
  const tree = await organisationNow(ctx);
  return (
    tree.units.get(unitId) ??
    refuse('missing', 'Đơn vị này không còn hoạt động hoặc không có trong hệ thống.')
  );
}
