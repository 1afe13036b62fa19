/** The form of the sheet as lines; what was copied from a spreadsheet goes into them. */
import { fold } from '#kernel/vietnamese/fold.ts';
import type { ProcedureContent } from '#capabilities/procedures/schema.ts';
import { type FormValues, type SubmittedForm, valueOf } from '#web/http/form-values.ts';
import type { SheetColumn } from '#web/ui/sheet.tsx';
import { readReception } from '../../form/read.ts';
import { isEmpty } from '../lines/rules.ts';
import { type Line, LINE_FIELDS, type LineField, MOST_AT_COUNTER } from '../schema.ts';

/** Lines that a fresh sheet has, and that are added at once. */
const FEWEST_LINES = 10;

type Columns = readonly (SheetColumn & { readonly name: LineField })[];

const PERSON: Columns = [
  { name: 'fullName', header: 'Họ và tên' },
  { name: 'idNumber', header: 'Số giấy tờ' },
  { name: 'phone', header: 'Điện thoại', inputmode: 'tel' },
  { name: 'address', header: 'Địa chỉ' },
];
const REPRESENTATIVE: Columns = [{ name: 'representative', header: 'Người đại diện' }];
const SUMMARY: Columns = [{ name: 'summary', header: 'Nội dung riêng' }];

/** What a line asks for: the representative only where organisations apply too. */
export function columnsOf({ applicants }: ProcedureContent): Columns {
  return [...PERSON, ...(applicants.includes('organisation') ? REPRESENTATIVE : []), ...SUMMARY];
}

/** Every line of the sheet, empty ones too, so that a line keeps its number. */
export function sheetLines(content: ProcedureContent, values: FormValues): readonly Line[] {
  const count = Math.min(Number(valueOf(values, 'count')) || FEWEST_LINES, MOST_AT_COUNTER);
  const shared = valueOf(values, 'sharedAddress');
  return Array.from({ length: count }, (_, place) => {
    const typed = typedLine(values, place);
    const line = { ...typed, kind: kindOf(content, typed), line: place + 1 };
    return isEmpty(line) ? line : { ...line, address: line.address || shared };
  });
}

/** Lines in which something was typed. */
export function filledLines(content: ProcedureContent, values: FormValues): readonly Line[] {
  return sheetLines(content, values).filter((line) => !isEmpty(line));
}

function typedLine(values: FormValues, place: number): Record<LineField, string> {
  const fields = LINE_FIELDS.map((field) => [field, valueOf(values, `lines.${place}.${field}`)]);
  return Object.fromEntries(fields) as Record<LineField, string>; // One entry for each field.
}

/** Who has a representative is an organisation, where both may apply. */
function kindOf({ applicants }: ProcedureContent, line: Readonly<Record<LineField, string>>): string {
  if (!applicants.includes('organisation')) return 'citizen';
  return !applicants.includes('citizen') || line.representative !== '' ? 'organisation' : 'citizen';
}

/** Everything of a reception but the applicant, as the schema parses it. */
export function readCommon(
  procedure: { readonly slug: string; readonly content: ProcedureContent },
  form: SubmittedForm,
): Readonly<Record<string, unknown>> {
  const { applicant: _applicant, ...common } = readReception(procedure, form);
  return common;
}

/** The values of a form whose sheet holds these lines; at least some lines stay free below them. */
export function withLines(values: FormValues, lines: readonly Partial<Line>[]): FormValues {
  const kept = Object.entries(values).filter(([name]) => !/^(?:lines\.|count$|pasted$)/.test(name));
  const fields = lines.flatMap((line, place) =>
    LINE_FIELDS.map((field) => [`lines.${place}.${field}`, [line[field] ?? '']] as const),
  );
  const count = Math.min(Math.max(FEWEST_LINES, lines.length), MOST_AT_COUNTER);
  return { ...Object.fromEntries(kept), ...Object.fromEntries(fields), count: [String(count)] };
}

/** The same with more free lines. */
export function withMoreLines(values: FormValues): FormValues {
  const count = Number(valueOf(values, 'count')) || FEWEST_LINES;
  return { ...values, count: [String(Math.min(count + FEWEST_LINES, MOST_AT_COUNTER))] };
}

/** Cells copied from a spreadsheet in the order of the sheet's columns; a row of headers is left out. */
export function pastedLines(content: ProcedureContent, text: string): readonly Partial<Line>[] {
  const columns = columnsOf(content);
  return text
    .split(/\r?\n/)
    .map((row) => row.split('\t').map((cell) => cell.normalize('NFC').trim()))
    .filter((cells) => cells.some((cell) => cell !== '') && fold(cells[0] ?? '') !== 'ho va ten')
    .map((cells) => Object.fromEntries(columns.map(({ name }, at) => [name, cells[at] ?? ''])));
}
