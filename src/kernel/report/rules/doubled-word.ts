import type { Finding } from '../schema.ts';
import { findingAt, type Rule } from './rule.ts';

/** Words that Vietnamese doubles on purpose. */
const DOUBLED_ON_PURPOSE: ReadonlySet<string> = new Set(
  'luôn ngày đêm từ dần mãi thường đều hằng rất xa nhà người nơi chốn đâu ai mỗi lâu sớm nhanh chậm xanh vàng đỏ to nhỏ song đôi lần tầng lớp gần mau hay vừa mới ào rào ba tám chín bảy năm sáu mười hai bốn chuồn ngay chung riêng cào đời ban sở bộ xã tỉnh phòng cơ'.split(
    ' ',
  ),
);

export const DOUBLED_WORD: Rule = {
  code: 'doubled-word',
  name: 'Lặp từ',
  what: 'Tìm một từ gõ hai lần liền nhau: “của của”, “trong trong”.',
  why: 'Lặp từ là lỗi gõ; từ láy thật như “luôn luôn”, “dần dần” không tính.',
  examples: [{ wrong: 'đặc biệt là trong trong giai đoạn', right: 'đặc biệt là trong giai đoạn' }],
  find: (reading) =>
    reading.passages.flatMap(({ index, kind, text }): Finding[] =>
      kind === 'table-row' || kind === 'furniture'
        ? []
        : [...text.matchAll(/(?<![\p{L}\p{N}])(\p{Ll}\p{L}*) \1(?![\p{L}\p{N}])/gu)]
            .filter(([, word = '']) => !DOUBLED_ON_PURPOSE.has(word) && word.length > 1)
            .map((match) =>
              findingAt(
                reading,
                {
                  rule: DOUBLED_WORD.code,
                  severity: 'warning',
                  message: `Lặp từ “${match[1] ?? ''}”.`,
                  suggestion: 'Bỏ một từ.',
                },
                { passage: index, start: match.index, end: match.index + match[0].length },
              ),
            ),
    ),
};
