import { isOfPlan } from '../figures/shares.ts';
import type { Finding } from '../schema.ts';
import { findingAt, type Rule } from './rule.ts';

export const SHARE_OVER_HUNDRED: Rule = {
  code: 'share-over-hundred',
  name: 'Tỷ lệ của một phần vượt quá 100%',
  what: 'Tìm tỷ lệ lớn hơn 100% nói về một phần của tổng số. Tỷ lệ so với kế hoạch, dự toán hoặc kỳ trước được phép vượt 100%.',
  why: 'Một phần không thể nhiều hơn toàn bộ.',
  examples: [
    {
      wrong: 'Tỷ lệ hồ sơ giải quyết đúng hạn đạt 104,2%.',
      right: 'Tỷ lệ hồ sơ giải quyết đúng hạn đạt 94,2%.',
    },
  ],
  find: (reading) =>
    reading.figured.flatMap(({ figures, low, passage }): Finding[] =>
      figures.flatMap((figure) => {
        if (figure.role !== 'percent' || figure.value <= 100 || figure.direction !== 0) return [];
        if (passage.kind === 'table-row' || isOfPlan(low, figure)) return [];
        return [
          findingAt(
            reading,
            {
              rule: SHARE_OVER_HUNDRED.code,
              severity: isOfWhole(low, figure) ? 'error' : 'warning',
              message: `Tỷ lệ ${figure.written}% lớn hơn 100%.`,
              suggestion: 'Kiểm tra lại tỷ lệ; nếu là mức hoàn thành kế hoạch thì ghi rõ “so với kế hoạch”.',
            },
            figure,
          ),
        ];
      }),
    ),
};

/** Words that speak of a part of a whole, and not of growth or of a goal. */
function isOfWhole(low: string, { start }: { readonly start: number }): boolean {
  return /tỷ lệ|tỉ lệ|chiếm|trong đó/.test(low.slice(Math.max(0, start - 120), start));
}
