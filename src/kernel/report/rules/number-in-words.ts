import { formatNumber } from '#kernel/vietnamese/format.ts';
import { integerInWords, integerOfWords, NUMBER_WORDS } from '#kernel/vietnamese/number-words.ts';
import type { Finding } from '../schema.ts';
import { findingAt, type Rule } from './rule.ts';

export const NUMBER_IN_WORDS: Rule = {
  code: 'number-in-words',
  name: 'Số viết bằng chữ khác số viết bằng chữ số',
  what: 'Đọc số bằng chữ đứng trong ngoặc cạnh số bằng chữ số, như “12 (mười hai)” hoặc “mười hai (12)”, rồi so hai số.',
  why: 'Viết hai lần là để chắc chắn; khi hai cách viết khác nhau thì không biết số nào đúng.',
  examples: [{ wrong: 'Thời hạn 15 (mười hai) ngày.', right: 'Thời hạn 15 (mười lăm) ngày.' }],
  find: (reading) =>
    reading.figured.flatMap(({ figures, low }): Finding[] =>
      figures.flatMap((figure) => {
        const words = wordsBehind(low, figure.end) ?? wordsBefore(low, figure);
        const said = words === null ? null : integerOfWords(words);
        const number = Number(figure.written.replaceAll('.', ''));
        if (words === null || said === null || !Number.isInteger(number) || said === number) return [];
        return [
          findingAt(
            reading,
            {
              rule: NUMBER_IN_WORDS.code,
              severity: 'error',
              message: `Số ${figure.written} nhưng chữ ghi “${words}” (${formatNumber(said)}).`,
              suggestion: `Sửa chữ thành “${integerInWords(number)}” hoặc sửa số thành ${formatNumber(said)}.`,
            },
            { passage: figure.passage, start: figure.start, end: figure.end + words.length + 3 },
          ),
        ];
      }),
    ),
};

const LONGEST = 120;

/** `12 (mười hai)`; the words may go on with what is counted: `12 (mười hai) hồ sơ`, `(mười hai hồ sơ)`. */
function wordsBehind(low: string, end: number): string | null {
  const inside = /^ ?\(([^()]*)\)/.exec(low.slice(end, end + LONGEST))?.[1];
  return inside === undefined ? null : numberWords(inside.replace(/^bằng chữ:? /, '').split(' '));
}

/** `mười hai (12)`. */
function wordsBefore(
  low: string,
  { start, end }: { readonly start: number; readonly end: number },
): string | null {
  if (low[start - 1] !== '(' || low[end] !== ')') return null;
  const before = low
    .slice(Math.max(0, start - LONGEST), start - 1)
    .trim()
    .split(/ /);
  const from = before.findLastIndex((word) => !NUMBER_WORDS.has(word)) + 1;
  return numberWords(before.slice(from));
}

/** The number words at the head, when they are all or only what is counted follows. */
function numberWords(words: readonly string[]): string | null {
  const end = words.findIndex((word) => !NUMBER_WORDS.has(word));
  const head = words.slice(0, end === -1 ? words.length : end).join(' ');
  return head === '' || (end !== -1 && words.length - end > 3) ? null : head;
}
