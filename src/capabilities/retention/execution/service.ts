import { localDateOf } from '#kernel/local-date.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { eraseRecord, lockEnding, removeBytes } from '#capabilities/dossiers/disposal/service.ts';
import type { Disposal, DisposalItem } from '../schema.ts';
import {
  isHeld,
  lockNextItem,
  markErased,
  readDisposal,
  readDueDisposals,
  settleItem,
  updateDisposal,
} from '../store.ts';
import { queueDisposal } from '../service.ts';

/**
 * Carries a disposal out, record by record, each in a transaction of its own; a job. Killed in the middle it goes on where
 * it was: rows and history of a record go together, its files after that, and only then is it settled. What was withdrawn,
 * is not yet due or already done is left alone.
 */
export async function carryOutDisposal(ctx: Context, id: number): Promise<void> {
  for (;;) {
    const step = await inTransaction(ctx, async (tx) => {
      const disposal = await readDisposal(tx.db, id, 'lock');
      return disposal !== null && isDue(disposal, tx) ? nextStep(tx, disposal) : 'end';
    });
    if (step === 'end') return;
    if (step !== 'again') await removeFiles(ctx, step);
  }
}

/** Queues every disposal whose day has come, in case its job was lost; a nightly job. */
export async function queueDueDisposals(ctx: Context): Promise<void> {
  for (const id of await readDueDisposals(ctx.db, localDateOf(ctx.now)))
    await queueDisposal(ctx, id, ctx.now);
}

function isDue({ state, executeOn }: Disposal, { now }: Context): boolean {
  return state === 'approved' && executeOn !== null && executeOn <= localDateOf(now);
}

/** Settles one record as far as a transaction goes. Answers it when its files are still to go. */
async function nextStep(tx: Context, disposal: Disposal): Promise<DisposalItem | 'again' | 'end'> {
  const item = await lockNextItem(tx.db, disposal.id);
  if (item === null) {
    await finish(tx, disposal);
    return 'end';
  }
  if (item.erasedAt !== null) return item;
  await lockEnding(tx, item.kind, item.recordId);
  if (await isHeld(tx.db, item.kind, item.recordId)) {
    await settleItem(tx.db, item.id, { outcome: 'held', at: tx.now });
    return 'again';
  }
  const { number, decisionNumber } = disposal;
  const authority = { itemId: item.id, disposal: number, decision: decisionNumber };
  const hashes = await eraseRecord(tx, { kind: item.kind, id: item.recordId }, authority);
  await markErased(tx.db, item.id, { at: tx.now, hashes });
  return { ...item, hashes, erasedAt: tx.now };
}

/** The files of a record whose rows are gone, and then it is settled. */
async function removeFiles(ctx: Context, { id, hashes }: DisposalItem): Promise<void> {
  for (const hash of hashes) await removeBytes(ctx, hash);
  await settleItem(ctx.db, id, { outcome: 'disposed', at: ctx.now });
}

async function finish(tx: Context, disposal: Disposal): Promise<void> {
  const { id, number, total, disposed, held } = disposal;
  const payload = { number, total, disposed, held };
  const sequence = await record(tx, { name: 'disposal', id, after: disposal.sequence }, [
    { kind: 'carried-out', payload },
  ]);
  await updateDisposal(tx.db, id, { state: 'done', doneAt: tx.now, sequence });
}
