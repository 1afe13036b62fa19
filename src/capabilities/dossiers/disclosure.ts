import { unitsWith } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { DossierState } from './schema.ts';

/**
 * Whether the acting post may read the personal data of a dossier in full: it holds the right for a unit that takes
 * part. Reading the dossier itself is less: whoever controls procedures needs no identity numbers and no scans.
 */
export async function mayReadPersonal(
  ctx: Context,
  { receivingUnitId, steps }: Pick<DossierState, 'receivingUnitId' | 'steps'>,
): Promise<boolean> {
  const units = await unitsWith(ctx, 'dossier.read-personal');
  const involved = [receivingUnitId, ...steps.map((step) => step.unitId)];
  return units === null || involved.some((unitId) => units.includes(unitId));
}
