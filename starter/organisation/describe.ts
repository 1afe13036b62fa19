import type { UnitDescription } from '#foundation/organisation/acts/schema.ts';
import type { UnitFunction } from '#foundation/organisation/schema.ts';

/** Shorthand for the starter's units: what is not given is unknown or does not apply. */
export function describe(
  unit: Pick<UnitDescription, 'code' | 'name' | 'shortName' | 'kind' | 'level' | 'parent'> &
    Partial<UnitDescription>,
): UnitDescription {
  return { functions: [], administrativeCode: null, agencyId: null, agencyIdNew: null, ...unit };
}

/** A People's Committee with its identifiers; the one of Decision 20/2020/QĐ-TTg is the older one read backwards. */
export function committee(
  unit: Pick<UnitDescription, 'code' | 'name' | 'shortName' | 'level' | 'parent' | 'administrativeCode'> & {
    readonly agencyId: string | null;
  },
): UnitDescription {
  return describe({
    ...unit,
    kind: 'people-committee',
    functions: ['people-committee'],
    agencyIdNew: unit.agencyId === null ? null : readBackwards(unit.agencyId),
  });
}

/** A department of a district's People's Committee. */
export function department(code: string, name: string, field: UnitFunction): UnitDescription {
  return describe({
    code,
    name: `${name} huyện An Lão`,
    shortName: name,
    kind: 'department',
    level: 'district',
    parent: 'huyen-an-lao',
    functions: [field],
  });
}

/** `000.17.22.H08` → `H08.22.17`: groups of zeros stand for levels that are not used. */
function readBackwards(agencyId: string): string {
  return agencyId
    .split('.')
    .toReversed()
    .filter((group) => !/^0+$/.test(group))
    .join('.');
}
