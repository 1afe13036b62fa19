import { formatNumber } from '#kernel/vietnamese/format.ts';
import { amountWords } from '../figures/say.ts';
import type { Finding } from '../schema.ts';
import { findingAt, type Rule } from './rule.ts';

export const USED_AND_UNUSED: Rule = {
  code: 'used-and-unused',
  name: 'Đã sử dụng cộng chưa sử dụng không bằng số được giao',
  what: 'Cộng số có mặt (đã sử dụng, đã giải ngân) với số chưa sử dụng (còn lại, còn thiếu) rồi so với số được giao của cùng loại.',
  why: 'Số được giao chỉ có thể đã dùng hoặc chưa dùng; khi tổng hai phần khác số được giao thì một trong ba số sai.',
  examples: [
    {
      wrong: 'Được giao 120 biên chế, có mặt 110 người, chưa sử dụng 15 biên chế.',
      right: 'Được giao 120 biên chế, có mặt 110 người, chưa sử dụng 10 biên chế.',
    },
  ],
  find: (reading) =>
    reading.quotas.flatMap(({ given, used, unused }): Finding[] => {
      if (used === null || unused === null) return [];
      const sum = Number((used.value + unused.value).toPrecision(14));
      const grain = Math.max(given.grain, used.grain, unused.grain);
      if (Math.abs(sum - given.value) <= (grain === 1 ? 0 : grain * 1.5)) return [];
      return [
        findingAt(
          reading,
          {
            rule: USED_AND_UNUSED.code,
            severity: 'error',
            message: `Đã sử dụng ${formatNumber(used.value)} và chưa sử dụng ${formatNumber(unused.value)} là ${formatNumber(sum)}, không bằng số được giao ${amountWords(given)}.`,
            suggestion: 'Kiểm tra lại ba số theo cùng một thời điểm.',
          },
          unused,
          used,
          given,
        ),
      ];
    }),
};
