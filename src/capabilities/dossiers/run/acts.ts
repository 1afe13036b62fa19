/** What a process asks of the world besides its steps: queued with the move, carried out right after it. */
import type { TransactionContext } from '#foundation/context.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import type { Act } from './moves.ts';

export const ACT_TASK = 'dossier-act';

/** The job that tells a dossier that one opened out of it has its result, or was closed. */
export const LINKED_ENDED = 'linked-ended';

/** Each act is a job of the same transaction: done once it is committed, and tried again when it fails. */
export async function queueActs(tx: TransactionContext, number: string, acts: readonly Act[]): Promise<void> {
  for (const act of acts) await queueJob(tx.db, { task: ACT_TASK, payload: { number, act } });
}
