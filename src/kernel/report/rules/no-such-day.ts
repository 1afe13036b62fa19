import type { Finding } from '../schema.ts';
import { findingAt, type Rule } from './rule.ts';

export const NO_SUCH_DAY: Rule = {
  code: 'no-such-day',
  name: 'Ngày không có thật',
  what: 'Tìm ngày ghi đủ ngày, tháng, năm mà lịch không có: 31/4, 30/2, tháng 13.',
  why: 'Ngày như vậy chắc chắn gõ nhầm một chữ số.',
  examples: [{ wrong: 'ngày 31/4/2019', right: 'ngày 30/4/2019' }],
  find: (reading) =>
    reading.dates.flatMap((written): Finding[] => {
      const { day, month, year, date } = written;
      if (day === null || month === null || year === null || date !== null) return [];
      return [
        findingAt(
          reading,
          {
            rule: NO_SUCH_DAY.code,
            severity: 'error',
            message: `Lịch không có ngày ${day}/${month}/${year}.`,
            suggestion: 'Đối chiếu với văn bản gốc rồi sửa lại ngày.',
          },
          written,
        ),
      ];
    }),
};
