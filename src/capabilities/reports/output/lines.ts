/** The text of a report as lines, one for each paragraph: what the checker reads, and what every format says. */
import type { ReportDocument } from '../document.ts';
import { laidOut } from './compose.ts';
import {
  type LaidAnnex,
  type LaidBlock,
  type LaidFrame,
  type LaidRun,
  MOTTO,
  NATIONAL_TITLE,
  RECIPIENTS_HEAD,
} from './laid.ts';

/**
 * Lines of the text from its head to the last annex, in the manner in which the checker reads a DOCX: a paragraph is a line,
 * cells of a row have tabs between them, the mark of a note is `[1]`, and the notes stand behind the text.
 */
export function linesOf(document: ReportDocument): readonly string[] {
  const report = laidOut(document);
  const notes = report.notes.map(({ number, text }) => `[${number}] ${text}`);
  return [
    ...headLines(report.frame),
    ...report.blocks.flatMap(blockLines),
    ...(notes.length === 0 ? [] : ['', ...notes, '']),
    ...footLines(report.frame),
    ...report.annexes.flatMap(annexLines),
  ];
}

function headLines(frame: LaidFrame): readonly string[] {
  return [
    ...frame.parentAgency,
    ...frame.agency,
    NATIONAL_TITLE,
    MOTTO,
    frame.number,
    frame.placeAndDate,
    frame.typeName,
    frame.title.join(' '),
  ];
}

function footLines(frame: LaidFrame): readonly string[] {
  return [RECIPIENTS_HEAD, ...frame.recipients, ...frame.authority, frame.signerTitle, frame.signer];
}

function annexLines({ name, title, guide, blocks }: LaidAnnex): readonly string[] {
  return [name, title, guide, ...blocks.flatMap(blockLines)];
}

function blockLines(block: LaidBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? [block.number, block.text] : [joined(block.number, block.text)];
    case 'paragraph':
      return [textOf(block.runs)];
    case 'item':
      return [`${block.mark} ${textOf(block.runs)}`];
    case 'table':
      return [
        block.table.caption,
        block.table.head.join('\t'),
        ...block.table.rows.map((row) => row.cells.map((cell) => textOf(cell.runs)).join('\t')),
      ];
    case 'chart':
      return [
        block.chart.caption,
        `${block.chart.labelHead}\t${block.chart.valueHead}`,
        ...block.chart.bars.map(({ label, text }) => `${label}\t${text}`),
      ];
  }
}

function textOf(runs: readonly LaidRun[]): string {
  return runs.map((run) => (run.kind === 'note' ? `[${run.number}]` : run.text)).join('');
}

function joined(number: string, text: string): string {
  return number === '' ? text : `${number} ${text}`;
}
