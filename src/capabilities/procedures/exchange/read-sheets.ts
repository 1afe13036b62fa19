import readWorkbook, { type Sheet } from 'read-excel-file/node';
import { isLocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import { openArchive } from '#platform/archive/zip.ts';
import { type ReadEntry, readContent, WORKBOOK_LIMITS } from './schema.ts';
import { LIST_SHEETS, MAIN_COLUMNS, MAIN_TITLE, type SheetColumn, SLUG_HEADER } from './sheets.ts';

/** A row by its headers, with its line in the sheet; the cells as trimmed text. */
type SheetRow = { readonly line: number; readonly cells: ReadonlyMap<string, string> };

type Values = Readonly<Record<string, unknown>>;

/** Entries of a workbook shaped like the exported one. Refuses what is no workbook or has no such sheet. */
export async function readSheets(bytes: Uint8Array): Promise<readonly ReadEntry[]> {
  const sheets = await workbook(bytes);
  const main = rowsOf(sheets, MAIN_TITLE);
  if (main === null) return refuseFile(`Tệp không có trang tính “${MAIN_TITLE}”.`);
  const lists = LIST_SHEETS.map((sheet) => ({ sheet, rows: rowsOf(sheets, sheet.title) ?? [] }));
  return main.map((row) => {
    const slug = row.cells.get(fold(SLUG_HEADER)) ?? '';
    const parts = lists.map(({ sheet, rows }) => [
      sheet.part,
      rows
        .filter((line) => line.cells.get(fold(SLUG_HEADER)) === slug)
        .map((line) => nested(line, sheet.columns)),
    ]);
    return entryOf(row, slug, Object.fromEntries(parts));
  });
}

function entryOf(row: SheetRow, slug: string, lists: Values): ReadEntry {
  const { code, validFrom, timeLimit, ...rest } = nested(row, MAIN_COLUMNS);
  const certainty = {
    code: 'medium',
    timeLimit: 'medium',
    fees: 'medium',
    papers: 'medium',
    sources: ['Nhập từ tệp bảng tính'],
    note: '',
  };
  const read = readContent({ ...rest, ...lists, timeLimit: limitOf(timeLimit), certainty });
  const date = typeof validFrom === 'string' && isLocalDate(validFrom) ? validFrom : null;
  return {
    place: `Dòng ${row.line}`,
    slug,
    code: typeof code === 'string' && code !== '' ? code : null,
    name: row.cells.get(fold('Tên gọi tắt')) ?? slug,
    validFrom: date,
    ...read,
  };
}

/** Only the fields that its unit has, so that empty cells are no mistake. */
function limitOf(limit: unknown): unknown {
  if (!isValues(limit)) return limit;
  const { unit, value, cutoff, note } = limit;
  return unit === 'same-day' ? { unit, cutoff, note } : { unit, value, note };
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null;
}

/** The values of a row; keys with a dot go one level down. */
function nested(row: SheetRow, columns: readonly SheetColumn[]): Values {
  const values: Record<string, unknown> = {};
  const inner: Record<string, Record<string, unknown>> = {};
  for (const { key, header, cell } of columns) {
    const [part = '', below] = key.split('.');
    const value = cell.read(row.cells.get(fold(header)) ?? '');
    if (below === undefined) values[part] = value;
    else (inner[part] ??= {})[below] = value;
  }
  return { ...values, ...inner };
}

async function workbook(bytes: Uint8Array): Promise<readonly Sheet[]> {
  if (openArchive(bytes, WORKBOOK_LIMITS) === null) {
    return refuseFile('Tệp hỏng, hoặc bung ra quá lớn.');
  }
  try {
    return await readWorkbook(Buffer.from(bytes));
  } catch {
    // A damaged or protected file: the parser's words mean nothing to the person.
    return refuseFile('Không đọc được tệp bảng tính này.');
  }
}

/** Rows below the head; empty lines are left out. Null when there is no such sheet. */
function rowsOf(sheets: readonly Sheet[], title: string): readonly SheetRow[] | null {
  const sheet = sheets.find((one) => fold(one.sheet) === fold(title));
  if (!sheet) return null;
  const [head = [], ...lines] = sheet.data;
  const headers = head.map((cell) => fold(cellText(cell)));
  return lines
    .map((cells, index) => ({
      line: index + 2,
      cells: new Map(headers.map((header, at) => [header, cellText(cells[at])])),
    }))
    .filter(({ cells }) => [...cells.values()].some((text) => text !== ''));
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return new Date(cell.getTime() + 1).toISOString().slice(0, 10);
  if (typeof cell === 'string') return cell.normalize('NFC').trim();
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

function refuseFile(problem: string): never {
  return refuse('invalid', 'Tệp chưa đọc được.', {
    file: `${problem} Hãy xuất danh mục ra XLSX, sửa trên tệp đó rồi nhập lại.`,
  });
}
