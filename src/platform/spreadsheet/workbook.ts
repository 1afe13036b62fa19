/** Reading workbooks (XLSX) of people: forgiving in what cells hold, strict in what they unpack to. */
import readExcel from 'read-excel-file/node';
import { fold } from '#kernel/vietnamese/fold.ts';
import { openArchive } from '#platform/archive/zip.ts';

const MEGABYTE = 1024 * 1024;

/**
 * What a workbook may unpack to: it is read in memory as a whole, so less than the gates let through. About 5,000
 * procedures.
 */
const LIMITS = { unpacked: 32 * MEGABYTE, entries: 200, ratio: 150, free: 4 * MEGABYTE } as const;

/** A cell as trimmed text; a number has lost the zeros it began with. Dates are `2020-04-28`. */
export type SheetCell = { readonly text: string; readonly isNumber: boolean };

/** A row below the head by its folded headers, with its line in the sheet as people count. */
export type SheetRow = { readonly line: number; readonly cells: ReadonlyMap<string, SheetCell> };

export type WorkbookSheet = {
  readonly title: string;
  readonly headers: readonly string[];
  /** Empty ones are left out. */
  readonly rows: readonly SheetRow[];
};

/** `too-large` also stands for what is no archive at all; `damaged` for what the reader cannot make sense of. */
export type WorkbookReading = readonly WorkbookSheet[] | 'too-large' | 'damaged';

/** The sheets of a workbook, each with its first row as the head. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookReading> {
  if (openArchive(bytes, LIMITS) === null) return 'too-large';
  try {
    return (await readExcel(Buffer.from(bytes))).map(({ sheet, data }) => sheetOf(sheet, data));
  } catch {
    // A damaged or protected file: the parser's words mean nothing to the person.
    return 'damaged';
  }
}

function sheetOf(title: string, [head = [], ...lines]: readonly (readonly unknown[])[]): WorkbookSheet {
  const headers = head.map((cell) => fold(cellOf(cell).text));
  const rows = lines
    .map((cells, index) => ({
      line: index + 2,
      cells: new Map(headers.map((header, at) => [header, cellOf(cells[at])])),
    }))
    .filter(({ cells }) => [...cells.values()].some(({ text }) => text !== ''));
  return { title, headers, rows };
}

function cellOf(cell: unknown): SheetCell {
  return { text: textOf(cell), isNumber: typeof cell === 'number' };
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return new Date(cell.getTime() + 1).toISOString().slice(0, 10);
  if (typeof cell === 'string') return cell.normalize('NFC').trim();
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}
