import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIndex } from './search-index.ts';
import { searchIndex } from './search.ts';

const NAMES = [
  'Đăng ký khai sinh',
  'Đăng ký khai tử',
  'Đăng ký kết hôn',
  'Đăng ký hộ kinh doanh',
  'Công nhận hộ nghèo',
  'Chứng thực bản sao từ bản chính',
  'Cấp giấy phép xây dựng',
  'Mở quán',
];
const index = buildIndex(
  NAMES.map((name) => ({ id: name, fields: [{ text: name, weight: 1 }] })),
  { synonyms: [['lý lịch', 'chứng thực bản sao']] },
);
const find = (query: string): readonly string[] =>
  searchIndex(index, query, { limit: 3 }).map(({ id }) => id);

describe('an answer must explain most of the question', () => {
  test.each([
    ['one common word of two', 'hộ chiếu'],
    ['common words around the one that matters', 'giấy phép lái xe'],
    ['words of several entries, of each too few', 'kết tử phép'],
    ['guesses that no neighbour bears out', 'máy bay'],
    ['what means the same, beside what does not', 'lý lịch tư pháp'],
    ['another word that only looks alike without accents', 'ho chieu'],
  ])('%s is not enough', (_, query) => expect(find(query)).toEqual([]));

  test.each([
    ['a misspelling is believed beside the right word', 'kha sinh', 'Đăng ký khai sinh'],
    ['words that only fill are free', 'tôi muốn làm khai sinh cho con thì cần gì', 'Đăng ký khai sinh'],
    ['a name said in full is enough whatever else is said', 'mở quán nhậu ở gần chợ', 'Mở quán'],
    ['the space may have slipped', 'xâ ydựng', 'Cấp giấy phép xây dựng'],
    ['a letter may stand for the space', 'khainsinh', 'Đăng ký khai sinh'],
    ['a digit may be a slip', 'kha1i sinh', 'Đăng ký khai sinh'],
  ])('%s', (_, query, name) => expect(find(query)[0]).toBe(name));

  test.each(['k', 'x', 'đ', '1'])('one letter, "%s", is not a question', (query) =>
    expect(find(query)).toEqual([]),
  );

  test('one letter that is a whole name is', () => {
    const letters = buildIndex([{ id: 'B', fields: [{ text: 'B', weight: 1 }] }], { synonyms: [] });
    expect(searchIndex(letters, 'b', { limit: 1 })[0]?.id).toBe('B');
  });

  test('unknown words never find more', () => {
    const known = fc.constantFrom(...NAMES.flatMap((name) => name.split(' ')));
    const unknown = fc.constantFrom('wqxz', 'bbbbbbbb', 'jjjjjjj', 'фффф');
    fc.assert(
      fc.property(fc.array(known, { minLength: 1, maxLength: 5 }), unknown, (words, stranger) => {
        const asked = `${words.join(' ')} `;
        const before = searchIndex(index, asked, { limit: NAMES.length }).map(({ id }) => id);
        const after = searchIndex(index, `${asked}${stranger} `, { limit: NAMES.length }).map(({ id }) => id);
        expect(before).toEqual(expect.arrayContaining([...after]));
      }),
    );
  });

  test('words that nothing knows find nothing, however many', () => {
    const stranger = fc.constantFrom('wqxz', 'bbbbbbbb', 'jjjjjjj', 'фффф', 'zzzz');
    fc.assert(
      fc.property(fc.array(stranger, { maxLength: 6 }), (words) => {
        expect(find(words.join(' '))).toEqual([]);
      }),
    );
  });
});
