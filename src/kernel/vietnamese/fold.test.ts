import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { accentKey, fold, foldVariants, repairText } from './fold.ts';

test('accents, case, odd spaces and invisible characters do not matter to a search', () => {
  expect(fold('  Thủ tục\u00A0ĐĂNG   KÝ khai\u00AD sinh\u200B ')).toBe('thu tuc dang ky khai sinh');
  expect(fold('Đường Ðất')).toBe('duong dat');
});

test('the letter that PDF files put for ư is repaired, under a tone too', () => {
  expect(repairText('NGƢỜI DÂN, ngƣời, tƣ\u0300ng')).toBe('NGƯỜI DÂN, người, từng');
  expect(fold('ngƣời')).toBe('nguoi');
});

test('the two schools of placing a tone are equal, other tones are not', () => {
  expect(accentKey('An Hòa')).toBe(accentKey('an hoà'));
  expect(accentKey('thủy lợi')).toBe(accentKey('thuỷ  lợi'));
  expect(accentKey('hòa')).not.toBe(accentKey('hoa'));
  expect(accentKey('ma')).not.toBe(accentKey('mă'));
});

test('i and y are one sound after some consonants and two after vowels', () => {
  expect(foldVariants('ly')).toEqual(['ly', 'li']);
  expect(foldVariants('qui')).toEqual(['qui', 'quy']);
  expect(foldVariants('hay')).toEqual(['hay']);
  expect(foldVariants('thuy')).toEqual(['thuy']);
});

test('folding twice changes nothing, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test('texts that are equal with accents are equal without', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...'a á à ả ã ạ ă ắ â ấ đ d ê ế i o ó ô ơ ờ u ư ứ y h'.split(' '), ' '),
  });
  fc.assert(
    fc.property(letters, (text) => {
      expect(fold(accentKey(text))).toBe(fold(text));
    }),
  );
});
