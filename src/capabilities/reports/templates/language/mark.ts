import { formatNumber } from '#kernel/vietnamese/format.ts';
import type { Comparison, Node, SingleWord, Test } from './nodes.ts';
import { listOf, parseFigure, figureWords, type Read, shortened } from './reference.ts';
import { isOfChart, parseTable } from './table.ts';

/** One `[[…]]` read: something said, or where a condition begins, turns or ends. */
export type Mark =
  | { readonly kind: 'node'; readonly node: Node }
  | { readonly kind: 'if'; readonly test: Test }
  | { readonly kind: 'else' | 'end' };

export const WORDS: Readonly<Record<string, SingleWord>> = {
  kỳ: 'period',
  'kỳ so sánh': 'comparison',
  'đơn vị': 'unit',
  'ngày chốt': 'last-day',
};

/** Reads what stands between `[[` and `]]`; `line` is kept with what is read. */
export function parseMark(content: string, line: number): Read<Mark> {
  const whole = content.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (whole === '') return no('Trong “[[ ]]” chưa có gì. Hãy ghi mã chỉ tiêu hoặc từ khóa, hoặc xóa đi.');
  if (whole === 'hết') return { ok: true, value: { kind: 'end' } };
  if (whole === 'nếu không') return { ok: true, value: { kind: 'else' } };
  if (whole.startsWith('nếu ')) return parseCondition(whole.slice('nếu '.length));
  const word = WORDS[whole];
  if (word !== undefined) return node({ kind: 'word', word });
  const [, keyword = '', rest = ''] = /^(văn bản|chú thích|viết|bảng|biểu đồ) ?: ?(.*)$/u.exec(whole) ?? [];
  switch (keyword) {
    case '':
      return parseReference(content, line);
    case 'văn bản':
      return parseDocuments(rest, line);
    case 'chú thích':
      return rest === '' ? no('Hãy ghi lời chú thích sau “chú thích:”.') : node({ kind: 'note', text: rest });
    case 'viết':
      return rest === ''
        ? no('Hãy ghi sau “viết:” điều người viết cần nêu.')
        : node({ kind: 'writing', name: '', prompt: rest });
    default:
      return parseTableMark(content, line, keyword === 'bảng' ? 'table' : 'chart');
  }
}

function parseReference(content: string, line: number): Read<Mark> {
  const read = parseFigure(partsOf(content));
  if (!read.ok) return read;
  const { reference, form } = read.value;
  return node({ kind: 'figure', line, reference, form });
}

function parseDocuments(rest: string, line: number): Read<Mark> {
  const documents = listOf(rest);
  if (documents.length === 0) return no('Hãy ghi sau “văn bản:” số và ký hiệu, ví dụ QĐ 3898/QĐ-UBND.');
  return node({ kind: 'documents', line, documents });
}

function parseTableMark(content: string, line: number, kind: 'table' | 'chart'): Read<Mark> {
  const [first = '', ...others] = partsOf(content);
  const read = parseTable([first.replace(/^[^:]*:\s*/u, ''), ...others]);
  if (!read.ok) return read;
  if (kind === 'chart' && !isOfChart(read.value)) {
    return no('Biểu đồ chỉ có một cột: một kỳ, hoặc một mã chỉ tiêu.');
  }
  return node({ kind, line, table: read.value });
}

/** `có PA-NHAN`, or `PA-NHAN | năm 2015 > 0`. */
function parseCondition(written: string): Read<Mark> {
  const [, exists] = /^có (.+)$/u.exec(written) ?? [];
  const [, left, by, right] = /^(.+?) ?(>=|<=|<>|>|<|=) ?([\d.,]+)$/u.exec(written) ?? [];
  const read = parseFigure(partsOf(exists ?? left ?? ''));
  const isPlain = read.ok && read.value.form.kind === 'value';
  if (!isPlain) {
    return no(
      `Không hiểu điều kiện “${shortened(written)}”. Ví dụ: nếu PA-NHAN > 0; nếu có PA-NHAN; nếu PA-NHAN | kỳ trước = 0.`,
    );
  }
  const { reference } = read.value;
  if (exists !== undefined) return { ok: true, value: { kind: 'if', test: { reference, compare: null } } };
  const value = numberOf(right ?? '');
  if (value === null) return no(`“${shortened(right ?? '')}” không phải là số.`);
  // The pattern lets no other sign through.
  const compare = { by: by as Comparison, with: value };
  return { ok: true, value: { kind: 'if', test: { reference, compare } } };
}

/** `1.000,5` as people write it. */
function numberOf(written: string): number | null {
  return /^\d{1,3}(\.\d{3})*(,\d+)?$|^\d+(,\d+)?$/u.test(written)
    ? Number(written.replaceAll('.', '').replace(',', '.'))
    : null;
}

/** A condition as `parseMark` reads it. */
export function testWords({ reference, compare }: Test): string {
  const figure = figureWords(reference, { kind: 'value' });
  return compare === null ? `nếu có ${figure}` : `nếu ${figure} ${compare.by} ${formatNumber(compare.with)}`;
}

function partsOf(content: string): readonly string[] {
  return content
    .normalize('NFC')
    .split(/[|\n]/u)
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => part !== '');
}

function node(value: Node): Read<Mark> {
  return { ok: true, value: { kind: 'node', node: value } };
}

function no(message: string): Read<never> {
  return { ok: false, message };
}
