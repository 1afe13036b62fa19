/** The files of a report: made when its figures are frozen and when it is issued, kept by the hash of their bytes. */
import { text } from 'node:stream/consumers';
import type { Context } from '#foundation/context.ts';
import { refuse } from '#kernel/refusal.ts';
import type { ReportDocument } from '../document.ts';
import type { FileFormat, FileStage, ReportFile, WholeReport } from '../making/schema.ts';
import { writeDocx } from '../output/docx/write.ts';
import { printReport } from '../output/print.ts';
import { annexWorkbook } from './workbook.ts';
import { type FrozenReport, readFrozen, writeFrozen } from './frozen.ts';

export type OutputFormat = Exclude<FileFormat, 'json'>;

export const MEDIA_TYPES: Readonly<Record<OutputFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const WRITERS: Readonly<
  Record<OutputFormat, (document: ReportDocument, madeAt: Date) => Promise<Uint8Array>>
> = {
  docx: writeDocx,
  pdf: printReport,
  xlsx: async (document) => annexWorkbook(document),
};

/** The bytes of one form of a report. */
export async function written(
  document: ReportDocument,
  format: OutputFormat,
  madeAt: Date,
): Promise<Uint8Array> {
  return WRITERS[format](document, madeAt);
}

type MadeFile = Pick<ReportFile, 'stage' | 'format' | 'hash' | 'size'>;

/** Makes and keeps every form of a report, and what it was made from. */
export async function keepFiles(
  ctx: Context,
  stage: FileStage,
  frozen: FrozenReport,
): Promise<readonly MadeFile[]> {
  const files: MadeFile[] = [];
  const keep = async (format: FileFormat, bytes: Uint8Array): Promise<void> => {
    const { hash, size } = await ctx.files.put(bytes);
    files.push({ stage, format, hash, size });
  };
  await keep('json', Buffer.from(writeFrozen(frozen)));
  for (const format of ['docx', 'pdf', 'xlsx'] as const) {
    await keep(format, await written(frozen.document, format, ctx.now));
  }
  return files;
}

/** The newest kept file of a form in an issue: as issued, else as frozen. */
export function keptFile({ files }: WholeReport, issue: number, format: FileFormat): ReportFile | null {
  const own = files.filter((file) => file.issue === issue && file.format === format);
  return own.find(({ stage }) => stage === 'issued') ?? own[0] ?? null;
}

/** A report as its figures were frozen in an issue. */
export async function frozenReport(ctx: Context, whole: WholeReport, issue: number): Promise<FrozenReport> {
  const file = keptFile(whole, issue, 'json');
  if (file === null) refuse('missing', 'Lần này của báo cáo chưa chốt số liệu.');
  return readFrozen(await text(await ctx.files.open(file.hash)));
}
