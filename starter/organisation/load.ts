import { enactAct, saveAct } from '#foundation/organisation/acts/enactment.ts';
import { readActs } from '#foundation/organisation/acts/store.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { OPENING_ACTS } from './opening.ts';
import { ACTS_OF_2019 } from './reorganisation-2019.ts';
import { ACTS_OF_2025 } from './succession-2025.ts';

/**
 * Loads the organisation of An Lão: the state of 2011 and the acts of 2019 in force, those of 2025 prepared. Does
 * nothing when any act exists. A context used further afterwards needs fresh revisions (`readRevisions`).
 */
export async function loadStarterOrganisation(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    if ((await readActs(tx.db)).length > 0) return;
    for (const draft of [...OPENING_ACTS, ...ACTS_OF_2019]) {
      const act = await saveAct(tx, draft);
      await enactAct(tx, act.code);
    }
    for (const draft of ACTS_OF_2025) await saveAct(tx, draft);
  });
}
