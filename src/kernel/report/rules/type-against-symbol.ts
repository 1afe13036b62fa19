import { CITATION_TYPE_LABELS, isCitationType } from '#kernel/citations/types.ts';
import type { Finding } from '../schema.ts';
import { findingAt, type Rule } from './rule.ts';

export const TYPE_AGAINST_SYMBOL: Rule = {
  code: 'type-against-symbol',
  name: 'Tên loại không khớp ký hiệu',
  what: 'Tìm chỗ gọi một văn bản bằng tên loại này mà ký hiệu là của loại khác.',
  why: 'Ký hiệu mang chữ viết tắt tên loại (Nghị định 30/2020/NĐ-CP, Phụ lục III); gọi quyết định mà ký hiệu NĐ-CP thì một trong hai sai.',
  examples: [{ wrong: 'Quyết định số 20/2008/NĐ-CP', right: 'Nghị định số 20/2008/NĐ-CP' }],
  find: (reading) =>
    reading.citations.flatMap((citation): Finding[] => {
      const { typeByWords, typesBySymbol, symbol } = citation;
      if (typeByWords === null || typesBySymbol.length === 0 || typesBySymbol.includes(typeByWords))
        return [];
      const names = typesBySymbol
        .filter(isCitationType)
        .map((code) => CITATION_TYPE_LABELS[code].toLowerCase());
      const called = isCitationType(typeByWords)
        ? CITATION_TYPE_LABELS[typeByWords].toLowerCase()
        : typeByWords;
      return [
        findingAt(
          reading,
          {
            rule: TYPE_AGAINST_SYMBOL.code,
            severity: 'warning',
            message: `Gọi là ${called} nhưng ký hiệu ${symbol ?? ''} là của ${names[0] ?? 'loại khác'}.`,
            suggestion: 'Sửa tên loại hoặc ký hiệu theo văn bản gốc.',
          },
          citation,
        ),
      ];
    }),
};
