/** Rows and columns of totals in tables. Cells of a row are apart by tabs. */
import type { Figure, FiguredPassage } from './figure.ts';
import { readNumber } from './numbers.ts';
import { rounded, type Whole } from './whole.ts';

type Row = {
  /** Numbers behind the label, aligned from the right; null where there is none. */
  readonly cells: readonly (Figure | null)[];
  readonly labels: readonly string[];
  readonly isTotal: boolean;
  readonly passage: FiguredPassage;
};

const TOTAL =
  /^(?:tổng|cộng|toàn (?:tỉnh|huyện|xã|ngành|thành phố|thị xã))(?: (?:số|cộng|chung))?(?: \(.*\))?[: ]*$/;
const NOT_SUMMED = /%|tỷ lệ|tỉ lệ|bình quân|trung bình|điểm|năm|stt|ghi chú/;

/** Tables are rows that follow each other. */
export function wholesInTables(passages: readonly FiguredPassage[]): readonly Whole[] {
  return tablesIn(passages).flatMap((rows) => [...inColumns(rows), ...inRows(rows)]);
}

function tablesIn(passages: readonly FiguredPassage[]): readonly (readonly Row[])[] {
  const tables: Row[][] = [];
  let isOpen = false;
  for (const figured of passages) {
    const { kind } = figured.passage;
    if (kind === 'table-row') {
      if (!isOpen) tables.push([]);
      tables.at(-1)?.push(rowOf(figured));
    }
    isOpen = kind === 'table-row' || (isOpen && kind === 'furniture');
  }
  return tables.filter((rows) => rows.length > 2);
}

function rowOf(passage: FiguredPassage): Row {
  const texts = passage.passage.text.split('\t');
  let offset = 0;
  const cells = texts.map((text) => {
    const at = offset;
    offset += text.length + 1;
    return { text, figure: cellFigure(passage, at, text) };
  });
  const label = cells.findIndex(({ text }) => /\p{L}{2}/u.test(text));
  return {
    passage,
    labels: texts.map((text) => text.trim().toLowerCase()),
    isTotal:
      cells.some(({ text }) => TOTAL.test(text.trim().toLowerCase())) &&
      cells.some(({ figure }) => figure !== null),
    cells: cells.slice(label + 1).map(({ figure }) => figure),
  };
}

/** A cell that is a number and nothing else; a dash counts nothing. */
function cellFigure({ passage }: FiguredPassage, start: number, text: string): Figure | null {
  const written = text.trim();
  const isDash = /^[-–]$/.test(written);
  const read = isDash ? { value: 0, grain: 1, fault: null, right: '' } : readNumber(written);
  if (read === null || written.length > 24) return null;
  const from = start + text.indexOf(written);
  const { value } = read;
  return {
    passage: passage.index,
    start: from,
    end: from + written.length,
    unitEnd: from + written.length,
    written,
    ...read,
    bounds: {
      from: value,
      to: value,
    },
    unit: '',
    unitIsKnown: false,
    subject: '',
    object: '',
    period: null,
    role: 'amount',
    direction: 0,
    outOf: null,
    rangeTo: null,
    isExact: true,
    bracket: -1,
    depth: 0,
    sentence: 0,
    clause: 0,
  };
}

/** A total below the rows it sums, or above them when it is the first with numbers. */
function inColumns(rows: readonly Row[]): readonly Whole[] {
  const numbered = rows.filter(({ cells }) => cells.some((cell) => cell !== null));
  const totals = numbered.flatMap(({ isTotal }, index) => (isTotal ? [index] : []));
  const header = rows[0];
  return totals.flatMap((at, order) => {
    const total = numbered[at];
    const isAbove = at === 0;
    const summed = isAbove
      ? numbered.slice(1, totals[order + 1] ?? numbered.length)
      : numbered.slice(order === 0 ? 0 : (totals[order - 1] ?? -1) + 1, at);
    return total === undefined || summed.length < 2 ? [] : columnsOf(total, summed, header);
  });
}

function columnsOf(total: Row, summed: readonly Row[], header: Row | undefined): readonly Whole[] {
  return total.cells.flatMap((_, index) => {
    const fromRight = total.cells.length - index;
    const whole = total.cells[index];
    const parts = summed.flatMap(({ cells }) => cells.at(-fromRight) ?? []);
    const isCounted = !NOT_SUMMED.test(header?.labels.at(-fromRight) ?? '');
    if (!whole || !isCounted || parts.length < summed.length || parts.length < 2) return [];
    // A total no greater than one of its rows is an average or a rate.
    const isAverage =
      whole.value <= Math.max(...parts.map(({ value }) => value)) &&
      summed.length > 1 &&
      !isZeroElse(parts, whole);
    return isAverage ? [] : [{ whole, parts, claim: 'all', kind: 'table' } satisfies Whole];
  });
}

/** All but one row are nothing: then the total may well be as great as the one. */
function isZeroElse(parts: readonly Figure[], whole: Figure): boolean {
  return parts.filter(({ value }) => value > 0).length <= 1 && rounded(whole.value) > 0;
}

/** A column of totals, when more than half of the rows agree that it sums the columns on one side of it. */
function inRows(rows: readonly Row[]): readonly Whole[] {
  const [header, ...below] = rows;
  const width = header?.labels.length ?? 0;
  const columns = (header?.labels ?? []).flatMap((label, index) =>
    TOTAL.test(label) ? [width - index] : [],
  );
  return columns.flatMap((fromRight, order) => {
    const before = { from: (columns[order - 1] ?? Number.POSITIVE_INFINITY) - 1, to: fromRight + 1 };
    const behind = { from: fromRight - 1, to: (columns[order + 1] ?? 0) + 1 };
    const options = [before, behind].map((span) => below.flatMap((row) => sumIn(row, fromRight, span)));
    const held = options.find((sums) => sums.filter(isHeld).length * 2 > sums.length && sums.length > 1);
    return held ?? [];
  });
}

function sumIn(
  { cells }: Row,
  fromRight: number,
  span: { readonly from: number; readonly to: number },
): readonly Whole[] {
  const whole = cells.at(-fromRight);
  const parts = cells.flatMap((cell, index) => {
    const place = cells.length - index;
    return place <= span.from && place >= span.to && cell ? [cell] : [];
  });
  return !whole || cells.length < fromRight || parts.length < 2
    ? []
    : [{ whole, parts, claim: 'all', kind: 'table' }];
}

function isHeld({ whole, parts }: Whole): boolean {
  return rounded(parts.reduce((sum, { value }) => sum + value, 0)) === whole.value;
}
