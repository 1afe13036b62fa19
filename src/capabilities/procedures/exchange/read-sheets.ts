import { isLocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import { readWorkbook, type SheetRow, type WorkbookSheet } from '#platform/spreadsheet/workbook.ts';
import { type ReadEntry, readContent } from './schema.ts';
import { LIST_SHEETS, MAIN_COLUMNS, MAIN_TITLE, type SheetColumn, SLUG_HEADER } from './sheets.ts';

type Values = Readonly<Record<string, unknown>>;

/** Entries of a workbook shaped like the exported one. Refuses what is no workbook or has no such sheet. */
export async function readSheets(bytes: Uint8Array): Promise<readonly ReadEntry[]> {
  const sheets = await workbookOf(bytes);
  const main = rowsOf(sheets, MAIN_TITLE);
  if (main === null) return refuseFile(`Tệp không có trang tính “${MAIN_TITLE}”.`);
  const lists = LIST_SHEETS.map((sheet) => ({ sheet, rows: rowsOf(sheets, sheet.title) ?? [] }));
  return main.map((row) => {
    const slug = textIn(row, SLUG_HEADER);
    const parts = lists.map(({ sheet, rows }) => [
      sheet.part,
      rows.filter((line) => textIn(line, SLUG_HEADER) === slug).map((line) => nested(line, sheet.columns)),
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
    name: textIn(row, 'Tên gọi tắt') || slug,
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
    const value = cell.read(textIn(row, header));
    if (below === undefined) values[part] = value;
    else (inner[part] ??= {})[below] = value;
  }
  return { ...values, ...inner };
}

async function workbookOf(bytes: Uint8Array): Promise<readonly WorkbookSheet[]> {
  const read = await readWorkbook(bytes);
  if (read === 'too-large') return refuseFile('Tệp hỏng, hoặc bung ra quá lớn.');
  return read === 'damaged' ? refuseFile('Không đọc được tệp bảng tính này.') : read;
}

/** Null when there is no such sheet. */
function rowsOf(sheets: readonly WorkbookSheet[], title: string): readonly SheetRow[] | null {
  return sheets.find((one) => fold(one.title) === fold(title))?.rows ?? null;
}

function textIn(row: SheetRow, header: string): string {
  return row.cells.get(fold(header))?.text ?? '';
}

function refuseFile(problem: string): never {
  return refuse('invalid', 'Tệp chưa đọc được.', {
    file: `${problem} Hãy xuất danh mục ra XLSX, sửa trên tệp đó rồi nhập lại.`,
  });
}
