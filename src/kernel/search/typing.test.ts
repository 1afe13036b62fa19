import { expect, test } from 'vitest';
import { withoutKeys } from './typing.ts';

test.each([
  ['sinhf', 'sinh'],
  ['ddang', 'dang'],
  ['dangd', 'dang'],
  ['ddawng', 'dang'],
  ['thuwcj', 'thuc'],
  ['hoonj', 'hon'],
  ['honoj', 'hon'],
  ['wngs', 'ung'],
  ['chu1ng', 'chung'],
  ['d9a8ng', 'dang'],
  ['kha1i0', 'khai'],
])('the keys %s mean %s', (keys, word) => expect(withoutKeys(keys)).toBe(word));

test.each(['khai', 'xa', 'sinh', '2020', '1c22', 'trung', 'qwxz', 'strax'])('%s has no keys in it', (word) =>
  expect(withoutKeys(word)).toBeNull(),
);
