import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise, requireActor, unitsActedFor } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { noteReads } from '../../../reads/service.ts';
import { agencyOf } from '../../service.ts';
import type { Batch, CommonInput } from '../schema.ts';
import {
  type BatchLine,
  findBatch,
  forgetBatch,
  insertBatch,
  isFileUsed,
  nextBatchNumber,
  readBatches,
  readForgettable,
  readLines,
  type StoredBatch,
  updateBatch,
} from './store.ts';

type Beginning = {
  readonly procedureId: number;
  readonly source: Batch['source'];
  readonly state: 'planned' | 'receiving';
  readonly earlier: boolean;
  readonly common: CommonInput;
  readonly fileHash: string | null;
  readonly total: number;
};

/** Opens a batch at the actor's counter under the next number of the agency and the day. */
export async function beginBatch(
  tx: TransactionContext,
  beginning: Beginning,
): Promise<Pick<Batch, 'id' | 'number'>> {
  const { accountId, officerId, post } = requireActor(tx);
  const { unitId, postId } = post;
  const agency = await agencyOf(tx, unitId);
  const day = localDateOf(tx.now).slice(2).replaceAll('-', '');
  const number = await nextBatchNumber(tx.db, `${agency.agencyId}-${day}`);
  // A representative is a person, and stays with the dossiers alone.
  const common = { ...beginning.common, delegate: null };
  const by = { accountId, postId, officerId, createdAt: tx.now };
  const id = await insertBatch(tx.db, { ...beginning, common, number, unitId, ...by });
  const { procedureId, source, state, earlier, total } = beginning;
  const payload = { number, unitId, procedureId, source, state, earlier, total };
  await record(tx, { name: 'intake-batch', id, after: 0 }, [{ kind: 'begun', payload }]);
  return { id, number };
}

/** Every line has become something. */
export async function endBatch(
  tx: TransactionContext,
  { id, sequence }: Pick<Batch, 'id' | 'sequence'>,
): Promise<void> {
  const stream = { name: 'intake-batch', id, after: sequence } as const;
  const after = await record(tx, stream, [{ kind: 'ended', payload: {} }]);
  await updateBatch(tx.db, id, { state: 'done', endedAt: tx.now, sequence: after });
}

/** Batches of the actor's counter, the newest first. */
export async function batchList(ctx: Context): Promise<readonly Batch[]> {
  await authorise(ctx, 'dossier.receive', requireActor(ctx).post.unitId);
  return readBatches(ctx.db, await unitsActedFor(ctx), 200);
}

/** A batch of the actor's own counter; of any other it is missing. */
export async function batchByNumber(ctx: Context, number: string): Promise<StoredBatch> {
  await authorise(ctx, 'dossier.receive', requireActor(ctx).post.unitId);
  const batch = await findBatch(ctx.db, number);
  if (batch && (await unitsActedFor(ctx)).includes(batch.unitId)) return batch;
  return refuse('missing', 'Không có nhóm hồ sơ này ở quầy của bạn. Hãy kiểm tra lại số nhóm.');
}

/** What became of each line. That the names of the dossiers were read is recorded. */
export async function linesOf(
  ctx: Context,
  { id }: Batch,
  manner: 'listed' | 'exported' | 'printed',
): Promise<readonly BatchLine[]> {
  return inTransaction(ctx, async (tx) => {
    const lines = await readLines(tx.db, id);
    const ids = lines.flatMap(({ dossierId }) => (dossierId === null ? [] : [dossierId]));
    await noteReads(tx, { subject: 'dossier', ids, manner, detail: 'Nhóm tiếp nhận' });
    return lines;
  });
}

/** So long after its end somebody may still look up what was wrong with a line. */
const KEPT_DAYS = 30;

/** Throws away what is not needed any more of batches; as the system, every night. Their files go last. */
export async function sweepBatches(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - KEPT_DAYS * 86_400_000);
  for (const { id, fileHash } of await readForgettable(ctx.db, before)) {
    await forgetBatch(ctx.db, id);
    if (fileHash !== null && !(await isFileUsed(ctx.db, fileHash))) await ctx.files.remove(fileHash);
  }
}
