/** A workbook line by line, as a job: each line in a transaction of its own, in the name of the officer who began. */
import { Refusal } from '#kernel/refusal.ts';
import { officerLater } from '#foundation/access/later.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { checkLines, type RightLine, rightOf } from '../lines/service.ts';
import { commonInput, type CommonInput } from '../schema.ts';
import { readWorkbookLines } from '../workbook/read.ts';
import { isOfLine, receiveLine } from './receive.ts';
import { endBatch } from './service.ts';
import { lockBatch, lockNextLine, refuseWaiting, settleLine, type StoredBatch } from './store.ts';

const POST_GONE =
  'Người bắt đầu đợt nhập không còn làm ở vị trí đó. Hãy để người đang làm ở quầy nhập lại các dòng này.';
const FILE_GONE = 'Tệp của đợt nhập không còn. Hãy tải tệp lên lại.';
const CHANGED = 'Dòng này trong tệp không tiếp nhận được nữa. Hãy xem lại rồi nhập lại.';

/** Receives every line that waits, and ends the batch. Begun again after it was cut, it goes on where it stopped. */
export async function carryOutBatch(ctx: Context, id: number): Promise<void> {
  const batch = await lockBatch(ctx.db, id);
  if (batch?.state !== 'receiving') return;
  const acting = await officerLater(ctx, batch);
  if (acting === null) await refuseWaiting(ctx.db, id, POST_GONE);
  else if (batch.fileHash === null) await refuseWaiting(ctx.db, id, FILE_GONE);
  else await receiveWaiting(acting, batch, batch.fileHash);
  await inTransaction(ctx, async (tx) => {
    const now = await lockBatch(tx.db, id);
    if (now?.state === 'receiving') await endBatch(tx, now);
  });
}

async function receiveWaiting(acting: Context, batch: StoredBatch, fileHash: string): Promise<void> {
  const common = commonInput.parse(batch.common);
  const lines = await linesByNumber(acting, batch, { common, fileHash });
  while (await receiveNext(acting, batch, { common, lines }));
}

/** Lines that were received meanwhile repeat nobody; the others are looked at once more by the reception itself. */
async function linesByNumber(
  acting: Context,
  { procedureId, earlier }: StoredBatch,
  { common, fileHash }: { readonly common: CommonInput; readonly fileHash: string },
): Promise<ReadonlyMap<number, RightLine>> {
  const lines = await readWorkbookLines(acting, fileHash);
  const known = { ...common, confirmedDuplicate: true, confirmedIdentity: true };
  const checked = await checkLines(acting, lines, { common: known, procedureId, earlier });
  return new Map(rightOf(checked).map((one) => [one.line, one]));
}

type Work = { readonly common: CommonInput; readonly lines: ReadonlyMap<number, RightLine> };

/** False when no line waits any more. */
async function receiveNext(acting: Context, batch: StoredBatch, work: Work): Promise<boolean> {
  let line: number | null = null;
  try {
    await inTransaction({ ...acting, now: acting.clock() }, async (tx) => {
      line = await lockNextLine(tx.db, batch.id);
      const right = line === null ? undefined : work.lines.get(line);
      if (line === null) return;
      if (!right) return settle(tx, batch.id, { line, problem: CHANGED });
      const { number } = batch;
      const { dossierId } = await receiveLine(tx, { number, common: work.common }, right);
      await settleLine(tx.db, batch.id, { line, outcome: 'received', problem: '', dossierId });
    });
  } catch (error) {
    // The line is undone and says why; whatever is no refusal is a fault, and the job is done once more.
    if (!(error instanceof Refusal) || line === null) throw error;
    if (isOfLine(error) || error.kind === 'invalid')
      await settle(acting, batch.id, { line, problem: error.message });
    else await refuseWaiting(acting.db, batch.id, error.message);
  }
  return line !== null;
}

async function settle(
  ctx: Context,
  batchId: number,
  { line, problem }: { readonly line: number; readonly problem: string },
): Promise<void> {
  await settleLine(ctx.db, batchId, { line, outcome: 'refused', problem, dossierId: null });
}
