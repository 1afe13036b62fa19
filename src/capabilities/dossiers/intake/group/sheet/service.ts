import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { type FieldMessages, Refusal, refuse } from '#kernel/refusal.ts';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { offeredHere } from '../../service.ts';
import { isOfLine, tryLine } from '../batches/receive.ts';
import { batchByNumber, beginBatch, endBatch } from '../batches/service.ts';
import { insertLines, type NewLine, updateBatch } from '../batches/store.ts';
import { checkLines, type RightLine, rightOf, wrongOf } from '../lines/service.ts';
import {
  type CheckedLine,
  type CommonInput,
  commonInput,
  type Line,
  LINE_FIELDS,
  mode,
  type Mode,
  MOST_AT_COUNTER,
} from '../schema.ts';

export const sheetInput = z.object({
  common: commonInput,
  lines: z
    .array(z.custom<Line>())
    .min(1, 'Hãy nhập ít nhất một dòng.')
    .max(MOST_AT_COUNTER, `Một lần nhiều nhất ${MOST_AT_COUNTER} dòng; nhiều hơn hãy nhập từ tệp Excel.`),
  mode,
});
export type SheetInput = z.infer<typeof sheetInput>;

/**
 * Receives a dossier for each line of a sheet, in one transaction: all of them or none, or those that are right. Returns the
 * number of the group. Lines that were not received can be opened again from it.
 */
export async function receiveSheet(
  ctx: Context,
  { common, lines, mode: wanted }: SheetInput,
): Promise<string> {
  await authorise(ctx, 'dossier.receive', requireActor(ctx).post.unitId);
  const { version } = await offeredHere(ctx, common.slug);
  const asked = { common, procedureId: version.procedureId, earlier: false };
  const checked = await checkLines(ctx, lines, asked);
  const wrong = wrongOf(checked);
  const right = rightOf(checked);
  if (right.length === 0 || (wanted === 'all' && wrong.length > 0)) refuseLines(wrong);
  return inTransaction(ctx, async (tx) => {
    const total = lines.length;
    const beginning = { procedureId: version.procedureId, source: 'sheet', state: 'receiving' } as const;
    const batch = await beginBatch(tx, { ...beginning, earlier: false, common, fileHash: null, total });
    const received = await receiveAll(tx, { number: batch.number, common, mode: wanted }, right);
    const rest = wrong.map(({ line, problems }) => refused(line.line, Object.values(problems).join(' ')));
    await insertLines(tx.db, batch.id, [...received, ...rest]);
    await keepRefused(tx, batch.id, { lines, outcomes: [...received, ...rest] });
    await endBatch(tx, { id: batch.id, sequence: 1 });
    return batch.number;
  });
}

type Group = { readonly number: string; readonly common: CommonInput; readonly mode: Mode };

async function receiveAll(
  tx: TransactionContext,
  { mode: wanted, ...group }: Group,
  lines: readonly RightLine[],
): Promise<readonly NewLine[]> {
  const outcomes: NewLine[] = [];
  for (const line of lines) {
    const outcome = await tryLine(tx, group, line);
    if (!(outcome instanceof Refusal)) {
      const { dossierId } = outcome;
      outcomes.push({ line: line.line, outcome: 'received', problem: '', dossierId });
      continue;
    }
    // What is wrong with the common part is wrong with every line.
    if (!isOfLine(outcome)) throw outcome;
    if (wanted === 'all')
      refuse('invalid', outcome.message, { [cellOf(line.line, 'fullName')]: outcome.message });
    outcomes.push(refused(line.line, outcome.message));
  }
  return outcomes;
}

function refused(line: number, problem: string): NewLine {
  return { line, outcome: 'refused', problem, dossierId: null };
}

/** What is wrong with which cell, as the form names them. */
function refuseLines(wrong: readonly CheckedLine[]): never {
  refuse('invalid', `Có ${wrong.length} dòng chưa đúng; chưa tiếp nhận hồ sơ nào.`, problemsOf(wrong));
}

/** Problems of lines by the names of the fields of the sheet. */
export function problemsOf(lines: readonly CheckedLine[]): FieldMessages {
  return Object.fromEntries(
    lines.flatMap(({ line, problems }) =>
      Object.entries(problems).map(([field, message]) => [cellOf(line.line, field), message]),
    ),
  );
}

function cellOf(line: number, field: string): string {
  return `lines.${line - 1}.${field === 'kind' ? 'fullName' : field}`;
}

/** Lines that were not received stay with the group for a while, to be put right. */
async function keepRefused(
  tx: TransactionContext,
  batchId: number,
  { lines, outcomes }: { readonly lines: readonly Line[]; readonly outcomes: readonly NewLine[] },
): Promise<void> {
  const missed = new Set(outcomes.filter(({ outcome }) => outcome === 'refused').map(({ line }) => line));
  if (missed.size === 0) return;
  const kept = lines.filter(({ line }) => missed.has(line));
  const { hash } = await tx.files.put(Buffer.from(JSON.stringify(kept)));
  await updateBatch(tx.db, batchId, { fileHash: hash });
}

const keptLines = z.array(
  z.object(Object.fromEntries(LINE_FIELDS.map((field) => [field, z.string().catch('')]))).partial(),
);

/** The lines of a group that were not received, to fill a sheet with; none when they are gone. */
export async function refusedLines(ctx: Context, number: string): Promise<readonly Partial<Line>[]> {
  const { source, fileHash } = await batchByNumber(ctx, number);
  if (source !== 'sheet' || fileHash === null) return [];
  const bytes = await buffer(await ctx.files.open(fileHash));
  return keptLines.parse(JSON.parse(bytes.toString('utf8')));
}
