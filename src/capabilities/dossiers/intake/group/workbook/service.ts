import { z } from 'zod';
import { refuse } from '#kernel/refusal.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { unitNow } from '#foundation/organisation/service.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import { MEDIA_TYPES } from '#platform/uploads/verdict.ts';
import { exemptionsInForce } from '#capabilities/fees/service.ts';
import type { OfferedProcedure } from '#capabilities/procedures/schema.ts';
import { processFor } from '#capabilities/processes/service.ts';
import type { UploadedFile } from '#web/http/form-values.ts';
import { channelProblems } from '../../channels/rules.ts';
import { readFees } from '../../fees/rules.ts';
import { checklistOf, paperProblems } from '../../papers/rules.ts';
import { needsLocality } from '../../rules.ts';
import { offeredHere } from '../../service.ts';
import { batchByNumber, beginBatch } from '../batches/service.ts';
import { insertLines, type NewLine, type StoredBatch, updateBatch } from '../batches/store.ts';
import { checkLines, rightOf, wrongOf } from '../lines/service.ts';
import { type CheckedLine, commonInput, type CommonInput, mode } from '../schema.ts';
import { readWorkbookLines } from './read.ts';

export const workbookInput = z.object({
  common: commonInput,
  earlier: z.boolean(),
  file: z.custom<UploadedFile>((file) => file !== undefined, 'Chọn tệp Excel (XLSX) đã điền.'),
});
export type WorkbookInput = z.infer<typeof workbookInput>;

/** Keeps a workbook to be looked at; no dossier is received. Refuses what cannot be read. Returns the number of the batch. */
export async function planWorkbook(ctx: Context, { common, earlier, file }: WorkbookInput): Promise<string> {
  const offer = await offeredHere(ctx, common.slug);
  if (file.mediaType !== MEDIA_TYPES.xlsx) {
    const sentence = 'Tệp phải là bảng tính Excel (XLSX) theo mẫu.';
    refuse('invalid', sentence, { file: sentence });
  }
  await requireCommon(ctx, offer, common);
  const { hash } = await ctx.files.adopt(file);
  const lines = await readWorkbookLines(ctx, hash);
  const { procedureId } = offer.version;
  const beginning = { procedureId, source: 'workbook', state: 'planned', earlier, common } as const;
  return inTransaction(ctx, async (tx) => {
    const { number } = await beginBatch(tx, { ...beginning, fileHash: hash, total: lines.length });
    return number;
  });
}

/** Everything that would be refused of every line, before a line is looked at. */
async function requireCommon(ctx: Context, offer: OfferedProcedure, common: CommonInput): Promise<void> {
  const { content } = offer.version;
  const unit = await unitNow(ctx, offer.unitId);
  const { definition } = await processFor(ctx, offer.version, localDateOf(ctx.now));
  const isPlaceMissing = needsLocality(definition, unit) && common.localityUnitId === null;
  const problems = {
    ...channelProblems(offer, common),
    ...paperProblems(content, checklistOf(content, common.papers)),
    ...readFees(content, common.fees, await exemptionsInForce(ctx)).problems,
    ...(isPlaceMissing ? { localityUnitId: 'Hãy chọn xã, thị trấn mà các hồ sơ này liên quan.' } : {}),
  };
  const [first] = Object.values(problems);
  if (first) refuse('invalid', first, problems);
}

export type WorkbookPlan = {
  readonly batch: StoredBatch;
  readonly lines: readonly CheckedLine[];
  readonly wrong: readonly CheckedLine[];
};

/** What receiving a workbook would do, line by line; changes nothing. */
export async function workbookPlan(ctx: Context, batch: StoredBatch): Promise<WorkbookPlan> {
  if (batch.fileHash === null) return refuse('missing', 'Tệp của đợt nhập không còn. Hãy tải tệp lên lại.');
  const common = commonInput.parse(batch.common);
  const { procedureId, earlier } = batch;
  const read = await readWorkbookLines(ctx, batch.fileHash);
  const lines = await checkLines(ctx, read, { common, procedureId, earlier });
  return { batch, lines, wrong: wrongOf(lines) };
}

export const startInput = z.object({ number: z.string().min(1), mode });

/** Begins to receive a workbook that was looked at: its right lines wait for the job, the others say what is wrong. */
export async function startWorkbook(ctx: Context, input: z.infer<typeof startInput>): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { batch, lines, wrong } = await workbookPlan(tx, await plannedBatch(tx, input.number));
    const right = rightOf(lines);
    if (right.length === 0) refuse('invalid', 'Tệp không có dòng nào đúng. Hãy sửa tệp rồi tải lên lại.');
    if (input.mode === 'all' && wrong.length > 0) {
      refuse('invalid', `Tệp có ${wrong.length} dòng chưa đúng nên chưa tiếp nhận dòng nào.`);
    }
    await insertLines(tx.db, batch.id, [
      ...right.map(({ line }): NewLine => ({ line, outcome: 'waiting', problem: '', dossierId: null })),
      ...wrong.map(({ line, problems }): NewLine => ({
        line: line.line,
        outcome: 'refused',
        problem: Object.values(problems).join(' '),
        dossierId: null,
      })),
    ]);
    const stream = { name: 'intake-batch', id: batch.id, after: batch.sequence } as const;
    const sequence = await record(tx, stream, [{ kind: 'started', payload: { mode: input.mode } }]);
    await updateBatch(tx.db, batch.id, { state: 'receiving', startedAt: tx.now, sequence });
    await queueJob(tx.db, {
      task: 'intake-batch',
      payload: { id: batch.id },
      key: `intake-batch-${batch.id}`,
    });
  });
}

/** Gives up a workbook of which nothing was received. */
export async function withdrawWorkbook(ctx: Context, number: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const batch = await plannedBatch(tx, number);
    const stream = { name: 'intake-batch', id: batch.id, after: batch.sequence } as const;
    const sequence = await record(tx, stream, [{ kind: 'withdrawn', payload: {} }]);
    await updateBatch(tx.db, batch.id, { state: 'withdrawn', endedAt: tx.now, sequence });
  });
}

async function plannedBatch(ctx: Context, number: string): Promise<StoredBatch> {
  const batch = await batchByNumber(ctx, number);
  if (batch.state === 'planned') return batch;
  return refuse('conflict', 'Đợt nhập này đã được bắt đầu hoặc đã bỏ. Hãy tải lại trang.');
}
