import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIndex } from './search-index.ts';
import { searchIndex } from './search.ts';

const NAMES = [
  'Đăng ký khai sinh',
  'Đăng ký khai tử',
  'Đăng ký lại khai sinh',
  'Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con',
  'Đăng ký kết hôn có yếu tố nước ngoài',
  'Cấp giấy xác nhận tình trạng hôn nhân',
  'Chứng thực bản sao từ bản chính',
  'Chứng thực hợp đồng chuyển nhượng quyền sử dụng đất',
  'Cấp giấy chứng nhận quyền sử dụng đất lần đầu',
  'Đăng ký thành lập hộ kinh doanh',
  'Hòa giải tranh chấp đất đai',
  'Cấp giấy phép xây dựng nhà ở riêng lẻ',
];
const synonyms = [
  ['sổ đỏ', 'bìa đỏ', 'giấy chứng nhận quyền sử dụng đất'],
  ['mở quán', 'hộ kinh doanh'],
];
const index = buildIndex(
  NAMES.map((name) => ({ id: name, fields: [{ text: name, weight: 1 }] })),
  { synonyms },
);
const find = (query: string, limit = 3): readonly string[] =>
  searchIndex(index, query, { limit }).map(({ id }) => id);

describe('what people type', () => {
  test.each([
    ['khai sinh', 'Đăng ký khai sinh'],
    ['dang ki khai sinh', 'Đăng ký khai sinh'],
    ['khai sinhf', 'Đăng ký khai sinh'],
    ['ddawng kys khai tuwr', 'Đăng ký khai tử'],
    ['chu1ng thu7c ba3n sao', 'Chứng thực bản sao từ bản chính'],
    ['trứng thực bản xao', 'Chứng thực bản sao từ bản chính'],
    ['hoà giải', 'Hòa giải tranh chấp đất đai'],
    ['kinhdoanh', 'Đăng ký thành lập hộ kinh doanh'],
    ['tôi muốn làm giấy phép xây nhà', 'Cấp giấy phép xây dựng nhà ở riêng lẻ'],
    ['so do', 'Cấp giấy chứng nhận quyền sử dụng đất lần đầu'],
    ['mở quán ăn cho con', 'Đăng ký thành lập hộ kinh doanh'],
  ])('"%s" finds %s', (query, name) => expect(find(query)[0]).toBe(name));

  test('results appear while the last word is still being typed', () => {
    expect(find('tranh ch')[0]).toBe('Hòa giải tranh chấp đất đai');
  });

  test('exact accents stand before other accents', () => {
    const people = buildIndex(
      ['Nguyễn Thị Hòa', 'Nguyễn Thị Hoa', 'Nguyễn Thị Hoá'].map((name) => ({
        id: name,
        fields: [{ text: name, weight: 1 }],
      })),
      { synonyms: [] },
    );
    const first = (query: string): string | undefined => searchIndex(people, query, { limit: 3 })[0]?.id;
    expect(first('nguyễn thị hoa')).toBe('Nguyễn Thị Hoa');
    expect(first('nguyễn thị hoà')).toBe('Nguyễn Thị Hòa');
    expect(first('nguyễn thị hóa')).toBe('Nguyễn Thị Hoá');
  });

  test('a heavy field counts more than a light one', () => {
    const two = buildIndex(
      [
        { id: 'light', fields: [{ text: 'đất', weight: 1 }] },
        { id: 'heavy', fields: [{ text: 'đất', weight: 2 }] },
      ],
      { synonyms: [] },
    );
    expect(searchIndex(two, 'đất', { limit: 2 }).map(({ id }) => id)).toEqual(['heavy', 'light']);
  });

  test('the words to mark are given folded, in the order of the entry', () => {
    expect(searchIndex(index, 'hôn nhân', { limit: 1 })[0]?.matched).toEqual(['nhan', 'hon']);
  });

  test.each(['', '   ', '???', 'zzzzzzz'])('"%s" finds nothing', (query) => expect(find(query)).toEqual([]));

  test('an index of nothing finds nothing', () => {
    expect(searchIndex(buildIndex([], { synonyms }), 'khai sinh', { limit: 3 })).toEqual([]);
  });
});

describe('whatever is indexed and typed', () => {
  const syllable = fc.constantFrom(
    ...'giấy phép đăng ký chứng thực hộ đất nhà kinh doanh xây dựng bản sao hòa giải quyền thửa lý quý thuỷ'.split(
      ' ',
    ),
  );
  const name = fc.array(syllable, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
  const names = fc.uniqueArray(name, { minLength: 1, maxLength: 30 });

  test("an entry's own name finds it first", () => {
    fc.assert(
      fc.property(names, fc.nat(), (list, pick) => {
        const entries = list.map((text) => ({ id: text, fields: [{ text, weight: 1 }] }));
        const wanted = list[pick % list.length] ?? '';
        expect(searchIndex(buildIndex(entries, { synonyms }), wanted, { limit: 1 })[0]?.id).toBe(wanted);
      }),
    );
  });

  test('one slip in one word of a name still finds it within the first three', () => {
    const slips = fc.record({
      name: fc.constantFrom(...NAMES),
      at: fc.nat(),
      kind: fc.nat(3),
      letter: fc.constantFrom(...'abcdeghiklmnopqrstuvxy0'.split('')),
    });
    fc.assert(
      fc.property(slips, (made) => {
        expect(find(slip(made.name, { ...made, at: made.at % made.name.length }))).toContain(made.name);
      }),
      { numRuns: 500 },
    );
  });

  test('no text breaks it, and the same question gets the same answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const entries = [text, ...NAMES].map((name, id) => ({ id, fields: [{ text: name, weight: 1 }] }));
        const odd = buildIndex(entries, { synonyms: [[text, 'khai sinh'], ...synonyms] });
        expect(searchIndex(odd, text, { limit: 5 })).toEqual(searchIndex(odd, text, { limit: 5 }));
        expect(searchIndex(odd, `${text} khai sinh`, { limit: 5 }).length).toBeLessThanOrEqual(5);
      }),
    );
  });

  /** A letter left out, doubled by another, replaced, or swapped with the next. */
  function slip(text: string, how: { at: number; kind: number; letter: string }): string {
    const [before, here, after] = [text.slice(0, how.at), text.charAt(how.at), text.slice(how.at + 1)];
    const ways = [
      after,
      how.letter + here + after,
      how.letter + after,
      after.charAt(0) + here + after.slice(1),
    ];
    return before + (ways[how.kind] ?? '');
  }
});
