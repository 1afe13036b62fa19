import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNames, compareText, legalLetters, nameKeys } from './collate.ts';

test('letters follow the Vietnamese alphabet', () => {
  expect(['đá', 'da', 'ăn', 'ân', 'an', 'ê', 'e', 'ơ', 'ô', 'o', 'ư', 'u'].sort(compareText)).toEqual([
    'an',
    'ăn',
    'ân',
    'da',
    'đá',
    'e',
    'ê',
    'o',
    'ô',
    'ơ',
    'u',
    'ư',
  ]);
});

test('tones break ties in the order ngang, huyền, hỏi, ngã, sắc, nặng', () => {
  expect(['mạ', 'má', 'mã', 'mả', 'mà', 'ma'].sort(compareText)).toEqual([
    'ma',
    'mà',
    'mả',
    'mã',
    'má',
    'mạ',
  ]);
});

test('village 2 stands before village 10', () => {
  expect(['Thôn 10', 'Thôn 2'].sort(compareText)).toEqual(['Thôn 2', 'Thôn 10']);
});

test('people are listed by given name, then family name, then middle name', () => {
  const names = ['Nguyễn Văn Bình', 'Trần Thị An', 'Đinh Văn An', 'Đinh Thị An', 'Phạm Ân', 'Đinh A'];
  expect(names.sort(compareNames)).toEqual([
    'Đinh A',
    'Đinh Thị An',
    'Đinh Văn An',
    'Trần Thị An',
    'Phạm Ân',
    'Nguyễn Văn Bình',
  ]);
});

test('a name is taken apart at its spaces', () => {
  expect(nameKeys(' Nguyễn  Thị Minh Hoa ')).toEqual({ family: 'Nguyễn', middle: 'Thị Minh', given: 'Hoa' });
  expect(nameKeys('Đinh A')).toEqual({ family: 'Đinh', middle: '', given: 'A' });
  expect(nameKeys('Hoa')).toEqual({ family: '', middle: '', given: 'Hoa' });
});

test('after point d comes point đ, and there is no point f', () => {
  expect(legalLetters.slice(0, 7).join(' ')).toBe('a b c d đ e g');
  expect(legalLetters).toHaveLength(23);
});

test('the order of names is total: only equal names tie', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (first, second) => {
      expect(compareNames(first, second) === 0).toBe(first === second);
      expect(Math.sign(compareNames(first, second))).toBe(0 - Math.sign(compareNames(second, first)));
    }),
  );
});
