import { expect, test } from 'vitest';
import { maskIdNumber, maskName, maskPhone } from './mask.ts';

test('an identity number keeps its region and its last two digits', () => {
  expect(maskIdNumber('079012345612')).toBe('0790******12');
  expect(maskIdNumber('215123456')).toBe('21*****56');
  expect(maskIdNumber('1234')).toBe('****');
});

test('a telephone number keeps its network and its last three digits', () => {
  expect(maskPhone('0905 123 123')).toBe('0905***123');
  expect(maskPhone('')).toBe('');
});

test('a name keeps the given name, and a single word keeps nothing but its initial', () => {
  expect(maskName('Nguyễn Thị Hoa')).toBe('N*** T*** Hoa');
  expect(maskName('Đinh A')).toBe('Đ*** A');
  expect(maskName('Hoa')).toBe('H***');
  expect(maskName(' ')).toBe('');
});
