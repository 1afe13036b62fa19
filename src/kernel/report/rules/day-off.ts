import { formatLongDate } from '#kernel/vietnamese/format.ts';
import type { Finding } from '../schema.ts';
import { findingAt, type Rule } from './rule.ts';

export const DAY_OFF: Rule = {
  code: 'day-off',
  name: 'Văn bản ký vào ngày nghỉ',
  what: 'Tìm văn bản ghi ngày ban hành là ngày cơ quan không làm việc.',
  why: 'Có khi cơ quan làm việc ngày nghỉ, nhưng nhiều khi là gõ nhầm ngày hoặc tháng.',
  examples: [
    {
      wrong: 'Quyết định số 12/QĐ-UBND ngày 26/4/2020 (Chủ Nhật)',
      right: 'Quyết định số 12/QĐ-UBND ngày 24/4/2020',
    },
  ],
  find: (reading, { isDayOff }) =>
    reading.citations.flatMap((citation): Finding[] => {
      const date = citation.date?.date ?? null;
      if (date === null || citation.number === null || !isDayOff(date)) return [];
      return [
        findingAt(
          reading,
          {
            rule: DAY_OFF.code,
            severity: 'hint',
            message: `${formatLongDate(date)} là ngày nghỉ.`,
            suggestion: 'Xem lại ngày trên văn bản gốc.',
          },
          citation,
        ),
      ];
    }),
};
