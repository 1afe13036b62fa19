/** Which unit receives a dossier that is opened out of another. Pure. */
import { ancestorsOf, descendantsOf } from '#foundation/organisation/rules.ts';
import type { OrganisationTree } from '#foundation/organisation/schema.ts';
import type { DossierState } from '../schema.ts';
import { activeSteps, holderOf } from '../state.ts';

/**
 * Of the units that receive a procedure, the nearest to the dossier it is opened out of: one that works on it or has its
 * papers, the counter that received it, those above, then whoever is under the nearest of those. Null when nobody does.
 */
export function receivingUnit(
  tree: OrganisationTree,
  state: Pick<DossierState, 'steps' | 'handovers' | 'receivingUnitId'>,
  offering: ReadonlySet<number>,
): number | null {
  const above = ancestorsOf(tree, state.receivingUnitId).map(({ id }) => id);
  const chain = [...activeSteps(state).map(({ unitId }) => unitId), holderOf(state), ...above];
  const near = chain.find((id) => offering.has(id));
  if (near !== undefined) return near;
  for (const id of above) {
    const below = descendantsOf(tree, id).find((unit) => offering.has(unit.id));
    if (below) return below.id;
  }
  return [...offering].toSorted((a, b) => a - b)[0] ?? null;
}
