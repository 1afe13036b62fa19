import { isSameIssuer, issuerName } from '#kernel/citations/issuers.ts';
import { documentsOf } from '../citing/documents.ts';
import { findingAt, type Rule } from './rule.ts';

export const ISSUER_DIFFERS: Rule = {
  code: 'issuer-differs',
  name: 'Cơ quan ban hành không khớp ký hiệu',
  what: 'So cơ quan ghi sau văn bản với cơ quan trong ký hiệu, và các lần nhắc cùng một văn bản với nhau.',
  why: 'Ký hiệu có chữ viết tắt tên cơ quan ban hành (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I); hai bên khác nhau thì một bên sai.',
  examples: [
    {
      wrong: 'Nghị quyết số 30c/NQ-CP của Thủ tướng Chính phủ',
      right: 'Nghị quyết số 30c/NQ-CP của Chính phủ',
    },
  ],
  find: (reading) =>
    documentsOf(reading).documents.flatMap((mentions) =>
      mentions.flatMap((mention) => {
        const words = mention.issuerByWords;
        if (words === null) return [];
        const symbol = mention.issuerBySymbol;
        const other = mentions.find(
          ({ issuerByWords, passage, start }) =>
            issuerByWords !== null &&
            !isSameIssuer(issuerByWords, words) &&
            (passage < mention.passage || (passage === mention.passage && start < mention.start)),
        );
        const against =
          symbol !== null && !isSameIssuer(symbol, words) ? symbol : (other?.issuerByWords ?? null);
        if (against === null) return [];
        const said = {
          rule: ISSUER_DIFFERS.code,
          severity: 'warning',
          message: `Ghi là của ${issuerName(words)}, nhưng ${against === symbol ? 'ký hiệu' : 'chỗ khác'} cho biết là của ${issuerName(against)}.`,
          suggestion: 'Hãy đối chiếu với văn bản gốc, sửa tên cơ quan hoặc ký hiệu.',
        } as const;
        return [findingAt(reading, said, mention)];
      }),
    ),
};
