/** A report as PDF/A-2a, by Typst: the layout of the DOCX, with notes, an outline, and every figure linked to its source. */
import { renderPdf } from '#platform/print/typst.ts';
import type { ReportDocument } from '../document.ts';
import { clean } from './clean.ts';
import { laidOut } from './compose.ts';
import { DRAFT_MARK, type LaidReport, MISSING_HEAD, MOTTO, NATIONAL_TITLE, RECIPIENTS_HEAD } from './laid.ts';
import {
  BAR_COLOUR,
  CELL_INSET,
  FOOT_COLUMNS,
  HEAD_COLUMNS,
  HEADER_FROM_EDGE,
  PAGE,
  PARAGRAPH,
  RULE_THICKNESS,
  SIGNATURE_ROOM,
  SIZES,
} from './layout.ts';

const LAYOUT = {
  page: PAGE,
  sizes: SIZES,
  paragraph: PARAGRAPH,
  headerFromEdge: HEADER_FROM_EDGE,
  headColumns: HEAD_COLUMNS,
  footColumns: FOOT_COLUMNS,
  ruleThickness: RULE_THICKNESS,
  signatureRoom: SIGNATURE_ROOM,
  cellInset: CELL_INSET,
  barColour: BAR_COLOUR,
} as const;

const WORDS = {
  nationalTitle: NATIONAL_TITLE,
  motto: MOTTO,
  recipients: RECIPIENTS_HEAD,
  draft: DRAFT_MARK,
  missing: MISSING_HEAD,
} as const;

/**
 * @param madeAt stands in the file; the same report made at the same time has the same bytes
 * @returns the bytes of a PDF/A-2a file
 */
export async function printReport(document: ReportDocument, madeAt: Date): Promise<Uint8Array> {
  const report = laidOut(document);
  const data = {
    documentTitle: titleOf(document),
    author: clean(document.frame.agency),
    layout: LAYOUT,
    words: WORDS,
    report,
    placed: placedSources(report),
  };
  return renderPdf({ template: 'report/report', data, createdAt: madeAt });
}

/** `Báo cáo kết quả công tác cải cách hành chính năm 2020`, for the properties of the file. */
export function titleOf({ frame }: ReportDocument): string {
  const title = clean(frame.title).trim();
  return `${clean(frame.typeName)} ${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}`.trim();
}

/** Sources that a figure of the text leads to. */
function placedSources({ blocks, annexes }: LaidReport): readonly number[] {
  const all = [...blocks, ...annexes.flatMap((annex) => annex.blocks)];
  return all
    .flatMap(runsOf)
    .flatMap((run) => (run.kind === 'figure' && run.isFirst ? [run.source ?? 0] : []));
}

function runsOf(block: LaidReport['blocks'][number]) {
  if (block.kind === 'table')
    return block.table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.runs));
  return block.kind === 'paragraph' || block.kind === 'item' ? block.runs : [];
}
