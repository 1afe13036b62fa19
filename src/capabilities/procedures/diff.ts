/** What changed between two contents of a procedure, as an editor and a leader read it before publishing. */
import { formatNumber } from '#kernel/vietnamese/format.ts';
import { LEVEL_LABELS, ONLINE_LEVEL_LABELS } from './labels.ts';
import type { Section } from './rules.ts';
import type { ProcedureContent } from './schema.ts';
import { applicantWords, feeWords, legalWords, limitWords, paperWords, stepWords } from './words.ts';

/** One thing that is new, gone, different or elsewhere. `before` and `after` are ready sentences. */
export type Difference = {
  readonly section: Section;
  readonly part: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly before: string | null;
  readonly after: string | null;
};

export const DIFFERENCE_LABELS = {
  added: 'Thêm',
  removed: 'Bỏ',
  changed: 'Sửa',
  moved: 'Đổi thứ tự',
} as const satisfies Record<Difference['kind'], string>;

/** Everything that differs, in the order of the sections. Empty when the contents say the same. */
export function differencesBetween(before: ProcedureContent, after: ProcedureContent): readonly Difference[] {
  return [
    ...FIELDS.flatMap((field) => fieldDifference(field, before, after)),
    ...listDifferences(before, after),
  ];
}

type FieldRule = {
  readonly section: Section;
  readonly part: string;
  readonly words: (content: ProcedureContent) => string;
};

const FIELDS: readonly FieldRule[] = [
  { section: 'general', part: 'Tên thủ tục', words: (c) => c.name },
  { section: 'general', part: 'Tên gọi tắt', words: (c) => c.shortName },
  { section: 'general', part: 'Lĩnh vực', words: (c) => c.domain },
  { section: 'general', part: 'Cấp giải quyết', words: (c) => LEVEL_LABELS[c.level] },
  { section: 'general', part: 'Đối tượng thực hiện', words: (c) => applicantWords(c.applicants) },
  { section: 'general', part: 'Mức độ trực tuyến', words: (c) => ONLINE_LEVEL_LABELS[c.onlineLevel] },
  { section: 'general', part: 'Bưu chính công ích', words: (c) => (c.postal ? 'Có nhận' : 'Không nhận') },
  { section: 'time', part: 'Thời hạn giải quyết', words: limitWords },
  { section: 'time', part: 'Ghi chú thời hạn', words: (c) => c.timeLimit.note },
  { section: 'results', part: 'Yêu cầu, điều kiện', words: (c) => c.conditions },
];

function fieldDifference(
  rule: FieldRule,
  before: ProcedureContent,
  after: ProcedureContent,
): readonly Difference[] {
  const [old, now] = [rule.words(before), rule.words(after)];
  if (old === now) return [];
  return [{ section: rule.section, part: rule.part, kind: 'changed', before: old, after: now }];
}

function listDifferences(before: ProcedureContent, after: ProcedureContent): readonly Difference[] {
  return LISTS.flatMap(({ section, part, lines }) =>
    compareLists(lines(before), lines(after)).map((change) => ({ section, part, ...change })),
  );
}

/** A line of a list: what makes it the same line in another version, and all it says. */
type Line = { readonly key: string; readonly words: string };

type ListRule = {
  readonly section: Section;
  readonly part: string;
  readonly lines: (content: ProcedureContent) => readonly Line[];
};

const byName =
  <Item extends { readonly name: string }>(words: (item: Item) => string) =>
  (item: Item): Line => ({ key: item.name, words: words(item) });

const asItself = (text: string): Line => ({ key: text, words: text });

const LISTS: readonly ListRule[] = [
  { section: 'general', part: 'Sự kiện đời sống', lines: (c) => c.lifeEvents.map(asItself) },
  { section: 'general', part: 'Cách gọi khác', lines: (c) => c.synonyms.map(asItself) },
  {
    section: 'time',
    part: 'Trường hợp kéo dài',
    lines: (c) =>
      c.extensions.map((e) => ({
        key: e.when,
        words: `${e.when}: thêm ${formatNumber(e.addWorkingDays)} ngày làm việc`,
      })),
  },
  { section: 'papers', part: 'Thành phần hồ sơ', lines: (c) => c.papers.map(byName(paperWords)) },
  { section: 'steps', part: 'Trình tự thực hiện', lines: (c) => c.steps.map(byName(stepWords)) },
  {
    section: 'fees',
    part: 'Phí, lệ phí',
    lines: (c) => c.fees.map(byName((f) => [`${f.name}: ${feeWords(f)}`, f.note].filter(Boolean).join('. '))),
  },
  { section: 'results', part: 'Kết quả', lines: (c) => c.results.map(byName((r) => r.name)) },
  { section: 'results', part: 'Mẫu đơn, tờ khai', lines: (c) => c.forms.map(byName((f) => f.name)) },
  {
    section: 'legal',
    part: 'Căn cứ pháp lý',
    lines: (c) => c.legalBasis.map((l) => ({ key: l.number, words: legalWords(l) })),
  },
  {
    section: 'eform',
    part: 'Biểu mẫu điện tử',
    lines: (c) =>
      c.eform.map((f) => ({
        key: f.name,
        words: [f.label, f.type, f.required ? 'bắt buộc' : '', f.hint, ...f.options]
          .filter(Boolean)
          .join(', '),
      })),
  },
];

type Change = Omit<Difference, 'section' | 'part'>;

/** Lines gone, new and different; and, when the same lines stand in another order, that they do. */
function compareLists(before: readonly Line[], after: readonly Line[]): readonly Change[] {
  const [old, now] = [keyed(before), keyed(after)];
  const removed = [...old].filter(([key]) => !now.has(key));
  const added = [...now].filter(([key]) => !old.has(key));
  const changed = [...now].filter(([key, words]) => old.has(key) && old.get(key) !== words);
  const changes: Change[] = [
    ...removed.map(([, words]) => ({ kind: 'removed' as const, before: words, after: null })),
    ...added.map(([, words]) => ({ kind: 'added' as const, before: null, after: words })),
    ...changed.map(([key, words]) => ({
      kind: 'changed' as const,
      before: old.get(key) ?? null,
      after: words,
    })),
  ];
  return [...changes, ...orderChange([...old.keys()], [...now.keys()])];
}

function orderChange(before: readonly string[], after: readonly string[]): readonly Change[] {
  const [old, now] = [
    before.filter((key) => after.includes(key)),
    after.filter((key) => before.includes(key)),
  ];
  if (old.every((key, index) => key === now[index])) return [];
  return [{ kind: 'moved', before: numbered(old), after: numbered(now) }];
}

function numbered(keys: readonly string[]): string {
  return keys.map((key, index) => `${index + 1}. ${key.replace(/ #\d+$/u, '')}`).join('; ');
}

/** Words by key; lines that share a key are told apart by their order among each other. */
function keyed(lines: readonly Line[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const line of lines) {
    let key = line.key;
    for (let again = 2; words.has(key); again++) key = `${line.key} #${again}`;
    words.set(key, line.words);
  }
  return words;
}
