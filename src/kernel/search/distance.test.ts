import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { slipsBetween } from './distance.ts';

test('a letter missing, added, replaced or swapped is one slip each', () => {
  expect(slipsBetween('sin', 'sinh', 2)).toBe(1);
  expect(slipsBetween('sinhh', 'sinh', 2)).toBe(1);
  expect(slipsBetween('sanh', 'sinh', 2)).toBe(1);
  expect(slipsBetween('snih', 'sinh', 2)).toBe(1);
  expect(slipsBetween('chung', 'trung', 2)).toBe(2);
});

test('beyond the limit it only says so', () => {
  expect(slipsBetween('khai', 'doanh', 1)).toBe(2);
  expect(slipsBetween('a', 'abcdef', 2)).toBe(3);
});

test('it is the same both ways, and none only between equals', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
  fc.assert(
    fc.property(word, word, (first, second) => {
      expect(slipsBetween(first, second, 9)).toBe(slipsBetween(second, first, 9));
      expect(slipsBetween(first, second, 9) === 0).toBe(first === second);
    }),
  );
});
