import { formatNumber } from '#kernel/vietnamese/format.ts';
import { type Change, follows } from '../figures/changes.ts';
import { amountWords } from '../figures/say.ts';
import { findingAt, type Rule } from './rule.ts';

export const CHANGE_NOT_FOLLOWING: Rule = {
  code: 'change-not-following',
  name: 'Mức tăng, giảm không khớp với hai số đầu và cuối',
  what: 'Tính lại mức “tăng/giảm … so với …” (số lượng hoặc phần trăm) từ số của kỳ này và số của kỳ so sánh nêu trong báo cáo.',
  why: 'Mức tăng, giảm là hiệu của hai số; khi không khớp thì một trong ba số sai, hoặc tăng bị ghi thành giảm.',
  examples: [
    {
      wrong: 'Năm 2023 tiếp nhận 150 đơn, tăng 40 đơn so với năm 2022 (120 đơn).',
      right: 'Năm 2023 tiếp nhận 150 đơn, tăng 30 đơn so với năm 2022 (120 đơn).',
    },
  ],
  find: (reading) =>
    reading.changes
      .filter((change) => !follows(change))
      .map((change) =>
        findingAt(
          reading,
          {
            rule: CHANGE_NOT_FOLLOWING.code,
            severity: 'error',
            message: messageOf(change),
            suggestion: 'Kiểm tra lại số của kỳ này, số của kỳ so sánh và mức tăng, giảm.',
          },
          change.by,
          change.to,
          change.from,
        ),
      ),
};

function messageOf({ by, from, to }: Change): string {
  const said = `${by.direction > 0 ? 'tăng' : 'giảm'} ${amountWords(by)}`;
  const difference = Number((to.value - from.value).toPrecision(12));
  const verb = difference > 0 ? 'tăng' : 'giảm';
  const share =
    by.role === 'percent' ? ` (${formatNumber(Math.abs(difference / from.value) * 100, 1)}%)` : '';
  const real = difference === 0 ? 'không thay đổi' : `${verb} ${formatNumber(Math.abs(difference))}${share}`;
  return `Báo cáo ghi ${said}, nhưng từ ${amountWords(from)} đến ${amountWords(to)} là ${real}.`;
}
