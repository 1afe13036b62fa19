import type { LocalDate } from '#kernel/local-date.ts';
import { compareText } from '#kernel/vietnamese/collate.ts';
import type { OrganisationTree, Unit, UnitSuccession, UnitVersion } from './schema.ts';

/** The organisation as it stands on a date, from all versions of all units. */
export function treeOn(versions: readonly UnitVersion[], date: LocalDate): OrganisationTree {
  const units = new Map<number, Unit>();
  for (const version of versions) {
    const { id: _versionId, unitId, ...rest } = version;
    if (holdsOn(version, date)) units.set(unitId, { id: unitId, ...rest });
  }
  const children = new Map<number | null, Unit[]>();
  for (const unit of [...units.values()].toSorted(inOfficialOrder)) {
    const parent = unit.parentId !== null && units.has(unit.parentId) ? unit.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  return { date, units, children };
}

const KIND_ORDER = {
  department: 0,
  'one-stop': 1,
  'service-unit': 2,
  school: 3,
  'people-committee': 4,
  'sector-agency': 5,
} as const satisfies Record<Unit['kind'], number>;

/** Departments first, then service units and schools, then the committees below; by name in Vietnamese order. */
function inOfficialOrder(one: Unit, other: Unit): number {
  return KIND_ORDER[one.kind] - KIND_ORDER[other.kind] || compareText(one.name, other.name);
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

/** The unit with a code, if it stands on the date of the tree. */
export function unitByCode(tree: OrganisationTree, code: string): Unit | null {
  for (const unit of tree.units.values()) if (unit.code === code) return unit;
  return null;
}

/**
 * Units that do a field of work, those with it as their principal field first. With `withinId` only that unit, units
 * below it, and sector agencies that serve its administrative division without standing below it.
 */
export function unitsWithFunction(tree: OrganisationTree, field: string, withinId?: number): readonly Unit[] {
  const units = withinId === undefined ? [...tree.units.values()] : unitsServing(tree, withinId);
  return units
    .filter((unit) => placeOf(unit, field) >= 0)
    .toSorted((one, other) => placeOf(one, field) - placeOf(other, field));
}

/** Where a field stands among those of a unit; -1 when it is none of them. */
function placeOf(unit: Unit, field: string): number {
  return unit.functions.findIndex((own) => own === field);
}

function unitsServing(tree: OrganisationTree, unitId: number): readonly Unit[] {
  const division = tree.units.get(unitId)?.administrativeCode ?? null;
  const sector = [...tree.units.values()].filter(
    (unit) => unit.kind === 'sector-agency' && division !== null && unit.administrativeCode === division,
  );
  return [...new Set([...descendantsOf(tree, unitId), ...sector])];
}

/**
 * Who does the work of a unit on the date of a tree: the unit itself while it stands, else its successors, followed
 * until they stand. Empty when the work ended or the unit did not exist yet.
 *
 * A predecessor has ended on the day its successor still stands, so the chain only goes forward in time and ends.
 */
export function successorsOf(
  tree: OrganisationTree,
  successions: readonly UnitSuccession[],
  unitId: number,
): readonly Unit[] {
  const unit = tree.units.get(unitId);
  if (unit) return [unit];
  const next = successions.filter((link) => link.predecessorId === unitId && link.effectiveOn <= tree.date);
  const units = next.flatMap((link) => successorsOf(tree, successions, link.successorId));
  return [...new Map(units.map((successor) => [successor.id, successor])).values()];
}

/** Identifiers of all units whose work came to a unit, directly or through others; nearest first. */
export function predecessorsOf(successions: readonly UnitSuccession[], unitId: number): readonly number[] {
  const direct = successions.filter((link) => link.successorId === unitId).map((link) => link.predecessorId);
  return [...new Set([...direct, ...direct.flatMap((id) => predecessorsOf(successions, id))])];
}
