/** The result taken in electronic form by whoever holds number and code of the dossier. */
import { refuse } from '#kernel/refusal.ts';
import type { ResultFile } from '#capabilities/results/schema.ts';
import { noteDownload, resultsOf } from '#capabilities/results/service.ts';
import { asSystem, type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import type { DossierDeed } from '../deeds.ts';
import { moveLoaded } from '../frame.ts';
import type { LookupInput } from '../lookup/schema.ts';
import { type Lookup, lookUp } from '../lookup/service.ts';
import { isReturnStep } from '../rules.ts';
import { doneAt, move } from '../run/moves.ts';
import { activeSteps } from '../state.ts';
import { insertReturn, loadDossier } from '../store.ts';
import { usedMinutes } from '../time.ts';

type Taking = { readonly receipt: LookupInput; readonly resultId: number; readonly address: string };

/**
 * Opens the electronic result for the person concerned and notes it. When they asked to have it online, that is how the
 * result is returned (Decree 107/2021/ND-CP: an electronic result counts as the one on paper), and the dossier ends.
 */
export async function takeResult(ctx: Context, taking: Taking): Promise<ResultFile> {
  const lookup = await lookUp(ctx, taking.receipt, taking.address);
  const result = (await resultsOf(lookup.own, lookup.dossierId)).find(({ id }) => id === taking.resultId);
  if (!result || result.file === null || result.standing !== 'issued') {
    return refuse('missing', 'Hồ sơ này không có kết quả điện tử để tải. Hãy hỏi nơi đã nộp hồ sơ.');
  }
  await inTransaction(lookup.own, async (tx) => noteDownload(tx, result));
  await asSystem(ctx, async (system) => inTransaction(system, async (tx) => returnOnline(tx, lookup)));
  return result.file;
}

async function returnOnline(tx: TransactionContext, lookup: Lookup): Promise<void> {
  if (lookup.returnMethod !== 'online') return;
  const loaded = await loadDossier(tx.db, lookup.state.number, 'lock');
  const step = loaded && activeSteps(loaded.state).find((one) => isReturnStep(loaded.state, one));
  if (!loaded || !step || loaded.state.phase !== 'done' || step.custody === 'handed') return;
  await moveLoaded(tx, loaded, {
    choices: [],
    decide: async ({ state }, situation) => {
      const done = doneAt(state.run.definition, step.node);
      const moved = move(state, done, { ...situation, officerOf: () => null });
      // Other work is open, such as a fee: then the counter returns it when that is done.
      if (moved.instance.ended === null) return { deeds: [], acts: [] };
      await noteReturn(tx, loaded.id, lookup);
      const returned: DossierDeed = {
        kind: 'returned',
        payload: {
          acknowledgement: 'electronic',
          position: step.position,
          usedMinutes: usedMinutes(state, step, situation),
          calls: moved.moves.calls,
        },
      };
      return { deeds: [returned], acts: moved.acts };
    },
  });
}

async function noteReturn(
  tx: TransactionContext,
  dossierId: number,
  { state, applicantName }: Lookup,
): Promise<void> {
  await queueJob(tx.db, { task: 'dossier-returned', payload: { number: state.number } });
  await insertReturn(tx.db, {
    dossierId,
    recipient: applicantName,
    relation: 'Người có mã tra cứu, tải trên trang tra cứu',
    sealedIdNumber: null,
    acknowledgement: 'electronic',
    note: '',
    returnedBy: null,
    returnedAt: tx.now,
  });
}
