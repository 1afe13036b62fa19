import { isDeepStrictEqual } from 'node:util';
import { refuse } from '#kernel/refusal.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import { asDossierEvent } from '../deeds.ts';
import { replay } from '../fold.ts';
import type { DossierState } from '../schema.ts';
import { type LoadedDossier, loadDossier, saveState } from '../store.ts';
import { deleteHandovers, isWorkTrue, readNumbersAfter, rewriteWork } from './store.ts';

/** What of a dossier is compared: its state, and its row among the work in hand. */
export type ComparedPart = keyof DossierState | 'work';

/** A dossier whose rows are not what its history leads to, with the parts that differ. */
export type Deviation = { readonly number: string; readonly parts: readonly ComparedPart[] };

const BATCH = 500;

/**
 * Compares the rows of every dossier with its history, for the operator's check. Reads only; calls `onProgress` with the
 * number of dossiers compared so far.
 */
export async function findDeviations(
  ctx: Context,
  onProgress: (compared: number) => void,
): Promise<{ readonly compared: number; readonly deviations: readonly Deviation[] }> {
  const deviations: Deviation[] = [];
  let compared = 0;
  for (let last = 0; ;) {
    const batch = await readNumbersAfter(ctx.db, last, BATCH);
    for (const { number } of batch) {
      const parts = await deviatingParts(ctx, number);
      if (parts.length > 0) deviations.push({ number, parts });
    }
    compared += batch.length;
    const end = batch.at(-1);
    if (!end) return { compared, deviations };
    last = end.id;
    onProgress(compared);
  }
}

/** Writes the rows of a dossier anew from its history, which is the truth. */
export async function rebuildDossier(ctx: Context, number: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { id, state } = await loadLocked(tx, number);
    const truth = await replayed(tx, id);
    await deleteHandovers(tx.db, id);
    // Nothing of the rows is trusted: every step counts as changed.
    const before = { ...state, steps: [], handovers: [], result: null };
    await saveState(tx.db, id, { before, after: truth });
    await rewriteWork(tx.db, id);
  });
}

async function deviatingParts(ctx: Context, number: string): Promise<readonly ComparedPart[]> {
  const loaded = await loadDossier(ctx.db, number, 'read');
  if (!loaded) return [];
  const truth = await replayed(ctx, loaded.id);
  // The keys of a state are exactly those of its type.
  const parts = Object.keys(truth) as (keyof DossierState)[];
  const deviating = parts.filter((part) => !isDeepStrictEqual(truth[part], loaded.state[part]));
  return (await isWorkTrue(ctx.db, loaded.id)) ? deviating : [...deviating, 'work'];
}

async function replayed(ctx: Context, id: number): Promise<DossierState> {
  return replay((await historyOf(ctx, 'dossier', id)).map(asDossierEvent));
}

async function loadLocked(ctx: Context, number: string): Promise<LoadedDossier> {
  return (await loadDossier(ctx.db, number, 'lock')) ?? refuse('missing', `Không có hồ sơ ${number}.`);
}
