/** Who can take a procedure at its counter. */
import type { OrganisationTree, Unit } from '#foundation/organisation/schema.ts';
import { compareText } from '#kernel/vietnamese/collate.ts';

/**
 * Counters of an organisation: the one-stops, and the People's Committees that have none of their own below them
 * (Decree 61/2018/ND-CP, Art. 7: a commune's one-stop is part of its People's Committee). Districts first.
 */
export function countersOf(tree: OrganisationTree): readonly Unit[] {
  const units = [...tree.units.values()];
  const withOwn = new Set(units.filter((unit) => unit.kind === 'one-stop').map((unit) => unit.parentId));
  const counters = units.filter(
    (unit) =>
      unit.kind === 'one-stop' ||
      (unit.kind === 'people-committee' && unit.level === 'commune' && !withOwn.has(unit.id)),
  );
  return counters.toSorted(
    (a, b) => LEVEL_ORDER[a.level] - LEVEL_ORDER[b.level] || compareText(a.name, b.name),
  );
}

const LEVEL_ORDER = { province: 0, district: 1, commune: 2 } as const;
