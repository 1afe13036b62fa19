import { describe, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './argon2.ts';
import { oneTimePassword } from './one-time.ts';
import { passwordProblem } from './rules.ts';

describe('A stored password', () => {
  test('opens with the password it was made of and with no other', async () => {
    const stored = await hashPassword('cây cầu treo 7 nhịp');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(stored, 'cây cầu treo 7 nhịp')).toBe(true);
    expect(await verifyPassword(stored, 'cay cau treo 7 nhip')).toBe(false);
    expect(await verifyPassword(stored, 'cây cầu treo 7 nhịp ')).toBe(false);
  });

  test('is never stored twice the same', async () => {
    expect(await hashPassword('một mật khẩu')).not.toBe(await hashPassword('một mật khẩu'));
  });

  test('opens whether the keyboard composes its letters or not', async () => {
    const stored = await hashPassword('sông An Lão'.normalize('NFC'));
    expect(await verifyPassword(stored, 'sông An Lão'.normalize('NFD'))).toBe(true);
  });

  test('reads what the reference implementation of Argon2 writes', async () => {
    const foreign = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await verifyPassword(foreign, 'password')).toBe(true);
    expect(await verifyPassword(foreign, 'Password')).toBe(false);
  });

  test('that does not exist opens with nothing', async () => {
    expect(await verifyPassword(null, '')).toBe(false);
  });
});

describe('A new password', () => {
  const context = { known: ['mot-cua.an-hoa', 'Nguyễn Thị Bông', 'Ủy ban nhân dân xã An Hòa', 'An Hòa'] };

  test.each([
    'cây cầu treo 7 nhịp',
    'rẫy keo lá tràm',
    'Tr3o-len-dinh-nui',
    'ba con trâu qua suối',
    '7394 0182 5566 1020',
    'đêm qua mưa to quá',
  ])('may be any text that is hard to guess: %s', (password) => {
    expect(passwordProblem(password, context)).toBeNull();
  });

  test.each([
    ['ngắn quá', 'ít nhất 10 ký tự'],
    ['x'.repeat(201), 'dài nhất 200'],
    ['mot-cua.an-hoa', 'tên đăng nhập'],
    ['NguyenThiBong1985', 'họ tên'],
    ['motcuaanhoa@123', 'tên đăng nhập'],
    ['aaaaaaaaaaaa', 'dễ đoán'],
    ['1234567890', 'dễ đoán'],
    ['qwertyuiop', 'dễ đoán'],
    ['0905123456', 'dễ đoán'],
    ['052090001234', 'dễ đoán'],
    ['Matkhau@2020', 'nhiều người hay dùng'],
    ['qwerty123456', 'dễ đoán'],
    ['1q2w3e4r5t', 'dễ đoán'],
    ['54321qwerty', 'dễ đoán'],
    ['zaq12wsxcde3', 'dễ đoán'],
    ['gỗlim7gỗlim7', 'dễ đoán'],
    ['Bong@01011985', 'tên riêng'],
    ['sinh01011985', 'nhiều người hay dùng'],
    ['sdt0905123456', 'nhiều người hay dùng'],
    ['anhasdfgh2020', 'nhiều người hay dùng'],
    ['P@ssw0rd2020', 'nhiều người hay dùng'],
    ['anhyeuem123', 'nhiều người hay dùng'],
    ['BinhDinh@2020', 'nhiều người hay dùng'],
    ['Mật khẩu 2020', 'nhiều người hay dùng'],
    ['19752468013', 'dễ đoán'],
  ])('%s is refused', (password, reason) => {
    expect(passwordProblem(password, context)).toContain(reason);
  });
});

test('a one-time password satisfies the rules and is another each time', () => {
  const passwords = Array.from({ length: 200 }, oneTimePassword);
  expect(new Set(passwords).size).toBe(200);
  for (const password of passwords) {
    expect(password).toMatch(/^[a-z346789]{4}(-[a-z346789]{4}){3}$/);
    expect(passwordProblem(password, { known: [] })).toBeNull();
  }
});
