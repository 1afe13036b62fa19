/** A report as DOCX, for officials to go on with in Word: named styles, real notes, sections for annexes. */
import {
  AlignmentType,
  Document,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import type { ReportDocument } from '../../document.ts';
import { clean } from '../clean.ts';
import { laidOut } from '../compose.ts';
import { DRAFT_MARK, type LaidAnnex, type LaidReport } from '../laid.ts';
import { HEADER_FROM_EDGE, PAGE, SIZES, TEXT_WIDTH, WIDE_TEXT_WIDTH } from '../layout.ts';
import { fileTitle } from '../title.ts';
import { placedSourcesOf } from '../marks.ts';
import { blockOf, overTwoLines } from './blocks.ts';
import { footOf, headOf, missingOf, titleOf } from './frame.ts';
import { packed } from './pack.ts';
import { NUMBERING, STYLE, STYLES } from './styles.ts';
import { halfPoints, twips } from './units.ts';

/**
 * @param madeAt stands in the file; the same report made at the same time has the same bytes
 * @returns the bytes of a DOCX file (ISO/IEC 29500, transitional)
 */
export async function writeDocx(document: ReportDocument, madeAt: Date): Promise<Uint8Array> {
  const report = laidOut(document);
  const agency = clean(document.frame.agency);
  const notes = report.notes.map(({ number, text }) => [
    number,
    { children: [new Paragraph({ style: 'FootnoteText', children: [new TextRun(` ${text}`)] })] },
  ]);
  const file = new Document({
    title: fileTitle(document.frame),
    creator: agency,
    lastModifiedBy: agency,
    styles: STYLES,
    numbering: NUMBERING,
    footnotes: Object.fromEntries(notes),
    sections: [mainSection(report), ...report.annexes.map((annex) => annexSection(annex, report))],
  });
  return packed(file, madeAt);
}

function mainSection(report: LaidReport): ISectionOptions {
  const placedSources = placedSourcesOf(report);
  const last = report.blocks.length - 1;
  return section(report, false, [
    headOf(report.frame),
    ...titleOf(report.frame),
    ...missingOf(report.missing),
    ...report.blocks.flatMap((block, index) => blockOf(block, { placedSources, keepNext: index === last })),
    footOf(report.frame),
    new Paragraph({ style: STYLE.spacer }),
  ]);
}

/** An annex begins on a page of its own and counts its pages by itself (section III, items 1b and 1đ). */
function annexSection(annex: LaidAnnex, report: LaidReport): ISectionOptions {
  const placedSources = placedSourcesOf(report);
  return section(report, annex.isWide, [
    new Paragraph({ style: STYLE.annex, children: overTwoLines(annex.name, annex.title) }),
    new Paragraph({ style: STYLE.annexGuide, text: annex.guide }),
    ...annex.blocks.flatMap((block) => blockOf(block, { placedSources, keepNext: false })),
  ]);
}

function section(
  { isDraft }: LaidReport,
  onItsSide: boolean,
  children: readonly (Paragraph | Table)[],
): ISectionOptions {
  const room = onItsSide ? WIDE_TEXT_WIDTH : TEXT_WIDTH;
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          width: twips(PAGE.width),
          height: twips(PAGE.height),
          orientation: onItsSide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(PAGE.top),
          bottom: twips(PAGE.bottom),
          left: twips(PAGE.left),
          right: twips(PAGE.right),
          header: twips(HEADER_FROM_EDGE),
          footer: twips(HEADER_FROM_EDGE),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      first: new Header({ children: [headerLine(isDraft, false, room)] }),
      default: new Header({ children: [headerLine(isDraft, true, room)] }),
    },
    children,
  };
}

/** The number of the page in the middle, from the second page on; a draft says on every page that it is one. */
function headerLine(isDraft: boolean, isNumbered: boolean, room: number): Paragraph {
  const number = new TextRun({ children: [PageNumber.CURRENT] });
  if (!isDraft) {
    return new Paragraph({
      style: STYLE.header,
      alignment: AlignmentType.CENTER,
      children: isNumbered ? [number] : [],
    });
  }
  const mark = new TextRun({ text: DRAFT_MARK, bold: true, size: halfPoints(SIZES.draftMark) });
  return new Paragraph({
    style: STYLE.header,
    tabStops: [{ type: TabStopType.CENTER, position: twips(room / 2) }],
    children: isNumbered ? [mark, new TextRun('\t'), number] : [mark],
  });
}
