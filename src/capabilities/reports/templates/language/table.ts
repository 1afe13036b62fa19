import { CODE, listOf, type Read, shortened } from './reference.ts';
import type { TableColumn, TableRows, TableSpecification } from './nodes.ts';
import { parseWhen, whenWords } from './when.ts';

const NAMED_ROWS: Readonly<Record<string, TableRows>> = {
  'đơn vị cấp dưới': { kind: 'units', which: 'below' },
  'các xã': { kind: 'units', which: 'communes' },
  'các phòng': { kind: 'units', which: 'departments' },
  'các năm': { kind: 'periods', every: 'year' },
  'các quý': { kind: 'periods', every: 'quarter' },
  'các tháng': { kind: 'periods', every: 'month' },
};

const NAMED_COLUMNS = { 'thay đổi': 'change', 'tăng giảm %': 'growth', 'cơ cấu': 'share' } as const;

type Given = Readonly<Record<'hàng' | 'cột' | 'kỳ', string | undefined>>;

/** What stands behind `bảng:` or `biểu đồ:`, split at its bars and lines: the caption first, then rows, columns and period. */
export function parseTable(parts: readonly string[]): Read<TableSpecification> {
  const [caption = '', ...options] = parts;
  if (caption === '') return { ok: false, message: 'Hãy ghi tên ngay sau “bảng:” hoặc “biểu đồ:”.' };
  const given = givenIn(options);
  if (typeof given === 'string') return { ok: false, message: given };
  const rows = parseRows(given['hàng'] ?? '');
  if (typeof rows === 'string') return { ok: false, message: rows };
  const columns = parseColumns(given['cột'] ?? '', rows);
  if (typeof columns === 'string') return { ok: false, message: columns };
  const when = given['kỳ'] === undefined ? ({ kind: 'own' } as const) : parseWhen(given['kỳ']);
  if (when === null) return { ok: false, message: `Không hiểu kỳ “${shortened(given['kỳ'] ?? '')}”.` };
  return { ok: true, value: { caption, rows, columns, when } };
}

function givenIn(options: readonly string[]): Given | string {
  const given: Record<string, string> = {};
  for (const option of options) {
    const [, name = '', value = ''] = /^(hàng|cột|kỳ):\s*([\s\S]*)$/u.exec(option) ?? [];
    if (name === '') {
      return `Không hiểu “${shortened(option)}”. Trong bảng ghi được hàng: …, cột: … và kỳ: ….`;
    }
    if (given[name] !== undefined)
      return `“${name}:” được ghi hai lần. Hãy gộp lại, cách nhau bằng dấu chấm phẩy.`;
    given[name] = value;
  }
  return { hàng: given['hàng'], cột: given['cột'], kỳ: given['kỳ'] };
}

function parseRows(written: string): TableRows | string {
  const list = listOf(written);
  const [first = ''] = list;
  if (first === '')
    return 'Bảng chưa có hàng. Hãy ghi hàng: các mã chỉ tiêu, hoặc các xã, các phòng, các năm.';
  const named = NAMED_ROWS[first];
  const key = /^theo ([a-z0-9-]{1,40})$/u.exec(first)?.[1];
  if (named !== undefined || key !== undefined) {
    if (list.length > 1) return `“${first}” phải đứng một mình ở hàng.`;
    return named ?? { kind: 'breakdown', key: key ?? '' };
  }
  const wrong = list.find((code) => !CODE.test(code));
  return wrong === undefined
    ? { kind: 'indicators', codes: list }
    : `“${shortened(wrong)}” ở hàng không phải là mã chỉ tiêu, cũng không phải là ${Object.keys(NAMED_ROWS).join(', ')}.`;
}

function parseColumns(written: string, rows: TableRows): readonly TableColumn[] | string {
  const list = listOf(written);
  if (list.length === 0) return 'Bảng chưa có cột. Hãy ghi cột: các kỳ hoặc các mã chỉ tiêu.';
  const columns = list.map((one) => parseColumn(one));
  const unread = list[columns.indexOf(null)];
  const read = columns.filter((column) => column !== null);
  if (read.length < columns.length) return `Không hiểu cột “${shortened(unread ?? '')}”.`;
  const needsCodes = rows.kind !== 'indicators';
  const wrong = read.findIndex((column) => (column.kind === 'code') !== needsCodes);
  if (wrong === -1) return read;
  return needsCodes
    ? `Cột “${shortened(list[wrong] ?? '')}” phải là mã chỉ tiêu, vì hàng không phải là chỉ tiêu.`
    : `Cột “${shortened(list[wrong] ?? '')}” không được là mã chỉ tiêu, vì mỗi hàng đã là một chỉ tiêu. Hãy ghi các kỳ, thay đổi, tăng giảm % hoặc cơ cấu.`;
}

function parseColumn(written: string): TableColumn | null {
  const named = Object.entries(NAMED_COLUMNS).find(([name]) => name === written)?.[1];
  if (named !== undefined) return { kind: named };
  if (CODE.test(written)) return { kind: 'code', code: written };
  const when = parseWhen(written);
  return when === null ? null : { kind: 'when', when };
}

/** As `parseTable` reads it: one line for each part. */
export function tableWords({ caption, rows, columns, when }: TableSpecification): string {
  return [
    caption,
    `  hàng: ${rowWords(rows)}`,
    `  cột: ${columns.map(columnWords).join('; ')}`,
    ...(when.kind === 'own' ? [] : [`  kỳ: ${whenWords(when)}`]),
  ].join('\n');
}

function rowWords(rows: TableRows): string {
  if (rows.kind === 'indicators') return rows.codes.join('; ');
  if (rows.kind === 'breakdown') return `theo ${rows.key}`;
  return Object.entries(NAMED_ROWS).find(([, named]) => sameRows(named, rows))?.[0] ?? '';
}

function sameRows(one: TableRows, other: TableRows): boolean {
  if (one.kind === 'units') return other.kind === 'units' && one.which === other.which;
  return one.kind === 'periods' && other.kind === 'periods' && one.every === other.every;
}

function columnWords(column: TableColumn): string {
  if (column.kind === 'code') return column.code;
  if (column.kind === 'when') return whenWords(column.when);
  return Object.entries(NAMED_COLUMNS).find(([, kind]) => kind === column.kind)?.[0] ?? '';
}

/** What a chart shows: the column it has, which must be the only one. */
export function isOfChart({ columns }: TableSpecification): boolean {
  const [column] = columns;
  return columns.length === 1 && (column?.kind === 'when' || column?.kind === 'code');
}
