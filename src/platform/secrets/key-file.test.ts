import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeKeyFile, openKeyFile, readKeyFile } from './key-file.ts';
import { currentKey, withNewKey, withoutKey } from './keyring.ts';
import { keyIdOf } from './secrets.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

const MOMENT = new Date('2026-11-24T08:00:00Z');
const path = (): string => join(folder, 'data-key');

test('the first start makes the key, which no other account can read; the next one finds it', async () => {
  const first = openKeyFile(folder);
  expect(first.made).toBe(true);
  expect((await stat(path())).mode & 0o777).toBe(0o600);
  const sealed = first.secrets.seal('totp', 'bí mật');
  const again = openKeyFile(folder);
  expect(again.made).toBe(false);
  expect(again.secrets.unseal('totp', sealed)).toBe('bí mật');
});

test('a new key seals, the old one still opens, and whoever was running takes the new one up by itself', async () => {
  const { secrets } = openKeyFile(folder, 0);
  const [sealed, index] = [secrets.seal('totp', 'bí mật'), secrets.blindIndex('id-number', '052090000777')];
  const ring = await changeKeyFile(folder, (before) => withNewKey(before, MOMENT));
  const { secrets: later } = openKeyFile(folder);
  expect(keyIdOf(later.seal('totp', 'x'))).toBe(currentKey(ring).id);
  expect(later.unseal('totp', sealed)).toBe('bí mật');
  expect(later.blindIndex('id-number', '052090000777')).toEqual(index);
  expect(keyIdOf(secrets.seal('totp', 'x'))).toBe(currentKey(ring).id);
  expect(secrets.unseal('totp', later.seal('totp', 'mới'))).toBe('mới');
});

test('a key that was taken out opens nothing any more, and the index is the same without it', async () => {
  const { secrets } = openKeyFile(folder);
  const [sealed, index] = [secrets.seal('totp', 'bí mật'), secrets.blindIndex('id-number', '1')];
  const old = keyIdOf(sealed) ?? '';
  await changeKeyFile(folder, (before) => withNewKey(before, MOMENT));
  const ring = await changeKeyFile(folder, (before) => withoutKey(before, old));
  expect(await readKeyFile(path())).toEqual(ring);
  const { secrets: later } = openKeyFile(folder);
  expect(() => later.unseal('totp', sealed)).toThrow(`mã hóa bằng khóa ${old}`);
  expect(later.blindIndex('id-number', '1')).toEqual(index);
  expect(() => withoutKey(ring, currentKey(ring).id)).toThrow('đang dùng để mã hóa');
  expect(() => withoutKey(withNewKey(ring, MOMENT), 'khong-co')).toThrow('Không có khóa khong-co');
});

test('a file that other accounts can read is refused, with what to do', async () => {
  openKeyFile(folder);
  await chmod(path(), 0o640);
  expect(() => openKeyFile(folder)).toThrow('chmod 600');
});

test('changing keys leaves no other file, and a damaged file is told', async () => {
  openKeyFile(folder);
  await changeKeyFile(folder, (before) => withNewKey(before, MOMENT));
  expect(await readdir(folder)).toEqual(['data-key']);
  const text = await readFile(path(), 'utf8');
  await writeFile(path(), text.slice(0, -40));
  expect(() => openKeyFile(folder)).toThrow('Tệp khóa secrets/data-key bị hỏng');
  expect(await readKeyFile(join(folder, 'none'))).toBeNull();
});
