import { refuse } from '#kernel/refusal.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import { asDossierEvent } from '../deeds.ts';
import { replay } from '../fold.ts';
import { loadDossier, saveState } from '../store.ts';
import { deleteHandovers, rewriteWork } from './store.ts';

/** Writes the state of a dossier and its row in the boxes anew from its history, which is the truth. For operators. */
export async function rebuildDossier(ctx: Context, number: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const loaded = await loadDossier(tx.db, number, 'lock');
    const { id, state } = loaded ?? refuse('missing', `Không có hồ sơ ${number}.`);
    const truth = replay((await historyOf(tx, 'dossier', id)).map(asDossierEvent));
    await deleteHandovers(tx.db, id);
    // Nothing of the rows is trusted: every step counts as changed.
    const before = { ...state, steps: [], handovers: [], result: null };
    await saveState(tx.db, id, { before, after: truth });
    await rewriteWork(tx.db, id);
  });
}
