import type { Finding } from '../schema.ts';
import { findingAt, type Rule } from './rule.ts';

export const NUMBER_YEAR: Rule = {
  code: 'number-year',
  name: 'Năm trong số khác năm của ngày',
  what: 'Tìm văn bản quy phạm có năm ghi trong số khác năm ban hành.',
  why: 'Số của văn bản quy phạm pháp luật mang năm ban hành, ví dụ 61/2018/NĐ-CP; hai năm phải là một.',
  examples: [
    { wrong: 'Nghị định 158/2007/NĐ-CP ngày 27/10/2017', right: 'Nghị định 158/2007/NĐ-CP ngày 27/10/2007' },
  ],
  find: (reading) =>
    reading.citations.flatMap((citation): Finding[] => {
      const { yearInNumber, date } = citation;
      if (yearInNumber === null || date?.year == null || date.year === yearInNumber) return [];
      return [
        findingAt(
          reading,
          {
            rule: NUMBER_YEAR.code,
            severity: 'error',
            message: `Số ghi năm ${yearInNumber} nhưng ngày ghi năm ${date.year}.`,
            suggestion: 'Xem văn bản gốc để biết năm nào đúng.',
          },
          citation,
        ),
      ];
    }),
};
