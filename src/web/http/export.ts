import writeExcel, { type SheetData } from 'write-excel-file/node';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { contentDisposition } from './file-answer.ts';

/** A value of a cell: text, a number, an instant (shown in Vietnam time), or nothing. */
export type CellValue = string | number | Date | null;

/** One column of an exported list. `width` is in characters, for spreadsheets. */
export type ExportColumn<Row> = {
  readonly header: string;
  readonly value: (row: Row) => CellValue;
  readonly width?: number;
};

export type ExportFormat = 'csv' | 'xlsx';

export type ExportedTable<Row> = {
  /** Name of the file without its ending; letters, digits and hyphens. */
  readonly name: string;
  readonly columns: readonly ExportColumn<Row>[];
  readonly rows: readonly Row[];
  readonly format: ExportFormat;
};

/** A sheet of a workbook, ready to write: the head and the rows below it. */
export type ExportedSheet = {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  readonly widths?: readonly number[];
};

const OFFSET_MS = 7 * 3_600_000;
/** What Excel takes as text in one cell. */
const LONGEST_CELL = 32_767;
const DEFAULT_WIDTH = 18;
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The format a list was asked for in its address (`?format=csv`), or null when it is to be a page. */
export function exportFormatOf(format: string | undefined): ExportFormat | null {
  return format === 'csv' || format === 'xlsx' ? format : null;
}

/** A whole list as a file: CSV in UTF-8 with a byte order mark, so that Excel reads Vietnamese, or XLSX. */
export async function exportTable<Row>(table: ExportedTable<Row>): Promise<Response> {
  const { name, columns, rows, format } = table;
  const head = columns.map((column) => column.header);
  const cells = rows.map((row) => columns.map((column) => column.value(row)));
  if (format === 'csv') {
    return fileResponse(`${name}.csv`, csvOf([head, ...cells]), 'text/csv; charset=utf-8');
  }
  const widths = columns.map((column) => column.width ?? DEFAULT_WIDTH);
  return exportWorkbook(name, [{ title: 'Danh sách', head, rows: cells, widths }]);
}

/** A workbook of several sheets as a file. */
export async function exportWorkbook(name: string, sheets: readonly ExportedSheet[]): Promise<Response> {
  const bytes = await workbookOf(sheets);
  return fileResponse(`${name}.xlsx`, bytes, XLSX_TYPE);
}

/** The bytes of a workbook: bold head that stays in view, dates as dates, everything else as it is. */
export async function workbookOf(sheets: readonly ExportedSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const buffer = await writeExcel(
    sheets.map((sheet) => ({
      data: sheetData(sheet),
      sheet: sheet.title.slice(0, 31),
      stickyRowsCount: 1,
      columns: sheet.head.map((_, index) => ({ width: sheet.widths?.[index] ?? DEFAULT_WIDTH })),
    })),
  ).toBuffer();
  return new Uint8Array(buffer);
}

/** CSV as of RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe in front. */
export function csvOf(rows: readonly (readonly CellValue[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** Bytes or text as a file that the browser saves under this name. */
export function fileResponse(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  type: string,
): Response {
  return new Response(content, {
    headers: {
      'content-type': type,
      'content-disposition': contentDisposition('attachment', name),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}

function csvCell(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = value instanceof Date ? formatDateTime(value) : value;
  const safe = harmless(text);
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Text that no spreadsheet runs: a sign that begins a formula gets an apostrophe in front. So does one behind a mark at which
 * a spreadsheet set up for another country cuts the line: in Vietnam Excel cuts at semicolons, inside quotation marks as well
 * when they do not stand where it looks for them.
 */
function harmless(text: string): string {
  // The sign is looked for first: behind every line end of a long blank text one would look to its end, time and again.
  const inside = text.replaceAll(/(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])(?<=[;\t\r\n]["'\s]*)/g, "'");
  return /^(?:["'\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r])/.test(inside) ? `'${inside}` : inside;
}

function sheetData({ head, rows }: ExportedSheet): SheetData {
  const heading = head.map((text) => ({ value: text, type: String, fontWeight: 'bold' as const }));
  return [heading, ...rows.map((row) => row.map(sheetCell))];
}

function sheetCell(value: CellValue) {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'string') return { value: printableText(value), type: String, wrap: true };
  // Spreadsheets know no time zone: the clock of Vietnam is written as if it were UTC.
  return { value: new Date(value.getTime() + OFFSET_MS), type: Date, format: 'dd/mm/yyyy hh:mm' };
}

/** XML has no control characters but tab and line ends, no halves of characters, and none of the last two. */
function printableText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- exactly these must go
  const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
  const printable = text.slice(0, LONGEST_CELL).toWellFormed().replaceAll(unprintable, '');
  // The writer looks texts up in an object, where words such as `constructor` stand for something else.
  return printable in {} ? `${printable} ` : printable;
}
