import type { Finding } from '../schema.ts';
import { type Rule, shorten } from './rule.ts';

/** Letters that no Vietnamese word has; a font or a converter put them there. */
const FOREIGN = /[ƢƣÐð\uFFFD]/u;
const REPAIRS: readonly (readonly [RegExp, string])[] = [
  [/ƣ/g, 'ư'],
  [/Ƣ/g, 'Ư'],
  [/Ð/g, 'Đ'],
  [/ð/g, 'đ'],
];

export const ENCODING: Rule = {
  code: 'encoding',
  name: 'Chữ hỏng mã',
  what: 'Tìm chữ lạ do chuyển mã hoặc phông chữ: ƣ thay cho ư, Ð của tiếng Iceland, ký tự thay thế.',
  why: 'Văn bản dùng bộ mã Unicode theo TCVN 6909:2001 (Nghị định 30/2020/NĐ-CP, Phụ lục I); chữ hỏng làm tìm kiếm không ra và in sai.',
  examples: [{ wrong: 'CẢI CÁCH HÀNH CHÍNH NHÀ NƢỚC', right: 'CẢI CÁCH HÀNH CHÍNH NHÀ NƯỚC' }],
  // The text that other rules read is repaired already, so the damage is looked for in the lines as they came.
  find: ({ lines }) =>
    lines.flatMap((line, index): Finding[] => {
      const damaged = line.match(/\S+/gu)?.filter((word) => FOREIGN.test(word)) ?? [];
      const [first] = damaged;
      if (first === undefined) return [];
      const words = damaged
        .map((word) => `“${word}”`)
        .slice(0, 5)
        .join(', ');
      const repaired = REPAIRS.reduce((so, [wrong, right]) => so.replaceAll(wrong, right), first);
      return [
        {
          rule: ENCODING.code,
          severity: 'warning',
          lines: [index + 1],
          quote: shorten(line.trim()),
          message: `Chữ hỏng mã: ${words}.`,
          suggestion: repaired === first ? 'Gõ lại những chữ này.' : `Gõ lại, ví dụ “${repaired}”.`,
        },
      ];
    }),
};
