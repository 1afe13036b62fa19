import { registerFinished } from '#capabilities/results/service.ts';
import type { TransactionContext } from '#foundation/context.ts';
import { resolvingUnitId } from '../print/rules.ts';
import type { DossierState } from '../schema.ts';

/** Enters the result of a dossier that is finished into the register of the unit that led in resolving it. */
export async function registerResult(
  tx: TransactionContext,
  { id, state }: { readonly id: number; readonly state: DossierState },
): Promise<void> {
  if (state.result === null) return;
  const { outcome, title, documentNumber, issuedOn } = state.result;
  const unitId = resolvingUnitId(state.steps, state.receivingUnitId);
  await registerFinished(tx, { dossierId: id, unitId, outcome, title, documentNumber, issuedOn });
}
