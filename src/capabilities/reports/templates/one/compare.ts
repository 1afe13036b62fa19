/** What differs between two versions of a template. Pure. */
import { headingOf } from '../../assembly/write.ts';
import { LEVEL_LABELS, type Section, type TemplateVersion } from '../../schema.ts';
import { ownerWords } from '../owner.ts';
import { numbersOf } from '../numbering.ts';

export type SectionChange = {
  readonly heading: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
};

type Facts = Pick<TemplateVersion, 'legalBasis' | 'validFrom' | 'validUntil' | 'content'>;

const PARTS: readonly (readonly [what: string, of: (section: Section) => string])[] = [
  ['Tên mục', ({ title }) => title],
  ['Cấp', ({ level }) => LEVEL_LABELS[level]],
  ['Người viết', ({ owner }) => ownerWords(owner)],
  ['Hướng dẫn', ({ guidance }) => guidance],
  ['Nội dung', ({ body }) => body],
  ['Chỗ', ({ place }) => (place === 'annex' ? 'Phụ lục' : 'Trong báo cáo')],
  ['Đánh số', ({ isNumbered }) => (isNumbered ? 'Có' : 'Không')],
  ['Lấy từ cấp xã', ({ isCollected }) => (isCollected ? 'Có' : 'Không')],
];

/** Sections that were added, removed, moved or changed, in the order of the later version. */
export function changesBetween(before: Facts, after: Facts): readonly SectionChange[] {
  const old = new Map(before.content.sections.map((section) => [section.key, section]));
  const now = new Map(after.content.sections.map((section) => [section.key, section]));
  const named = namesOf(after.content.sections);
  const general = generalChanges(before, after);
  const changed = after.content.sections.flatMap((section) => {
    const heading = named.get(section.key) ?? '';
    const earlier = old.get(section.key);
    if (!earlier) return [{ heading, what: 'Thêm mục', before: '', after: section.body }];
    return PARTS.flatMap(([what, of]) =>
      of(earlier) === of(section) ? [] : [{ heading, what, before: of(earlier), after: of(section) }],
    );
  });
  const oldNames = namesOf(before.content.sections);
  const gone = before.content.sections
    .filter(({ key }) => !now.has(key))
    .map(({ key, body }) => ({ heading: oldNames.get(key) ?? '', what: 'Bỏ mục', before: body, after: '' }));
  return [...general, ...changed, ...gone, ...orderChange(before, after)];
}

function generalChanges(before: Facts, after: Facts): readonly SectionChange[] {
  const pairs = [
    ['Căn cứ pháp lý', before.legalBasis, after.legalBasis],
    ['Hiệu lực từ', before.validFrom ?? '', after.validFrom ?? ''],
    ['Hiệu lực đến', before.validUntil ?? '', after.validUntil ?? ''],
    ['Trích yếu', before.content.frame.title, after.content.frame.title],
    ['Nơi nhận', before.content.frame.recipients.join('; '), after.content.frame.recipients.join('; ')],
    ['Thẩm quyền ký', before.content.frame.authority.join('; '), after.content.frame.authority.join('; ')],
    ['Chức vụ người ký', before.content.frame.signerTitle, after.content.frame.signerTitle],
  ] as const;
  return pairs
    .filter(([, old, now]) => old !== now)
    .map(([what, old, now]) => ({ heading: 'Chung', what, before: old, after: now }));
}

/** Told once: which of many moved is a matter of taste. */
function orderChange(before: Facts, after: Facts): readonly SectionChange[] {
  const kept = (facts: Facts, other: Facts) => {
    const keys = new Set(other.content.sections.map(({ key }) => key));
    return facts.content.sections.filter(({ key }) => keys.has(key)).map(({ key }) => key);
  };
  const isSame = kept(before, after).join('|') === kept(after, before).join('|');
  return isSame ? [] : [{ heading: 'Chung', what: 'Thứ tự các mục', before: '', after: 'Đã đổi' }];
}

function namesOf(sections: readonly Section[]): ReadonlyMap<string, string> {
  const numbers = numbersOf(sections);
  return new Map(
    sections.map((section, index) => [
      section.key,
      headingOf(section, numbers[index] ?? '') || 'Đoạn không có tiêu đề',
    ]),
  );
}
