import type { Finding } from '../schema.ts';
import { findingAt, type Rule } from './rule.ts';

export const RANGE_TURNED: Rule = {
  code: 'range-turned',
  name: 'Khoảng số ghi ngược',
  what: 'Tìm khoảng “từ … đến …” hoặc “6 - 5” có số đầu lớn hơn số cuối.',
  why: 'Khoảng số đi từ nhỏ đến lớn; ghi ngược thường là do gõ nhầm một trong hai số.',
  examples: [
    {
      wrong: 'Mỗi năm tổ chức từ 6 đến 5 đợt tuyên truyền.',
      right: 'Mỗi năm tổ chức từ 5 đến 6 đợt tuyên truyền.',
    },
  ],
  find: (reading) =>
    reading.figures.flatMap((figure): Finding[] => {
      const { rangeTo, value, written, unit } = figure;
      // "15 - 12" without anything counted may be a day or a score.
      if (rangeTo === null || value <= rangeTo || (unit === '' && !/đến|tới/.test(written.toLowerCase())))
        return [];
      return [
        findingAt(
          reading,
          {
            rule: RANGE_TURNED.code,
            severity: /đến|tới/i.test(written) ? 'error' : 'warning',
            message: `Khoảng “${written}” có số đầu lớn hơn số cuối.`,
            suggestion: 'Đổi lại thứ tự hoặc sửa số bị gõ nhầm.',
          },
          figure,
        ),
      ];
    }),
};
