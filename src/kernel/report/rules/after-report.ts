import { formatDate } from '#kernel/vietnamese/format.ts';
import type { Finding } from '../schema.ts';
import { findingAt, type Rule } from './rule.ts';

/** Words before a day that is only planned. */
const AHEAD =
  /(?:dự kiến|phấn đấu|trước|đến hết|chậm nhất|hạn|kế hoạch đến|hiệu lực|áp dụng) (?:\S+ ){0,4}$/iu;

export const AFTER_REPORT: Rule = {
  code: 'after-report',
  name: 'Ngày sau ngày của báo cáo',
  what: 'Tìm ngày ban hành văn bản, ngày đã làm xảy ra sau ngày ký báo cáo.',
  why: 'Báo cáo không thể nói về văn bản hay việc đã làm của ngày chưa tới; thường là gõ nhầm năm hoặc tháng.',
  examples: [
    {
      wrong: 'Bình An, ngày 20 tháng 4 năm 2020. … Kế hoạch số 79/KH-UBND ngày 19/9/2020',
      right: 'Bình An, ngày 20 tháng 4 năm 2020. … Kế hoạch số 79/KH-UBND ngày 19/9/2019',
    },
  ],
  find: (reading) => {
    const own = reading.frame.date;
    if (own === null) return [];
    const cited = new Set(reading.citations.flatMap(({ date }) => (date === null ? [] : [placeOf(date)])));
    return reading.dates.flatMap((written): Finding[] => {
      const { date, passage, start } = written;
      if (date === null || date <= own) return [];
      const isCited = cited.has(placeOf(written));
      const before = reading.passages[passage]?.text.slice(Math.max(0, start - 60), start) ?? '';
      if (!isCited && AHEAD.test(before)) return [];
      return [
        findingAt(
          reading,
          {
            rule: AFTER_REPORT.code,
            severity: isCited ? 'error' : 'hint',
            message: `Ngày ${formatDate(date)} ở sau ngày của báo cáo (${formatDate(own)}).`,
            suggestion: 'Xem lại năm và tháng của ngày này, hoặc ngày của báo cáo.',
          },
          written,
        ),
      ];
    });
  },
};

function placeOf({ passage, start }: { readonly passage: number; readonly start: number }): string {
  return `${passage}:${start}`;
}
