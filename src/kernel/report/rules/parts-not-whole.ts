import { formatNumber } from '#kernel/vietnamese/format.ts';
import { amountWords, spanOf } from '../figures/say.ts';
import { gapOf, roundingOf, sumOf, type Whole } from '../figures/whole.ts';
import type { Finding, Severity } from '../schema.ts';
import { findingAt, type Rule } from './rule.ts';

export const PARTS_NOT_WHOLE: Rule = {
  code: 'parts-not-whole',
  name: 'Các phần cộng lại không bằng tổng số',
  what: 'Cộng các phần nêu sau “trong đó”, “gồm”, trong ngoặc, trong danh sách hoặc trong bảng rồi so với tổng số. Một tổng số chia theo hai cách thì mỗi cách được cộng riêng.',
  why: 'Người đọc cộng lại được ngay; khi hai số không khớp thì ít nhất một số sai, và số liệu tổng hợp ở cấp trên sai theo.',
  examples: [
    {
      wrong: 'Đã tiếp nhận 120 hồ sơ, trong đó: trực tuyến 70 hồ sơ, trực tiếp 45 hồ sơ.',
      right: 'Đã tiếp nhận 120 hồ sơ, trong đó: trực tuyến 70 hồ sơ, trực tiếp 50 hồ sơ.',
    },
  ],
  find: (reading) => reading.wholes.flatMap((whole) => findingOf(reading, whole)),
};

function findingOf(reading: Parameters<Rule['find']>[0], whole: Whole): readonly Finding[] {
  const gap = gapOf(whole.whole, whole.parts);
  if (whole.claim === 'some' || gap === 0) return [];
  const severity = severityOf(whole, gap);
  const sum = sumOf(whole.parts);
  const terms = whole.parts.map(({ value }) => formatNumber(value)).join(' + ');
  return [
    findingAt(
      reading,
      {
        rule: PARTS_NOT_WHOLE.code,
        severity,
        message: `Tổng số nêu là ${amountWords(whole.whole)} nhưng các phần cộng lại được ${formatNumber(sum)} (${shortened(terms)}), ${gap > 0 ? 'thừa' : 'thiếu'} ${formatNumber(Math.abs(gap))}.`,
        suggestion: suggestionOf(severity, whole),
      },
      whole.kind === 'words' ? spanOf(whole.whole, whole.parts) : whole.whole,
      ...whole.parts,
    ),
  ];
}

/** Rounded numbers need not add up to the last digit; a "trong đó" that says much less may name only some. */
function severityOf({ whole, parts, claim }: Whole, gap: number): Severity {
  if (Math.abs(gap) <= roundingOf([whole, ...parts])) return 'hint';
  if (claim === 'all') return 'error';
  const share = sumOf(parts) / whole.value;
  return share > 0.75 && share < 1.34 ? 'error' : 'warning';
}

function suggestionOf(severity: Severity, { kind }: Whole): string {
  if (severity === 'hint') return 'Có thể do làm tròn; nếu vậy nên ghi rõ số đã được làm tròn.';
  if (kind === 'table') return 'Cộng lại dòng hoặc cột tổng, kiểm tra từng ô của bảng.';
  return severity === 'error'
    ? 'Kiểm tra lại tổng số và từng phần theo nguồn số liệu.'
    : 'Kiểm tra lại; nếu chỉ nêu một số phần thì nói rõ phần còn lại.';
}

function shortened(terms: string): string {
  return terms.length <= 120 ? terms : `${terms.slice(0, 110)} …`;
}
