/** A report as PDF/A-2a, by Typst: the layout of the DOCX, with notes, an outline, and every figure linked to its source. */
import { renderPdf } from '#platform/print/typst.ts';
import type { ReportDocument } from '../document.ts';
import { clean } from './clean.ts';
import { laidOut } from './compose.ts';
import { DRAFT_MARK, MISSING_HEAD, MOTTO, NATIONAL_TITLE, RECIPIENTS_HEAD } from './laid.ts';
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
import { placedSourcesOf } from './marks.ts';
import { fileTitle } from './title.ts';

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
    documentTitle: fileTitle(document.frame),
    author: clean(document.frame.agency),
    layout: LAYOUT,
    words: WORDS,
    report,
    placed: [...placedSourcesOf(report)],
  };
  return renderPdf({ template: 'report/report', data, createdAt: madeAt });
}
