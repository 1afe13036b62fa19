import type { LocalDate } from '#kernel/local-date.ts';
import type { OrganisationTree, Unit, UnitVersion } from './schema.ts';

/** The organisation as it stands on a date, from all versions of all units. */
export function treeOn(versions: readonly UnitVersion[], date: LocalDate): OrganisationTree {
  const units = new Map<number, Unit>();
  for (const version of versions) {
    const { id: _versionId, unitId, ...rest } = version;
    if (holdsOn(version, date)) units.set(unitId, { id: unitId, ...rest });
  }
  const children = new Map<number | null, Unit[]>();
  for (const unit of units.values()) {
    const parent = unit.parentId !== null && units.has(unit.parentId) ? unit.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  return { date, units, children };
}

/** Whether a period [validFrom, validTo) contains a date. */
export function holdsOn(
  period: { validFrom: LocalDate; validTo: LocalDate | null },
  date: LocalDate,
): boolean {
  return period.validFrom <= date && (period.validTo === null || date < period.validTo);
}

/** The unit and all units below it, top first. Empty when the unit does not exist on that date. */
export function descendantsOf(tree: OrganisationTree, unitId: number): readonly Unit[] {
  const unit = tree.units.get(unitId);
  if (!unit) return [];
  const below = tree.children.get(unitId) ?? [];
  return [unit, ...below.flatMap((child) => descendantsOf(tree, child.id))];
}

/** The unit and the units above it, nearest first. */
export function ancestorsOf(tree: OrganisationTree, unitId: number): readonly Unit[] {
  const unit = tree.units.get(unitId);
  if (!unit) return [];
  return unit.parentId === null ? [unit] : [unit, ...ancestorsOf(tree, unit.parentId)];
}

/** The nearest People's Committee at or above a unit. */
export function committeeOf(tree: OrganisationTree, unitId: number): Unit | null {
  return ancestorsOf(tree, unitId).find((unit) => unit.kind === 'people-committee') ?? null;
}
