/** What stands around the text in the file: tables without lines, as offices lay them out in Word. */
import {
  BorderStyle,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { FOOT_COLUMNS, HEAD_COLUMNS, RULE_THICKNESS, SIGNATURE_ROOM, TEXT_WIDTH } from '../layout.ts';
import { type LaidFrame, MISSING_HEAD, MOTTO, NATIONAL_TITLE, RECIPIENTS_HEAD } from '../laid.ts';
import { STYLE } from './styles.ts';
import { twips } from './units.ts';

/** Agency and number on the left, national title with place and date on the right. */
export function headOf(frame: LaidFrame): Table {
  const [left, right] = HEAD_COLUMNS;
  return invisible(HEAD_COLUMNS, [
    [
      [
        ...frame.parentAgency.map((text) => new Paragraph({ style: STYLE.parentAgency, text })),
        ...frame.agency.map((text) => new Paragraph({ style: STYLE.agency, text })),
        ruleOf(frame.rules.agency, left),
      ],
      [
        new Paragraph({ style: STYLE.nationalTitle, text: NATIONAL_TITLE }),
        new Paragraph({ style: STYLE.motto, text: MOTTO }),
        ruleOf(frame.rules.motto, right),
      ],
    ],
    [
      [new Paragraph({ style: STYLE.number, text: frame.number })],
      [new Paragraph({ style: STYLE.placeAndDate, text: frame.placeAndDate })],
    ],
  ]);
}

export function titleOf(frame: LaidFrame): readonly Paragraph[] {
  const lines = frame.title.map((text, index) => new TextRun({ text, ...(index === 0 ? {} : { break: 1 }) }));
  return [
    new Paragraph({ style: STYLE.typeName, text: frame.typeName }),
    new Paragraph({ style: STYLE.title, children: lines }),
    ruleOf(frame.rules.title, TEXT_WIDTH),
    new Paragraph({ style: STYLE.missing }),
  ];
}

/** What has no data, in a frame over the text of a draft. */
export function missingOf(missing: readonly string[]): readonly (Paragraph | Table)[] {
  if (missing.length === 0) return [];
  const children = [
    new Paragraph({ style: STYLE.missing, children: [new TextRun({ text: MISSING_HEAD, bold: true })] }),
    ...missing.map((line) => new Paragraph({ style: STYLE.missing, text: `- ${line}` })),
  ];
  const width = { size: twips(TEXT_WIDTH), type: WidthType.DXA };
  return [
    new Table({
      width,
      columnWidths: [twips(TEXT_WIDTH)],
      layout: TableLayoutType.FIXED,
      margins: { top: 80, bottom: 80, left: 100, right: 100 },
      rows: [new TableRow({ children: [new TableCell({ width, children })] })],
    }),
    new Paragraph({ style: STYLE.missing }),
  ];
}

/** Recipients on the left, who signs on the right; never over two pages. */
export function footOf(frame: LaidFrame): Table {
  const signature = (text: string, before = 0) =>
    new Paragraph({ style: STYLE.signature, text, spacing: { before: twips(before) } });
  return invisible(FOOT_COLUMNS, [
    [
      [
        new Paragraph({ style: STYLE.recipientsHead, text: RECIPIENTS_HEAD }),
        ...frame.recipients.map((text) => new Paragraph({ style: STYLE.recipients, text })),
      ],
      [
        ...frame.authority.map((line) => signature(line)),
        signature(frame.signerTitle),
        signature(frame.signer, SIGNATURE_ROOM),
      ],
    ],
  ]);
}

/** A rule in the middle of a column: a paragraph with a line over it, set in from both sides. Millimetres. */
function ruleOf(length: number, room: number): Paragraph {
  const side = twips(Math.max(0, (room - length) / 2));
  return new Paragraph({
    style: STYLE.rule,
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: RULE_THICKNESS * 8, color: '000000', space: 1 } },
  });
}

/** Columns without lines; no row is broken over pages. */
function invisible(widths: readonly number[], rows: readonly (readonly (readonly Paragraph[])[])[]): Table {
  return new Table({
    columnWidths: widths.map(twips),
    width: { size: twips(TEXT_WIDTH), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, column) =>
              new TableCell({ children, width: { size: twips(widths[column] ?? 0), type: WidthType.DXA } }),
          ),
        }),
    ),
  });
}
