import { expect, test } from 'vitest';
import { maskContact, maskIdNumber, maskName, maskPhone } from './mask.ts';

test('an identity number keeps its region and its last two digits', () => {
  expect(maskIdNumber('079012345612')).toBe('0790******12');
  expect(maskIdNumber('215123456')).toBe('21*****56');
  expect(maskIdNumber('1234')).toBe('****');
});

test('a telephone number keeps its network and its last three digits', () => {
  expect(maskPhone('0905 123 123')).toBe('0905***123');
  expect(maskPhone('')).toBe('');
});

test('a mail address keeps its first letter and its domain, anything else is a telephone number', () => {
  expect(maskContact('nguyen.b@example.vn')).toBe('n***@example.vn');
  expect(maskContact('0905123123')).toBe('0905***123');
  expect(maskContact('')).toBe('');
});

test('a name keeps the given name, and a single word keeps nothing but its initial', () => {
  expect(maskName('Nguyễn Thị Hoa')).toBe('N*** T*** Hoa');
  expect(maskName('Đinh A')).toBe('Đ*** A');
  expect(maskName('Hoa')).toBe('H***');
  expect(maskName(' ')).toBe('');
});
