import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { array, assert, asyncProperty, integer, uint8Array } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSecrets } from '#platform/secrets/secrets.ts';
import { ringOf, withNewKey, withoutKey, type Keyring } from '#platform/secrets/keyring.ts';
import { openFileStore, type FileStore } from './file-store.ts';

let folder: string;
let store: FileStore;
const KEY = 'not-a-secret-key-of-tests';
let ring: Keyring = ringOf(KEY);
const keys = openSecrets(() => ring).fileKeys;
const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-files-'));
  store = await openFileStore(folder, keys);
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
  await chmod(pathOf(hash), 0o600);
  await writeFile(pathOf(hash), 'biên bản sửa');
  expect(await store.verify(hash)).toBe(false);
  await store.remove(hash);
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
  await openFileStore(folder, keys);
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
    import { openSecrets } from '${new URL('../secrets/secrets.ts', import.meta.url).href}';
    import { Readable } from 'node:stream';
    import { readdirSync } from 'node:fs';
    const store = await openFileStore(process.argv[1], openSecrets('${KEY}').fileKeys);
    const endless = new Readable({ read() {} });
    endless.push('nửa chừng');
    globalThis.kept = [endless, store.stage(endless)];
    setInterval(() => readdirSync(process.argv[1] + '/temporary').length > 0 && console.log('writing'), 10);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  expect(await readdir(join(folder, 'temporary'))).toHaveLength(1);
  await openFileStore(folder, keys);
  expect(await readdir(join(folder, 'temporary'))).toHaveLength(1);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await openFileStore(folder, keys);
  expect(await readdir(join(folder, 'temporary'))).toEqual([]);
});

describe('On disk', () => {
  const scan = Buffer.concat([Buffer.from('%PDF-1.7 '), randomBytes(300_000), Buffer.from('%%EOF')]);
  const onDisk = async (hash: string) => readFile(pathOf(hash));

  test('nothing of a file lies in clear, kept or staged, and the same bytes look different in another store', async () => {
    const staged = await store.stage(scan);
    for (const found of [await readFile(staged.path), await onDisk((await store.adopt(staged)).hash)])
      for (let at = 0; at + 64 <= scan.length; at += 64)
        expect(found.includes(scan.subarray(at, at + 64))).toBe(false);
    const before = await onDisk(staged.hash);
    await store.remove(staged.hash);
    expect(await store.has(staged.hash)).toBe(false);
    await store.put(scan);
    expect((await onDisk(staged.hash)).equals(before)).toBe(false);
  });

  test('a part is the same part, wherever it begins and ends', async () => {
    const { hash } = await store.put(scan);
    await assert(
      asyncProperty(
        integer({ min: 0, max: scan.length - 1 }),
        integer({ min: 0, max: 200_000 }),
        async (start, more) => {
          const end = Math.min(start + more, scan.length - 1);
          const read = await buffer(await store.open(hash, { start, end }));
          expect(read.equals(scan.subarray(start, end + 1))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each([0, 1, 65_535, 65_536, 65_537, 131_072])('a file of %i bytes is whole', async (length) => {
    const bytes = randomBytes(length);
    const { hash } = await store.put(bytes);
    expect(await store.size(hash)).toBe(length);
    expect((await buffer(await store.open(hash))).equals(bytes)).toBe(true);
    expect(await store.verify(hash)).toBe(true);
  });

  test('one bit changed, a frame cut off or swapped, and a file put in the place of another are noticed while reading', async () => {
    const { hash } = await store.put(scan);
    const { hash: other } = await store.put(randomBytes(300_014));
    const whole = await onDisk(hash);
    const frame = (order: number) => whole.subarray(48 + order * 65_552, 48 + (order + 1) * 65_552);
    const flipped = Buffer.from(whole);
    flipped.writeUInt8(flipped.readUInt8(200_000) ^ 1, 200_000);
    const hostile = [
      flipped,
      whole.subarray(0, 48 + 2 * 65_552),
      Buffer.concat([whole.subarray(0, 48), frame(1), frame(0), whole.subarray(48 + 2 * 65_552)]),
      await onDisk(other),
    ];
    for (const bytes of hostile) {
      await rm(pathOf(hash));
      await writeFile(pathOf(hash), bytes);
      expect(await store.verify(hash)).toBe(false);
      await expect(store.open(hash).then(buffer)).rejects.toThrow('đã bị hỏng hoặc bị thay đổi');
    }
    await store.remove(hash);
  });

  test('files of before, in clear, are read, and encrypted when asked; one that was changed stays as it is', async () => {
    const hash = createHash('sha256').update(scan).digest('hex');
    const before = async (bytes: Buffer) => {
      await mkdir(join(pathOf(hash), '..'), { recursive: true });
      await writeFile(pathOf(hash), bytes);
    };
    await before(scan);
    expect(await store.keyOf(hash)).toBeNull();
    expect((await buffer(await store.open(hash))).equals(scan)).toBe(true);
    expect(String(await buffer(await store.open(hash, { start: 0, end: 3 })))).toBe('%PDF');
    const reading = await store.open(hash);
    expect(await store.reseal(hash)).toBe(true);
    // Whoever was reading reads on.
    expect((await buffer(reading)).equals(scan)).toBe(true);
    expect(await store.keyOf(hash)).toBe(keys.currentId());
    expect((await onDisk(hash)).includes('%PDF')).toBe(false);
    expect(await store.reseal(hash)).toBe(false);
    expect((await buffer(await store.open(hash))).equals(scan)).toBe(true);
    await store.remove(hash);
    await before(Buffer.concat([scan, Buffer.from('x')]));
    await expect(store.reseal(hash)).rejects.toThrow('đã bị hỏng');
    await expect(store.open(hash).then(buffer)).rejects.toThrow('đã bị hỏng');
    expect(await store.keyOf(hash)).toBeNull();
    await store.remove(hash);
  });

  test('a new key takes new files, old ones are encrypted anew, and then the old key may go', async () => {
    const { hash } = await store.put(scan);
    const old = keys.currentId();
    ring = withNewKey(ring, new Date('2026-11-24T08:00:00Z'));
    expect(await store.keyOf((await store.put(Buffer.from('mới'))).hash)).toBe(keys.currentId());
    expect(await store.verify(hash)).toBe(true);
    for await (const kept of store.hashes()) await store.reseal(kept);
    ring = withoutKey(ring, old);
    for await (const kept of store.hashes()) expect(await store.verify(kept)).toBe(true);
  });

  test('a file whose key is not at hand is not called damaged, and says which key is missing', async () => {
    const { hash } = await store.put(scan);
    const elsewhere = await openFileStore(folder, openSecrets('another-key-of-tests-only').fileKeys);
    await expect(elsewhere.open(hash)).rejects.toThrow(`bằng khóa ${keys.currentId()}`);
    await expect(elsewhere.verify(hash)).rejects.toThrow('secrets/data-key');
    expect(await elsewhere.keyOf(hash)).toBe(keys.currentId());
  });

  test('bytes of another store are put back as they lay there, and nothing else under their name', async () => {
    const { hash } = await store.put(scan);
    const raw = await onDisk(hash);
    await store.remove(hash);
    await expect(store.putBack(hash, Readable.from([raw, Buffer.from('x')]))).rejects.toThrow('đã bị hỏng');
    expect(await store.has(hash)).toBe(false);
    await store.putBack(hash, Readable.from([raw]));
    expect((await onDisk(hash)).equals(raw)).toBe(true);
    expect(await readdir(join(folder, 'temporary'))).toEqual([]);
  });
});
