/** Tables and charts of the file: head rows repeat on every page, rows stay whole. */
import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { BAR_PICTURE, CELL_INSET, SIZES, TEXT_WIDTH } from '../layout.ts';
import type { LaidBar, LaidCell, LaidChart, LaidRow, LaidTable } from '../laid.ts';
import { figureAnchor, placed, sourceAnchor, wordsOf } from './runs.ts';
import { STYLE } from './styles.ts';
import { halfPoints, pixels, twips } from './units.ts';

const ALIGNMENTS = {
  start: AlignmentType.LEFT,
  end: AlignmentType.RIGHT,
  middle: AlignmentType.CENTER,
} as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};
const MARGINS = {
  top: twips(CELL_INSET.y),
  bottom: twips(CELL_INSET.y),
  left: twips(CELL_INSET.x),
  right: twips(CELL_INSET.x),
};

/** A table of the text behind its caption. `placedSources`: those that a figure of the text leads to, which are led back to. */
export function tableOf(
  table: LaidTable,
  placedSources: ReadonlySet<number>,
): readonly (Paragraph | Table)[] {
  const style = table.isDense ? STYLE.denseTable : STYLE.table;
  return [
    ...captionOf(table.caption),
    gridOf(table.widths, [
      headRow(table.head, table.widths, table.isDense ? SIZES.denseTable : SIZES.table),
      ...table.rows.map((row) => bodyRow(row, { style, widths: table.widths, placedSources })),
    ]),
    spacer(),
  ];
}

/** What keeps two tables from becoming one in Word, and the last line of a section from a page of its own. */
export function spacer(): Paragraph {
  return new Paragraph({ style: STYLE.spacer });
}

/** @param widths of the columns in millimetres */
export function gridOf(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    rows,
    columnWidths: widths.map(twips),
    width: { size: widths.map(twips).reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: MARGINS,
  });
}

function captionOf(caption: string): readonly Paragraph[] {
  return caption === '' ? [] : [new Paragraph({ style: STYLE.caption, text: caption })];
}

function headRow(names: readonly string[], widths: readonly number[], size: number): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: names.map((name, column) =>
      cellOf(widths[column], [
        new Paragraph({
          style: STYLE.tableHead,
          children: [new TextRun({ text: name, size: halfPoints(size) })],
        }),
      ]),
    ),
  });
}

type RowManner = {
  readonly style: string;
  readonly widths: readonly number[];
  readonly placedSources: ReadonlySet<number>;
};

function bodyRow(row: LaidRow, { style, widths, placedSources }: RowManner): TableRow {
  return new TableRow({
    cantSplit: true,
    children: row.cells.map((cell, column) =>
      cellOf(widths[column], [
        new Paragraph({
          style,
          alignment: ALIGNMENTS[cell.align],
          children:
            column === 0 && row.source !== null
              ? sourceMark(row.source, cell, placedSources)
              : wordsOf(cell.runs),
        }),
      ]),
    ),
  });
}

/** The number of a source: figures lead to it, and it leads back to where its figure stands first. */
function sourceMark(
  source: number,
  cell: LaidCell,
  placedSources: ReadonlySet<number>,
): readonly ParagraphChild[] {
  const [words = new TextRun('')] = wordsOf(cell.runs);
  const mark = placedSources.has(source)
    ? new InternalHyperlink({ anchor: figureAnchor(source), children: [words] })
    : words;
  return [placed(sourceAnchor(source), mark)];
}

function cellOf(width: number | undefined, children: readonly Paragraph[], columnSpan?: number): TableCell {
  return new TableCell({
    children,
    verticalAlign: VerticalAlignTable.CENTER,
    width: { size: twips(width ?? 0), type: WidthType.DXA },
    ...(columnSpan === undefined ? {} : { columnSpan }),
  });
}

const CHART_COLUMNS = [TEXT_WIDTH * 0.42, TEXT_WIDTH * 0.36, TEXT_WIDTH * 0.22] as const;
/** A bar leaves a little room to the edge of its cell. */
const BAR_ROOM = CHART_COLUMNS[1] - 2 * CELL_INSET.x - 1;
const BAR_HEIGHT = 3;

/** Bars stand in the very table that holds their figures, and the table stays on one page. */
export function chartOf({ caption, labelHead, valueHead, bars }: LaidChart): readonly (Paragraph | Table)[] {
  const [labels, drawn, values] = CHART_COLUMNS;
  const headCell = (words: string, width: number, span?: number) =>
    cellOf(width, [headParagraph(words)], span);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: [headCell(labelHead, labels + drawn, 2), headCell(valueHead, values)],
  });
  const rows = bars.map((bar, index) => barRow(bar, index < bars.length - 1));
  return [...captionOf(caption), gridOf(CHART_COLUMNS, [head, ...rows]), spacer()];
}

function headParagraph(words: string): Paragraph {
  const size = halfPoints(SIZES.table);
  return new Paragraph({ style: STYLE.tableHead, children: [new TextRun({ text: words, size })] });
}

function barRow({ label, text, share }: LaidBar, keepNext: boolean): TableRow {
  const [labels, drawn, values] = CHART_COLUMNS;
  const cell = (width: number, children: readonly ParagraphChild[], alignment: 'left' | 'right' = 'left') =>
    cellOf(width, [new Paragraph({ style: STYLE.table, alignment, children })]);
  return new TableRow({
    cantSplit: true,
    keepNext,
    children: [
      cell(labels, [new TextRun(label)]),
      cell(drawn, share === null || share === 0 ? [] : [barOf(share)]),
      cell(values, [new TextRun(text)], 'right'),
    ],
  });
}

/** One dot of colour drawn as long as the bar is; its figure stands beside it. */
function barOf(share: number): ImageRun {
  return new ImageRun({
    type: 'png',
    data: Buffer.from(BAR_PICTURE, 'base64'),
    transformation: { width: pixels(BAR_ROOM * share), height: pixels(BAR_HEIGHT) },
    decorative: true,
  });
}
