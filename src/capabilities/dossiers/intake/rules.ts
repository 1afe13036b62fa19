import { refuse } from '#kernel/refusal.ts';
import type { ProcedureContent, StepPlace } from '#capabilities/procedures/schema.ts';
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
 * `availableMinutes` is the working time from reception to the due instant. Steps share it in the proportion of
 * their quotas: for limits in working days that is the quota itself; for calendar days and same-day limits it keeps
 * the last step from overrunning the promise.
 */
export function planSteps(
  tree: OrganisationTree,
  reception: Reception,
  plan: { readonly content: ProcedureContent; readonly availableMinutes: number },
): readonly PlannedStep[] {
  const total = plan.content.steps.reduce((sum, step) => sum + step.workingHours, 0);
  const planned: PlannedStep[] = [];
  for (const step of plan.content.steps) {
    const quotaMinutes = Math.round((plan.availableMinutes * step.workingHours) / Math.max(total, 0.01));
    planned.push({
      name: step.name,
      quotaMinutes,
      ...handlerOf(tree, reception, { place: step.place, before: planned.at(-1) }),
    });
  }
  return planned;
}

function handlerOf(
  tree: OrganisationTree,
  reception: Reception,
  { place, before }: { readonly place: StepPlace; readonly before: PlannedStep | undefined },
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
  return { unitId: unit.id, role: place.role };
}

function unitOf(tree: OrganisationTree, reception: Reception, place: StepPlace): Unit | null {
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
export function needsLocality(content: ProcedureContent, unit: Unit): boolean {
  return unit.level !== 'commune' && content.steps.some((step) => step.place.scope === 'commune');
}

/** The communes a dossier of a counter can concern: those under the same People's Committee. */
export function localitiesOf(tree: OrganisationTree, unitId: number): readonly Unit[] {
  const committee = committeeOf(tree, unitId);
  if (!committee) return [];
  return descendantsOf(tree, committee.id).filter(
    (unit) => unit.kind === 'people-committee' && unit.level === 'commune',
  );
}
