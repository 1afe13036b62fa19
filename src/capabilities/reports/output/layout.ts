/**
 * Measures of an administrative document by Decree 30/2020/NĐ-CP, annex I, part I: one table for the DOCX and the PDF.
 * Millimetres and points. Where the decree leaves a range, the usual choice within it.
 */

/** Section I, items 1 to 3: A4; 20–25 mm above and below, 30–35 mm on the left, 15–20 mm on the right. */
export const PAGE = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 } as const;

/** What lies between the margins of a page; on its side for wide tables of annexes. */
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const WIDE_TEXT_WIDTH = PAGE.height - PAGE.left - PAGE.right;

/** Section I, item 7: the page number stands in the upper margin; this far from the edge. */
export const HEADER_FROM_EDGE = 10;

/** Section I, item 4. */
export const TYPEFACE = 'Times New Roman';

/** Sizes of letters, each within what section V's table allows. */
export const SIZES = {
  /** Section II, item 1a: 12–13. */
  nationalTitle: 13,
  /** Item 1b: 13–14. */
  motto: 14,
  /** Item 2b: 12–13. */
  agency: 13,
  /** Item 3c: 13. */
  number: 13,
  /** Item 4c: 13–14. */
  placeAndDate: 14,
  /** Item 5b: 13–14. */
  title: 14,
  /** Item 6e: 13–14; headings are as large as the text (item 6đ). */
  body: 14,
  /** Item 7đ: 13–14. */
  signature: 14,
  /** Item 9d: `Nơi nhận` 12, those who get it 11. */
  recipientsHead: 12,
  recipients: 11,
  /** Section III, item 1b: 14, its title 13–14. */
  annex: 14,
  /** Section III, item 1c: 13–14. */
  annexGuide: 13,
  /** Section I, item 7: 13–14. */
  pageNumber: 14,
  /** The decree is silent on notes, tables and the mark of a draft. */
  note: 11,
  table: 12,
  denseTable: 10.5,
  draftMark: 12,
} as const;

/** Section II, item 6e: first line set in by 1 or 1.27 cm, at least 6 pt between paragraphs, lines single to one and a half. */
export const PARAGRAPH = { firstLine: 12.7, between: 6, lines: 1.15 } as const;

/** Widths of the two columns of the head: agency and number, national title with place and date. */
export const HEAD_COLUMNS = [64, TEXT_WIDTH - 64] as const;

/** Widths of recipients and of the signature. */
export const FOOT_COLUMNS = [75, TEXT_WIDTH - 75] as const;

/** Rules: under the motto as long as its line, under agency and title a third to a half of theirs (section II, items 1b, 2b, 5b). */
export const RULE_SHARE = 0.4;
export const RULE_THICKNESS = 0.75;

/** Room for a signature and the seal over a third of it (section II, items 7 and 8). */
export const SIGNATURE_ROOM = 28;

/** Inside of table cells. */
export const CELL_INSET = { x: 1.4, y: 0.7 } as const;

/** Bars of charts: prints well in grey, too. */
export const BAR_COLOUR = '#3d5a80';

/** One dot of that colour as a PNG: drawn out to a bar in files that hold pictures. */
export const BAR_PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGOwjWoAAAHvARg+ztc3AAAAAElFTkSuQmCC';
