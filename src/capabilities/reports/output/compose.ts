/** Lays a report out: words in their form and order, notes numbered, the annex of sources made, columns measured. Pure. */
import { formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import type { Annex, Block, Chart, FigureSourceLine, ReportDocument, Table } from '../document.ts';
import { roman } from '../templates/numbering.ts';
import { capitals, clean } from './clean.ts';
import { isWide, tableIn } from './columns.ts';
import { dateOf, laidFrame, numberOf } from './frame.ts';
import type { LaidAnnex, LaidBlock, LaidChart, LaidReport, LaidRow } from './laid.ts';
import { TEXT_WIDTH, WIDE_TEXT_WIDTH } from './layout.ts';
import { type Marks, marksOf } from './marks.ts';

export function laidOut(document: ReportDocument): LaidReport {
  const notes = new Map(document.notes.map(({ number, text }) => [number, clean(text)]));
  const marks = marksOf(new Set(notes.keys()), new Set(document.sources.map(({ number }) => number)));
  const blocks = document.blocks.map((block) => laidBlock(block, TEXT_WIDTH, marks));
  const annexes = annexesOf(document, marks);
  return {
    frame: laidFrame(document.frame),
    isDraft: document.isDraft,
    missing: document.isDraft ? document.missing.map(clean) : [],
    blocks: annexes.length === 0 ? blocks : [...blocks, pointerTo(annexes, clean(document.frame.typeName))],
    notes: marks.notes().map((number, index) => ({ number: index + 1, text: notes.get(number) ?? '' })),
    annexes,
  };
}

function laidBlock(block: Block, room: number, marks: Marks): LaidBlock {
  switch (block.kind) {
    case 'heading': {
      const text = block.level <= 2 ? capitals(block.text) : clean(block.text);
      return { kind: 'heading', level: block.level, number: clean(block.number), text };
    }
    case 'paragraph':
      return { kind: 'paragraph', runs: marks.runs(block.runs) };
    case 'item':
      return { kind: 'item', mark: block.mark, runs: marks.runs(block.runs) };
    case 'table':
      return { kind: 'table', table: tableIn(room, squared(block.table, marks)) };
    case 'chart':
      return { kind: 'chart', chart: laidChart(block.chart) };
  }
}

/** Every row with as many cells as the widest has. */
function squared({ caption, head, rows }: Table, marks: Marks) {
  const count = Math.max(1, head.length, ...rows.map((row) => row.length));
  const columns = Array.from({ length: count }, (_, column) => column);
  const laidRow = (row: Table['rows'][number]): LaidRow => ({
    source: null,
    cells: columns.map((column) => marks.cell(row[column] ?? { runs: [], align: 'start' })),
  });
  return {
    caption: clean(caption),
    head: columns.map((column) => clean(head[column] ?? '')),
    rows: rows.map(laidRow),
  };
}

function laidChart({ caption, unitOfMeasure, bars }: Chart): LaidChart {
  const longest = Math.max(0, ...bars.map(({ value }) => value ?? 0));
  const unit = clean(unitOfMeasure);
  return {
    caption: clean(caption),
    labelHead: 'Nội dung',
    valueHead: unit === '' ? 'Số liệu' : `Số liệu (${unit})`,
    bars: bars.map(({ label, value }) => ({
      label: clean(label),
      text: value === null ? 'chưa có' : formatNumber(value),
      value,
      share: value === null || longest === 0 ? null : Math.max(value, 0) / longest,
    })),
  };
}

/** Annexes have Roman numbers where there are several (section III, item 1a); the sources of the figures are the last one. */
function annexesOf(document: ReportDocument, marks: Marks): readonly LaidAnnex[] {
  const { annexes, sources, frame } = document;
  const guide = `(Kèm theo ${clean(frame.typeName)} số ${numberOf(frame)} ${dateOf(frame)} của ${clean(frame.agency)})`;
  const all = [
    ...annexes.map((annex) => annexTables(annex, marks)),
    ...(sources.length === 0 ? [] : [sourcesAnnex(sources)]),
  ];
  return all.map(({ title, tables }, index) => {
    const onItsSide = tables.some(isWide);
    const room = onItsSide ? WIDE_TEXT_WIDTH : TEXT_WIDTH;
    return {
      name: all.length === 1 ? 'Phụ lục' : `Phụ lục ${roman(index + 1)}`,
      title,
      guide,
      isWide: onItsSide,
      blocks: tables.map((table) => ({ kind: 'table', table: tableIn(room, table) })),
    };
  });
}

function annexTables({ title, tables }: Annex, marks: Marks) {
  return { title: capitals(title), tables: tables.map((table) => squared(table, marks)) };
}

const SOURCE_HEAD = ['STT', 'Số liệu', 'Giá trị', 'Kỳ số liệu', 'Đơn vị', 'Nguồn', 'Lấy lúc'] as const;

/** Where every figure of the report comes from; its marks lead here. */
function sourcesAnnex(sources: readonly FigureSourceLine[]) {
  return {
    title: 'NGUỒN CỦA SỐ LIỆU TRONG BÁO CÁO',
    tables: [{ caption: '', head: SOURCE_HEAD, rows: sources.map(sourceRow) }],
  };
}

function sourceRow(source: FigureSourceLine): LaidRow {
  const { name, indicatorCode, value, period, unit, takenAt } = source;
  const texts = [
    String(source.number),
    `${name} (${indicatorCode})`,
    value,
    period,
    unit,
    source.source,
    formatDateTime(takenAt),
  ];
  return {
    source: source.number,
    cells: texts.map((text, column) => ({
      runs: [{ kind: 'text', text: clean(text), strong: false, slanted: false }],
      align: column === 0 ? 'middle' : column === 2 ? 'end' : 'start',
    })),
  };
}

/** The text has to point to its annexes (section III, item 1a). */
function pointerTo(annexes: readonly LaidAnnex[], typeName: string): LaidBlock {
  const [first, last] = [annexes[0]?.name ?? '', annexes.at(-1)?.name ?? ''];
  const what = annexes.length === 1 ? first : `${first}${annexes.length === 2 ? ' và ' : ' đến '}${last}`;
  const text = `Kèm theo ${typeName} này: ${what}.`;
  return { kind: 'paragraph', runs: [{ kind: 'text', text, strong: false, slanted: true }] };
}
