import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLeakedPasswords } from './leaked-passwords.ts';

const PASSWORDS = Array.from({ length: 300 }, (_, at) => `mật khẩu lộ ${at}`);
const hashOf = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'motcua-leaked-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

async function listOf(lines: readonly string[], end = '\n'): Promise<string> {
  const file = path.join(folder, `${lines.length}-${end.length}-${lines[0]?.length ?? 0}.txt`);
  await writeFile(file, lines.map((line) => `${line}${end}`).join(''));
  return file;
}

describe('A list of leaked passwords', () => {
  const hashes = PASSWORDS.map(hashOf).toSorted();

  test.each([
    ['hashes with counts, lines of Windows', hashes.map((hash, at) => `${hash}:${at * 977}`), '\r\n'],
    ['bare hashes', hashes, '\n'],
    ['small letters', hashes.map((hash) => hash.toLowerCase()), '\n'],
    ['beginnings of hashes', hashes.map((hash) => hash.slice(0, 12)), '\n'],
    ['one line', [hashOf(PASSWORDS[0] ?? '')], '\n'],
  ])('of %s knows what is in it and nothing else', async (_what, lines, end) => {
    const leaked = await openLeakedPasswords(await listOf(lines, end));
    const listed = PASSWORDS.slice(0, lines.length);
    for (const password of listed) expect([password, await leaked.has(password)]).toEqual([password, true]);
    for (const password of PASSWORDS) expect(await leaked.has(`${password}!`)).toBe(false);
  });

  test('takes Vietnamese letters as one, however they were composed', async () => {
    const leaked = await openLeakedPasswords(await listOf(hashes));
    expect(await leaked.has((PASSWORDS[7] ?? '').normalize('NFD'))).toBe(true);
  });

  test('that is no list or not there is refused when the system starts', async () => {
    const text = path.join(folder, 'ghi-chu.txt');
    await writeFile(text, 'mật khẩu\n123456\n');
    await expect(openLeakedPasswords(text)).rejects.toMatchObject({ kind: 'invalid' });
    await expect(openLeakedPasswords(path.join(folder, 'khong-co'))).rejects.toThrow('Không đọc được');
  });

  test('that is not configured refuses nothing', async () => {
    expect(await (await openLeakedPasswords(undefined)).has('123456')).toBe(false);
  });
});
