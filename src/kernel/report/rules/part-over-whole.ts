import { amountWords, spanOf } from '../figures/say.ts';
import type { Finding } from '../schema.ts';
import { findingAt, type Rule } from './rule.ts';

export const PART_OVER_WHOLE: Rule = {
  code: 'part-over-whole',
  name: 'Một phần lớn hơn tổng số',
  what: 'So từng số nêu sau “trong đó có”, “trong số … có …” và các tỷ số dạng 15/13 với tổng số chứa nó.',
  why: 'Một phần không thể nhiều hơn toàn bộ; một trong hai số bị ghi sai, hoặc phần đó không thuộc tổng số này.',
  examples: [
    {
      wrong: 'Đã kiểm tra 24 đơn vị, trong đó có 31 đơn vị còn thiếu sót.',
      right: 'Đã kiểm tra 34 đơn vị, trong đó có 31 đơn vị còn thiếu sót.',
    },
  ],
  find: (reading) => [
    ...reading.wholes.flatMap(({ whole, parts, claim }): Finding[] => {
      const most = whole.bounds.from === null || whole.isExact ? whole.value : Number.POSITIVE_INFINITY;
      const over = claim === 'some' ? parts.find(({ value }) => value > most) : undefined;
      if (!over) return [];
      return [
        findingAt(
          reading,
          {
            rule: PART_OVER_WHOLE.code,
            severity: 'error',
            message: `Phần nêu là ${amountWords(over)}, lớn hơn tổng số ${amountWords(whole)}.`,
            suggestion: 'Kiểm tra lại hai số, hoặc viết rõ phần này không nằm trong tổng số đó.',
          },
          over.passage === whole.passage ? spanOf(whole, [over]) : whole,
          over,
        ),
      ];
    }),
    ...reading.figures.flatMap((figure): Finding[] => {
      const { outOf, value } = figure;
      if (outOf === null || value <= outOf || isOfPlan(reading.passages[figure.passage]?.text ?? '', figure))
        return [];
      return [
        findingAt(
          reading,
          {
            rule: PART_OVER_WHOLE.code,
            severity: 'error',
            message: `Tỷ số ${figure.written} có tử số lớn hơn mẫu số.`,
            suggestion: 'Kiểm tra lại hai số; nếu so với kế hoạch thì ghi rõ “so với kế hoạch”.',
          },
          figure,
        ),
      ];
    }),
  ],
};

/** More than was planned is no mistake. */
function isOfPlan(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return /kế hoạch|chỉ tiêu|dự toán|nghị quyết|vượt/i.test(text.slice(Math.max(0, start - 60), end + 80));
}
