import type { FigureForm, FigureReference, When } from './nodes.ts';
import { parseWhen, whenWords } from './when.ts';

/** Something read, or the sentence that says why not. */
export type Read<Result> =
  { readonly ok: true; readonly value: Result } | { readonly ok: false; readonly message: string };

export const CODE = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$/u;

const OWN: When = { kind: 'own' };

const SIMPLE_FORMS = {
  số: 'number',
  'bằng chữ': 'words',
  'tỷ lệ': 'share',
  'tỷ số': 'ratio',
  'cơ cấu': 'parts',
} as const;

type Draft = {
  readonly reference: FigureReference;
  readonly form: FigureForm;
  readonly whenWritten: boolean;
};

/** `BC-GIAO | năm 2015 | thay đổi so với …`, split at its bars: which figure is meant and how it is said. */
export function parseFigure(
  parts: readonly string[],
): Read<{ readonly reference: FigureReference; readonly form: FigureForm }> {
  const [code = '', ...options] = parts;
  if (!CODE.test(code)) {
    return {
      ok: false,
      message: `Không hiểu “${shortened(code)}”. Hãy ghi mã chỉ tiêu bằng chữ in hoa không dấu, ví dụ BC-GIAO, hoặc một từ khóa như kỳ, văn bản, nếu, bảng.`,
    };
  }
  let draft: Draft = {
    reference: { code, when: OWN, unitCode: null, filter: {} },
    form: { kind: 'value' },
    whenWritten: false,
  };
  for (const option of options) {
    const next = withOption(draft, option);
    if (typeof next === 'string') return { ok: false, message: next };
    draft = next;
  }
  return { ok: true, value: { reference: draft.reference, form: draft.form } };
}

/** The draft with one more option, or the sentence that says why it is none. */
function withOption(draft: Draft, option: string): Draft | string {
  const when = parseWhen(option);
  if (when !== null) {
    if (draft.whenWritten)
      return `Đã ghi một kỳ rồi, “${shortened(option)}” là kỳ thứ hai. Hãy bỏ bớt một kỳ.`;
    return { ...draft, reference: { ...draft.reference, when }, whenWritten: true };
  }
  const [, name = '', value = ''] = /^([^:]*)(?::\s*([\s\S]*))?$/u.exec(option) ?? [];
  if (name === 'tại') return withUnit(draft, value);
  if (name === 'lọc') return withFilter(draft, value);
  const form = parseForm(option);
  if (form === null) {
    return `Không hiểu “${shortened(option)}”. Sau mã chỉ tiêu ghi được: một kỳ (ví dụ năm 2015, kỳ trước), số, bằng chữ, tỷ lệ, tỷ số, cơ cấu, cơ cấu theo …, thay đổi so với …, tại: mã đơn vị, lọc: tên=giá trị.`;
  }
  if (typeof form === 'string') return form;
  if (draft.form.kind !== 'value') return `Đã ghi một cách nói rồi, hãy bỏ “${shortened(option)}”.`;
  return { ...draft, form };
}

function withUnit(draft: Draft, value: string): Draft | string {
  if (!/^[^\s;|]{1,60}$/u.test(value)) return 'Sau “tại:” hãy ghi mã của một đơn vị.';
  return { ...draft, reference: { ...draft.reference, unitCode: value } };
}

function withFilter(draft: Draft, value: string): Draft | string {
  const pairs = listOf(value).map((pair) => pair.split('=').map((side) => side.trim()));
  if (pairs.length === 0 || pairs.some(([key, kept, more]) => !key || !kept || more !== undefined)) {
    return 'Sau “lọc:” hãy ghi tên=giá trị, nhiều điều thì cách nhau bằng dấu chấm phẩy.';
  }
  return { ...draft, reference: { ...draft.reference, filter: Object.fromEntries(pairs) } };
}

/** Null: no form at all; a text: why it is none. */
function parseForm(option: string): FigureForm | string | null {
  const [, base] = /^thay đổi(?: so với (.+))?$/su.exec(option) ?? [];
  if (option === 'thay đổi') return { kind: 'change', from: { kind: 'comparison' } };
  if (base !== undefined) {
    const from = parseWhen(base);
    return from === null
      ? `Không hiểu kỳ “${shortened(base)}” sau “so với”. Ví dụ: so với năm 2015, so với kỳ trước.`
      : { kind: 'change', from };
  }
  const key = /^cơ cấu theo ([a-z0-9-]{1,40})$/u.exec(option)?.[1];
  if (key !== undefined) return { kind: 'parts', codes: [], key };
  if (option.startsWith('cơ cấu:')) return parseParts(option.slice('cơ cấu:'.length));
  const kind = Object.entries(SIMPLE_FORMS).find(([name]) => name === option)?.[1];
  if (kind === undefined) return null;
  return kind === 'parts' ? { kind, codes: [], key: null } : { kind };
}

function parseParts(written: string): FigureForm | string {
  const codes = listOf(written);
  const wrong = codes.find((code) => !CODE.test(code));
  if (codes.length === 0) return 'Sau “cơ cấu:” hãy ghi mã các chỉ tiêu thành phần.';
  if (wrong !== undefined) return `“${shortened(wrong)}” không phải là mã chỉ tiêu.`;
  return { kind: 'parts', codes, key: null };
}

/** As `parseFigure` reads it, without brackets. */
export function figureWords({ code, when, unitCode, filter }: FigureReference, form: FigureForm): string {
  const pairs = Object.entries(filter).map(([key, value]) => `${key}=${value}`);
  return [
    code,
    ...(when.kind === 'own' ? [] : [whenWords(when)]),
    ...(unitCode === null ? [] : [`tại: ${unitCode}`]),
    ...(pairs.length === 0 ? [] : [`lọc: ${pairs.join('; ')}`]),
    ...formWords(form),
  ].join(' | ');
}

function formWords(form: FigureForm): readonly string[] {
  switch (form.kind) {
    case 'value':
      return [];
    case 'change':
      return [`thay đổi so với ${whenWords(form.from)}`];
    case 'parts':
      if (form.key !== null) return [`cơ cấu theo ${form.key}`];
      return [form.codes.length === 0 ? 'cơ cấu' : `cơ cấu: ${form.codes.join('; ')}`];
    case 'number':
    case 'words':
    case 'share':
    case 'ratio':
      return Object.entries(SIMPLE_FORMS).flatMap(([name, kind]) => (kind === form.kind ? [name] : []));
  }
}

/** Written with semicolons between. */
export function listOf(written: string): readonly string[] {
  return written
    .split(';')
    .map((one) => one.replace(/\s+/gu, ' ').trim())
    .filter((one) => one !== '');
}

export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
