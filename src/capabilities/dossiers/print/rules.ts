type PlacedStep = { readonly unitId: number; readonly role: string; readonly quotaMinutes: number };

/**
 * The unit that leads in resolving a dossier (Form 06, column "Cơ quan chủ trì giải quyết"): that of the longest step
 * which is not the counter's; a dossier that the counter does alone is its own.
 */
export function resolvingUnitId(steps: readonly PlacedStep[], receivingUnitId: number): number {
  const worked = steps.filter((step) => step.role !== 'one-stop');
  const longest = worked.toSorted((one, other) => other.quotaMinutes - one.quotaMinutes)[0];
  return longest?.unitId ?? receivingUnitId;
}
