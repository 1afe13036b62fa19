import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { array, assert, asyncProperty, uint8Array } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFileStore, type FileStore } from './file-store.ts';

let folder: string;
let store: FileStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-files-'));
  store = await openFileStore(folder);
});

afterAll(() => rm(folder, { recursive: true }));

test('what is put comes back byte for byte under its SHA-256, whether bytes or a stream', async () => {
  await assert(
    asyncProperty(array(uint8Array({ maxLength: 2000 }), { maxLength: 5 }), async (chunks) => {
      const bytes = Buffer.concat(chunks);
      const hash = createHash('sha256').update(bytes).digest('hex');
      const expected = { hash, size: bytes.byteLength };
      expect(await store.put(Readable.from(chunks))).toEqual(expected);
      expect(await store.put(bytes)).toEqual(expected);
      expect(await buffer(await store.open(hash))).toEqual(bytes);
      expect(await store.size(hash)).toBe(bytes.byteLength);
    }),
    { numRuns: 40 },
  );
});

test('the same bytes put at once by many are kept once, and nothing temporary remains', async () => {
  const puts = await Promise.all(Array.from({ length: 20 }, () => store.put(Buffer.from('giấy chứng nhận'))));
  expect(new Set(puts.map((put) => put.hash)).size).toBe(1);
  expect(await readdir(join(folder, 'temporary'))).toEqual([]);
});

test('a file that is too large is refused and leaves nothing', async () => {
  const large = Readable.from([Buffer.alloc(600), Buffer.alloc(600)]);
  await expect(store.put(large, { maxBytes: 1000 })).rejects.toMatchObject({ kind: 'invalid' });
  expect(await readdir(join(folder, 'temporary'))).toEqual([]);
});

test('an upload that breaks off leaves nothing', async () => {
  const broken = new Readable({
    read() {
      this.destroy(new Error('connection reset'));
    },
  });
  await expect(store.put(broken)).rejects.toThrow('connection reset');
  expect(await readdir(join(folder, 'temporary'))).toEqual([]);
});

test('damage on the disk is noticed', async () => {
  const { hash } = await store.put(Buffer.from('biên bản gốc'));
  expect(await store.verify(hash)).toBe(true);
  const path = join(folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  await chmod(path, 0o600);
  await writeFile(path, 'biên bản sửa');
  expect(await store.verify(hash)).toBe(false);
});

test('a file that is not there is missing, and a name that is not a hash is a bug', async () => {
  const unknown = 'a'.repeat(64);
  expect(await store.has(unknown)).toBe(false);
  await expect(store.open(unknown)).rejects.toMatchObject({ kind: 'missing' });
  await expect(store.open('../../etc/passwd')).rejects.toThrow('hexadecimal');
});

test('what a crash left is swept at the next start, but not what another process is writing now', async () => {
  const temporary = join(folder, 'temporary');
  await writeFile(join(temporary, 'left'), 'nửa chừng');
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
  await utimes(join(temporary, 'left'), yesterday, yesterday);
  await writeFile(join(temporary, 'running'), 'đang ghi');
  await openFileStore(folder);
  expect(await readdir(temporary)).toEqual(['running']);
  await rm(join(temporary, 'running'));
});

test('a staged file is nothing until it is adopted, and then it is kept once', async () => {
  const staged = await store.stage(Buffer.from('bản quét chờ duyệt'));
  expect(await store.has(staged.hash)).toBe(false);
  expect(await store.adopt(staged)).toEqual({ hash: staged.hash, size: staged.size });
  expect(await store.adopt(staged)).toEqual({ hash: staged.hash, size: staged.size });
  await store.discard(staged);
  expect(await store.verify(staged.hash)).toBe(true);
  const refused = await store.stage(Buffer.from('bản quét bị từ chối'));
  await store.discard(refused);
  expect(await store.has(refused.hash)).toBe(false);
  expect(await readdir(join(folder, 'temporary'))).toEqual([]);
});

test('a part of a file is read without the rest', async () => {
  const { hash } = await store.put(Buffer.from('0123456789'));
  expect(String(await buffer(await store.open(hash, { start: 2, end: 4 })))).toBe('234');
});

test('what a process was writing when it was killed is swept at the next start, however young', async () => {
  const script = `
    import { openFileStore } from '${new URL('./file-store.ts', import.meta.url).href}';
    import { Readable } from 'node:stream';
    import { readdirSync } from 'node:fs';
    const store = await openFileStore(process.argv[1]);
    const endless = new Readable({ read() {} });
    endless.push('nửa chừng');
    globalThis.kept = [endless, store.stage(endless)];
    setInterval(() => readdirSync(process.argv[1] + '/temporary').length > 0 && console.log('writing'), 10);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  expect(await readdir(join(folder, 'temporary'))).toHaveLength(1);
  await openFileStore(folder);
  expect(await readdir(join(folder, 'temporary'))).toHaveLength(1);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await openFileStore(folder);
  expect(await readdir(join(folder, 'temporary'))).toEqual([]);
});
