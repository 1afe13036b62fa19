import { formatNumber } from '#kernel/citations/citation.ts';
import { documentsOf } from '../citing/documents.ts';
import { findingAt, type Rule } from './rule.ts';

export const DATE_MISSING: Rule = {
  code: 'date-missing',
  name: 'Thiếu ngày ban hành của văn bản',
  what: 'Tìm văn bản được viện dẫn mà không lần nào ghi ngày ban hành, trong khi số của văn bản cũng không có năm.',
  why: 'Khi viện dẫn lần đầu phải ghi cả thời gian ban hành (Nghị định 30/2020/NĐ-CP, Phụ lục I); số văn bản bắt đầu lại mỗi năm nên thiếu ngày thì không biết là văn bản nào.',
  examples: [
    {
      wrong: 'Kế hoạch số 15/KH-UBND của UBND huyện',
      right: 'Kế hoạch số 15/KH-UBND ngày 20/3/2020 của UBND huyện',
    },
  ],
  find: (reading) =>
    documentsOf(reading).documents.flatMap((mentions) => {
      const [first] = mentions;
      if (!first || mentions.some(({ date, yearInNumber }) => date !== null || yearInNumber !== null))
        return [];
      const said = {
        rule: DATE_MISSING.code,
        severity: 'warning',
        message: `Văn bản số ${formatNumber(first)} không ghi ngày ban hành.`,
        suggestion: 'Hãy ghi ngày, tháng, năm ban hành ở lần viện dẫn đầu tiên.',
      } as const;
      return [findingAt(reading, said, first)];
    }),
};
