/** Units that see a dossier only while they are asked something. */
import type { Context, TransactionContext } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import { asDossierEvent, type DossierDeed } from '../deeds.ts';
import { guestsIn } from '../rebuild/guests.ts';
import { unitsOf } from '../rules.ts';
import type { DossierState } from '../schema.ts';
import { readOpenOnes, readUnits, removeGuest, updateEnd } from './store.ts';

/** Takes the dossier out of sight of every unit that has nothing to do with it any more. By the system. */
export async function removeGuests(ctx: Context, dossierId: number, state: DossierState): Promise<void> {
  const events = (await historyOf(ctx, 'dossier', dossierId)).map(asDossierEvent);
  const concerned = new Set([...unitsOf(state), ...guestsIn(events)]);
  for (const unitId of await readUnits(ctx.db, dossierId)) {
    if (!concerned.has(unitId)) await removeGuest(ctx.db, dossierId, unitId);
  }
}

/** The dossier has ended: what nobody has answered lapses. Answers what is to be recorded. */
export async function lapse(tx: TransactionContext, dossierId: number): Promise<readonly DossierDeed[]> {
  const deeds: DossierDeed[] = [];
  for (const { id, toUnitId } of await readOpenOnes(tx.db, dossierId)) {
    const by = { endedBy: tx.actor?.officerId ?? null, endedAt: tx.now };
    await updateEnd(tx.db, id, { state: 'lapsed', answer: '', fileId: null, ...by });
    deeds.push({
      kind: 'consultation-ended',
      payload: { consultationId: id, toUnitId, how: 'lapsed', fileId: null },
    });
  }
  return deeds;
}
