import { buffer } from 'node:stream/consumers';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { refuse } from '#kernel/refusal.ts';
import type { CheckResult } from '#kernel/report/schema.ts';
import { textOfFile } from '#platform/file-text/file-text.ts';
import { linesOf } from '#platform/file-text/plain.ts';
import type { UploadedFile } from '#web/http/form-values.ts';
import { type About, factsFor } from './knowledge.ts';
import type { CheckedText, CheckInput, KeptCheck, KeptLine } from './schema.ts';
import { deleteCheck, findCheck, insertCheck, readChecks } from './store.ts';
import { checkInThread } from './thread/check-thread.ts';

/**
 * Checks the lines of a text against themselves and against what this installation knows. `about`: whose report it is and
 * of which period; when nobody says so, what the text says of itself.
 */
export async function checkLines(
  ctx: Context,
  lines: readonly string[],
  about: About | null = null,
): Promise<CheckResult> {
  await authorise(ctx, 'report.check');
  return checkInThread(lines, async (read) => factsFor(ctx, read, about));
}

/** Checks what somebody sent; the answer has the identifier of the kept result when they asked to keep it. */
export async function checkSent(
  ctx: Context,
  { file, text, keep }: CheckInput,
): Promise<{ readonly checked: CheckedText; readonly keptId: number | null }> {
  await authorise(ctx, 'report.check');
  const { name, lines, pages } = file ? await linesOfFile(ctx, file) : pasted(text);
  const { findings, figures, citations } = await checkLines(ctx, lines);
  const checked = { name, checkedAt: ctx.now, pages, lineCount: lines.length, figures, citations, findings };
  const { officerId } = requireActor(ctx);
  return { checked, keptId: keep ? await insertCheck(ctx.db, { ...checked, officerId }) : null };
}

function pasted(text: string) {
  return { name: 'Đoạn đã dán', lines: linesOf(text.trim()), pages: null };
}

async function linesOfFile(ctx: Context, file: UploadedFile) {
  const bytes = await buffer(await ctx.files.open(file));
  const read = await textOfFile(Uint8Array.from(bytes));
  if (read.problem === undefined) return { name: file.name, lines: read.lines, pages: read.pages };
  return refuse('invalid', read.problem, { file: read.problem });
}

/** What the reader kept, latest first. */
export async function keptChecks(ctx: Context): Promise<readonly KeptLine[]> {
  await authorise(ctx, 'report.check');
  return readChecks(ctx.db);
}

/** One kept result; those of others are not there for the reader. */
export async function keptCheck(ctx: Context, id: number): Promise<KeptCheck> {
  await authorise(ctx, 'report.check');
  return (await findCheck(ctx.db, id)) ?? refuse('missing', GONE);
}

export async function removeCheck(ctx: Context, id: number): Promise<void> {
  await authorise(ctx, 'report.check');
  if (!(await deleteCheck(ctx.db, id))) refuse('missing', GONE);
}

const GONE = 'Kết quả soát này không còn, hoặc không phải của bạn.';
