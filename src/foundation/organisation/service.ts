import { type LocalDate, localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#foundation/context.ts';
import * as rules from './rules.ts';
import type { OrganisationTree, Unit, UnitSuccession, UnitVersion } from './schema.ts';
import { readSuccessions, readUnitVersions } from './store.ts';

/** All versions of all units, cached until the organisation changes. */
export async function unitVersions(ctx: Context): Promise<readonly UnitVersion[]> {
  return ctx.cache.get('organisation', ctx.revisions.organisation, () => readUnitVersions(ctx.db));
}

/** The organisation as of a date. Open to everybody: it is published. */
export async function organisationOn(ctx: Context, date: LocalDate): Promise<OrganisationTree> {
  const versions = await unitVersions(ctx);
  // Only today is asked for again and again; other dates would fill the cache of a long-running process.
  if (date !== localDateOf(ctx.now)) return rules.treeOn(versions, date);
  return ctx.cache.get(`organisation ${date}`, ctx.revisions.organisation, async () =>
    rules.treeOn(versions, date),
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

/** A unit by its code as it stands on a date (today when none is given), or a refusal. */
export async function unitByCode(ctx: Context, code: string, date?: LocalDate): Promise<Unit> {
  const tree = await organisationOn(ctx, date ?? localDateOf(ctx.now));
  return (
    rules.unitByCode(tree, code) ??
    refuse(
      'missing',
      `Không có đơn vị nào mang mã ${code} vào ngày này. Hãy chọn ngày khác hoặc tìm theo tên.`,
    )
  );
}

/**
 * How units are called, by their identifiers: as today, or as they were called last when they have ended. Full names go
 * on papers and to the public; short ones where the words around them say what kind of unit it is.
 */
export async function unitNames(
  ctx: Context,
  form: 'name' | 'shortName',
): Promise<(unitId: number) => string> {
  const last = await ctx.cache.get('last unit versions', ctx.revisions.organisation, async () => {
    const versions = await unitVersions(ctx);
    return new Map(versions.map((version) => [version.unitId, version]));
  });
  const { units } = await organisationNow(ctx);
  return (unitId) => (units.get(unitId) ?? last.get(unitId))?.[form] ?? 'Đơn vị không còn trong hệ thống';
}

/** All versions of one unit, oldest first; empty when it never existed. */
export async function unitHistory(ctx: Context, code: string): Promise<readonly UnitVersion[]> {
  return (await unitVersions(ctx)).filter((version) => version.code === code);
}

/** All successions, cached until the organisation changes. */
export async function unitSuccessions(ctx: Context): Promise<readonly UnitSuccession[]> {
  return ctx.cache.get('successions', ctx.revisions.organisation, () => readSuccessions(ctx.db));
}

/** Who does the work of a unit on a date: itself while it stands, else its successors through all reorganisations. */
export async function successorsOf(ctx: Context, unitId: number, date: LocalDate): Promise<readonly Unit[]> {
  return rules.successorsOf(await organisationOn(ctx, date), await unitSuccessions(ctx), unitId);
}

/** Identifiers of all units whose work had come to this one by a date; nearest first. */
export async function predecessorsOf(
  ctx: Context,
  unitId: number,
  date: LocalDate,
): Promise<readonly number[]> {
  const successions = await unitSuccessions(ctx);
  return rules.predecessorsOf(
    successions.filter((link) => link.effectiveOn <= date),
    unitId,
  );
}

/**
 * Ended units whose work came to this unit alone, and so belongs to it now. Where several units share the work of one
 * that ended, somebody has to choose, and none of them inherits by itself.
 */
export async function inheritedBy(ctx: Context, unitId: number): Promise<readonly number[]> {
  const today = localDateOf(ctx.now);
  return ctx.cache.get(`inherited ${unitId} ${today}`, ctx.revisions.organisation, async () => {
    const inherited: number[] = [];
    for (const predecessor of await predecessorsOf(ctx, unitId, today)) {
      const successors = await successorsOf(ctx, predecessor, today);
      if (successors.length === 1 && successors[0]?.id === unitId) inherited.push(predecessor);
    }
    return inherited;
  });
}
