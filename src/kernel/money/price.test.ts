import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flatPrice, parseCounts, type Price, priceCounts, sumOf } from './price.ts';
import { reckoningWords } from './words.ts';

/** Circular 226/2016/TT-BTC: 2.000 a page, from the third 1.000, at most 200.000 a copy. */
const CERTIFIED_COPY: Price = {
  tiers: [
    { from: 1, amountVnd: 2000 },
    { from: 3, amountVnd: 1000 },
  ],
  maximumVnd: 200_000,
};

const price = (text: string, of = CERTIFIED_COPY) => priceCounts(of, parseCounts(text) ?? []);

describe('The price of certified copies', () => {
  test.each([
    ['1', 2000, '1 trang × 2.000đ'],
    ['2', 4000, '2 trang × 2.000đ'],
    ['5', 7000, '2 trang × 2.000đ + 3 trang × 1.000đ'],
    ['5x3', 21_000, '3 × (2 trang × 2.000đ + 3 trang × 1.000đ)'],
    ['2x4', 16_000, '4 × 2 trang × 2.000đ'],
    ['5x3+2', 25_000, '3 × (2 trang × 2.000đ + 3 trang × 1.000đ) + 2 trang × 2.000đ'],
    ['198', 200_000, '2 trang × 2.000đ + 196 trang × 1.000đ'],
    ['199', 200_000, 'mức cao nhất 200.000đ'],
    ['500x2', 400_000, '2 × mức cao nhất 200.000đ'],
  ])('%s pages cost %d', (text, amount, words) => {
    expect(sumOf(price(text))).toBe(amount);
    expect(reckoningWords(price(text), 'trang')).toBe(words);
  });

  test('is the same page by page, one after the other, and never above the maximum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 99 }), (units, sets) => {
        const pages = Array.from({ length: units }, (_, index) => (index < 2 ? 2000 : 1000));
        const one = Math.min(
          pages.reduce((sum, page) => sum + page, 0),
          200_000,
        );
        expect(sumOf(priceCounts(CERTIFIED_COPY, [{ units, sets }]))).toBe(one * sets);
      }),
    );
  });

  test('grows with every page and every copy', () => {
    const tiers = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(tiers, fc.integer({ min: 1, max: 50 }), (amounts, units) => {
        const of = {
          tiers: amounts.map((amountVnd, index) => ({ from: index * 3 + 1, amountVnd })),
          maximumVnd: null,
        };
        const [less, more] = [units, units + 1].map((pages) =>
          sumOf(priceCounts(of, [{ units: pages, sets: 1 }])),
        );
        expect(more).toBeGreaterThanOrEqual(less ?? 0);
      }),
    );
  });
});

test('A flat price is price by quantity', () => {
  expect(sumOf(price('3', flatPrice(8000)))).toBe(24_000);
});

test.each(['', '0', '5x0', '5x', 'x3', '1000', '-2', '2,5', '5+', 'năm'])('"%s" is no quantity', (text) => {
  expect(parseCounts(text)).toBeNull();
});

test.each(['5×3', '5 X 3', ' 5*3 '])('"%s" is three copies of five pages', (text) => {
  expect(parseCounts(text)).toEqual([{ units: 5, sets: 3 }]);
});
