import type { LocalDate } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import type { Finding } from '../schema.ts';
import { documentsOf } from '../citing/documents.ts';
import { findingAt, type Rule } from './rule.ts';

export const DATE_DIFFERS: Rule = {
  code: 'date-differs',
  name: 'Một văn bản, hai ngày khác nhau',
  what: 'Tìm văn bản được nhắc hai lần với cùng số, ký hiệu mà ngày ban hành khác nhau.',
  why: 'Một văn bản chỉ có một ngày ban hành; hay gặp nhất là ngày và tháng bị đảo.',
  examples: [
    {
      wrong: 'Chỉ thị số 26/CT-TTg ngày 09/5/2016 … Chỉ thị số 26/CT-TTg ngày 05/9/2016',
      right: 'Chỉ thị số 26/CT-TTg ngày 05/9/2016 ở cả hai chỗ',
    },
  ],
  find: (reading) =>
    documentsOf(reading).documents.flatMap((mentions): Finding[] => {
      const dated = mentions.flatMap((one) => (one.date?.date ? [{ one, date: one.date.date }] : []));
      const [first, ...others] = dated;
      const other = others.find(({ date }) => date !== first?.date && isLikelySame(first?.date ?? '', date));
      if (first === undefined || other === undefined) return [];
      const isTurned = turned(first.date) === other.date;
      return [
        findingAt(
          reading,
          {
            rule: DATE_DIFFERS.code,
            severity: isTurned || first.date.slice(0, 4) === other.date.slice(0, 4) ? 'error' : 'warning',
            message: `Cùng một số, ký hiệu nhưng chỗ ghi ngày ${formatDate(first.date)}, chỗ ghi ngày ${formatDate(other.date)}${isTurned ? '; ngày và tháng có thể bị đảo' : ''}.`,
            suggestion: 'Xem văn bản gốc rồi ghi cùng một ngày ở mọi chỗ.',
          },
          other.one,
          first.one,
        ),
      ];
    }),
};

/** Numbers begin anew each year: the same number two years apart is another document. */
function isLikelySame(one: LocalDate, other: LocalDate): boolean {
  return Math.abs(Number(one.slice(0, 4)) - Number(other.slice(0, 4))) === 0 || turned(one) === other;
}

function turned(date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}-${day}-${month}`;
}
