import { refuse } from '#kernel/refusal.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import { asDossierEvent } from '../deeds.ts';
import { replay } from '../fold.ts';
import { definitionsIn } from '../run/definitions.ts';
import { loadDossier, saveState } from '../store.ts';
import { deleteHandovers, deleteWork } from './store.ts';

/** Writes the state of a dossier and its row in the boxes anew from its history, which is the truth. For operators. */
export async function rebuildDossier(ctx: Context, number: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const loaded = await loadDossier(tx.db, number, 'lock');
    const { id, state } = loaded ?? refuse('missing', `Không có hồ sơ ${number}.`);
    const events = (await historyOf(tx, 'dossier', id)).map(asDossierEvent);
    const truth = replay(events, await definitionsIn(tx, events));
    await deleteHandovers(tx.db, id);
    await deleteWork(tx.db, id);
    // Nothing of the rows is trusted: everything counts as changed, and it is in no box.
    const nothing = {
      steps: [],
      handovers: [],
      result: null,
      run: null,
      pauses: [],
      phase: 'closed',
    } as const;
    const before = { ...state, ...nothing };
    await saveState(tx.db, id, { before, after: truth });
  });
}
