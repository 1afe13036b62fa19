import type { NumberMark } from '../passages/marks.ts';
import type { Reading } from '../reading.ts';
import { findingAt, type Rule } from './rule.ts';

export const NUMBERING: Rule = {
  code: 'numbering',
  name: 'Đánh số mục không liên tục',
  what: 'Tìm đề mục bỏ cách hoặc lặp số: từ a) sang đ), từ 2. sang 4., từ II sang IV. Điểm được xếp theo a, b, c, d, đ, e, g, h, i, k, l, m …',
  why: 'Bố cục phải theo một trình tự nhất định (Nghị định 30/2020/NĐ-CP, Phụ lục I); nhảy số thường là mất một mục.',
  examples: [{ wrong: 'a) … b) … d) …', right: 'a) … b) … c) …' }],
  find: (reading) =>
    skipsOf(reading).map(({ mark, before }) => {
      const passage = reading.passages[mark.passage];
      const place = { passage: mark.passage, start: 0, end: passage?.text.length ?? mark.length };
      const said = {
        rule: NUMBERING.code,
        severity: 'warning',
        message:
          before === null
            ? `Mục đầu tiên lại mang số ${mark.written}.`
            : `Sau mục ${before.written} là mục ${mark.written}.`,
        suggestion: 'Hãy xem có thiếu mục nào không, rồi đánh số lại.',
      } as const;
      return findingAt(reading, said, place);
    }),
};

type Skip = { readonly mark: NumberMark; readonly before: NumberMark | null };

/** Under one heading each manner of numbering runs on by one; one begins a list anew. */
function skipsOf({ marks, passages }: Reading): readonly Skip[] {
  const last = new Map<string, NumberMark>();
  return marks.flatMap((mark): readonly Skip[] => {
    const ordinal = mark.ordinals.at(-1);
    const passage = passages[mark.passage];
    if (ordinal === undefined || !passage) return [];
    const key = `${passage.under.at(-1) ?? ''} ${mark.style} ${mark.ordinals.length}`;
    const before = last.get(key) ?? null;
    last.set(key, mark);
    if (ordinal === 1 || before === null || ordinal === (before.ordinals.at(-1) ?? 0) + 1) return [];
    return [{ mark, before }];
  });
}
