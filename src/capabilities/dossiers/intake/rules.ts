import { type ProcessDefinition, type UnitRole, unitRoleOf } from '#kernel/process/schema.ts';
import { longestWay } from '#kernel/process/validation/quotas.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Role } from '#foundation/access/roles.ts';
import {
  ancestorsOf,
  committeeOf,
  descendantsOf,
  unitsWithFunction,
} from '#foundation/organisation/rules.ts';
import type { OrganisationTree, Unit } from '#foundation/organisation/schema.ts';
import type { PlannedStep } from '../deeds.ts';

/** Where a dossier comes in and which commune it concerns. */
export type Reception = { readonly unit: Unit; readonly locality: Unit | null };

/**
 * The steps of a dossier with the unit that carries each out and its share of the time.
 *
 * `availableMinutes` is the working time from reception to the due instant. Steps share it in the proportion of their
 * quotas on the longest way: for limits in working days that is the quota itself; for calendar days and same-day limits
 * it keeps the last step from overrunning the promise.
 */
export function planSteps(
  tree: OrganisationTree,
  reception: Reception,
  plan: { readonly definition: ProcessDefinition; readonly availableMinutes: number },
): readonly PlannedStep[] {
  const { definition, availableMinutes } = plan;
  const longest = longestWay(definition).minutes;
  const planned: PlannedStep[] = [];
  for (const { node, name, place, quotaMinutes } of tasksOf(definition)) {
    planned.push({
      node,
      name,
      quotaMinutes: Math.round((availableMinutes * quotaMinutes) / Math.max(longest, 0.6)),
      ...handlerOf(tree, reception, { place, before: planned.at(-1) }),
    });
  }
  return planned;
}

type PlannedTask = {
  readonly node: string;
  readonly name: string;
  readonly place: UnitRole;
  readonly quotaMinutes: number;
};

/** The tasks of a published process, which says of each who does it. */
function tasksOf(definition: ProcessDefinition): readonly PlannedTask[] {
  return definition.nodes.flatMap((node) => {
    if (node.kind !== 'user-task' && node.kind !== 'message-catch') return [];
    const place = unitRoleOf(definition, node);
    if (place === null) throw new Error(`Process ${definition.id} was published without who does ${node.id}`);
    return [{ node: node.id, name: node.name, place, quotaMinutes: node.quotaMinutes ?? 0 }];
  });
}

function handlerOf(
  tree: OrganisationTree,
  reception: Reception,
  { place, before }: { readonly place: UnitRole; readonly before: PlannedStep | undefined },
): Pick<PlannedStep, 'unitId' | 'role'> {
  // An agency outside the system is followed by whoever sent the dossier there.
  if (place.scope === 'external') {
    return before
      ? { unitId: before.unitId, role: before.role }
      : { unitId: reception.unit.id, role: 'one-stop' };
  }
  const unit = unitOf(tree, reception, place);
  if (!unit) {
    refuse(
      'conflict',
      'Quy trình của thủ tục này có bước ở một đơn vị không còn hoạt động. Hãy báo người quản lý thủ tục công bố phiên bản mới.',
    );
  }
  // Roles of a process are checked against those of posts when it is published.
  return { unitId: unit.id, role: place.role as Role };
}

function unitOf(tree: OrganisationTree, reception: Reception, place: UnitRole): Unit | null {
  if (place.scope === 'reception') return reception.unit;
  if (place.scope === 'commune') return communeOf(reception);
  const district = ancestorsOf(tree, reception.unit.id).find(
    (unit) => unit.kind === 'people-committee' && unit.level === 'district',
  );
  if (!district) return null;
  if (place.function === null || place.function === 'people-committee') return district;
  return unitsWithFunction(tree, place.function, district.id)[0] ?? null;
}

function communeOf(reception: Reception): Unit | null {
  return reception.unit.level === 'commune' ? reception.unit : reception.locality;
}

/** Whether the officer must say which commune the dossier concerns. */
export function needsLocality(definition: ProcessDefinition, unit: Unit): boolean {
  return unit.level !== 'commune' && tasksOf(definition).some(({ place }) => place.scope === 'commune');
}

/** The communes a dossier of a counter can concern: those under the same People's Committee. */
export function localitiesOf(tree: OrganisationTree, unitId: number): readonly Unit[] {
  const committee = committeeOf(tree, unitId);
  if (!committee) return [];
  return descendantsOf(tree, committee.id).filter(
    (unit) => unit.kind === 'people-committee' && unit.level === 'commune',
  );
}
