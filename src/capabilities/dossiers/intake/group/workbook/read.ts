import { buffer } from 'node:stream/consumers';
import { refuse } from '#kernel/refusal.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import type { Context } from '#foundation/context.ts';
import {
  readWorkbook,
  type SheetCell,
  type SheetRow,
  type WorkbookSheet,
} from '#platform/spreadsheet/workbook.ts';
import { isEmpty } from '../lines/rules.ts';
import { type Line, LINE_FIELDS, type LineField, MOST_IN_WORKBOOK } from '../schema.ts';
import { COLUMNS, LIST_TITLE } from './columns.ts';

/** The lines of a stored workbook. Refuses what is no workbook, or one without the columns of the template. */
export async function readWorkbookLines(ctx: Context, hash: string): Promise<readonly Line[]> {
  return linesIn(await buffer(await ctx.files.open(hash)));
}

/** The lines of a workbook by the columns of the template, in any order; empty lines are left out. */
export async function linesIn(bytes: Uint8Array): Promise<readonly Line[]> {
  const read = await readWorkbook(bytes);
  if (read === 'too-large') return refuseFile('Tệp hỏng, hoặc bung ra quá lớn.');
  if (read === 'damaged') return refuseFile('Không đọc được tệp bảng tính này.');
  const sheet = listOf(read);
  const lines = sheet.rows.map(lineOf).filter((line) => !isEmpty(line));
  if (lines.length === 0) return refuseFile('Tệp không có dòng nào.');
  if (lines.length > MOST_IN_WORKBOOK) {
    return refuseFile(`Tệp có ${lines.length} dòng, nhiều hơn ${MOST_IN_WORKBOOK} dòng của một lần nhập.`);
  }
  return lines;
}

/** The sheet of the template, or the first one that has the name and the address. */
function listOf(sheets: readonly WorkbookSheet[]): WorkbookSheet {
  const named = sheets.find(({ title }) => fold(title) === fold(LIST_TITLE));
  const fitting = [named, ...sheets].find((sheet) => sheet !== undefined && hasNames(sheet));
  return fitting ?? refuseFile(`Tệp không có cột “${COLUMNS.fullName.header}”.`);
}

function hasNames({ headers }: WorkbookSheet): boolean {
  return headers.includes(fold(COLUMNS.fullName.header));
}

function lineOf({ line, cells }: SheetRow): Line {
  const fields = LINE_FIELDS.map((field) => {
    const cell = cells.get(fold(COLUMNS[field].header));
    return [field, cell === undefined ? '' : textOf(field, cell)];
  });
  return { ...(Object.fromEntries(fields) as Record<LineField, string>), line }; // One entry for each field.
}

/** What a number is too short by when it is kept as a number: the zeros it began with. */
const WHOLE_LENGTHS: Readonly<Partial<Record<LineField, readonly number[]>>> = {
  // Citizens' numbers have 12 digits, older cards 9.
  idNumber: [12, 9],
  phone: [10],
};

function textOf(field: LineField, { text, isNumber }: SheetCell): string {
  const lengths = isNumber ? (WHOLE_LENGTHS[field] ?? []) : [];
  const whole = lengths.find((length) => text.length === length - 1);
  return whole === undefined ? text : text.padStart(whole, '0');
}

function refuseFile(problem: string): never {
  return refuse('invalid', 'Tệp chưa đọc được.', {
    file: `${problem} Hãy tải tệp mẫu về, điền vào đó rồi tải lên lại.`,
  });
}
