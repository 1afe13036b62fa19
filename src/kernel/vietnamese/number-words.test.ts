import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { integerInWords, integerOfWords } from './number-words.ts';

describe('A number in words', () => {
  test.each([
    [0, 'không'],
    [5, 'năm'],
    [10, 'mười'],
    [12, 'mười hai'],
    [15, 'mười lăm'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [105, 'một trăm linh năm'],
    [1005, 'một nghìn không trăm linh năm'],
    [12_034, 'mười hai nghìn không trăm ba mươi tư'],
    [2_000_000_000, 'hai tỷ'],
  ])('%d is "%s"', (value, words) => {
    expect(integerInWords(value)).toBe(words);
    expect(integerOfWords(words)).toBe(value);
  });

  it('is read back as the number it was written of', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(2000), fc.nat(), fc.maxSafeNat()), (value) => {
        expect(integerOfWords(integerInWords(value))).toBe(value);
      }),
    );
  });

  test.each([
    ['Mười Hai', 12],
    ['hai trăm lẻ bẩy', 207],
    ['hai mươi bốn', 24],
    ['hai mươi nhăm', 25],
    ['ba ngàn hai trăm', 3200],
    ['một nghìn linh năm', 1005],
    ['một tỉ', 1_000_000_000],
  ])('may be spelt otherwise: "%s"', (words, value) => {
    expect(integerOfWords(words)).toBe(value);
  });

  test.each([
    '',
    'người',
    'mốt',
    'mười không',
    'hai mươi mười',
    'trăm',
    'một mươi',
    'hai ba',
    'tỷ',
    'hai trăm ba',
  ])('"%s" is none', (words) => {
    expect(integerOfWords(words)).toBeNull();
  });
});
