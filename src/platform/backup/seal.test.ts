import { mkdtemp, rm, writeFile, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BackupKey, openBackupKey, readBackupKey } from './key.ts';
import { sealing, unsealing } from './seal.ts';

let folder: string;
let key: BackupKey;
let other: BackupKey;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'motcua-key-'));
  key = (await openBackupKey(path.join(folder, 'key'))).key;
  other = (await openBackupKey(path.join(folder, 'other'))).key;
});
afterAll(async () => rm(folder, { recursive: true }));

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size));
}

const seal = async (bytes: Uint8Array, size = 50_000): Promise<Buffer> =>
  buffer(sealing(key, 'part')(inChunks(bytes, size)));
const unseal = async (bytes: Uint8Array, by = key, size = 70_001): Promise<Buffer> =>
  buffer(unsealing(by, 'part')(inChunks(bytes, size)));

const FRAME = 64 * 1024;
const lengths = fc.oneof(
  fc.constantFrom(0, 1, FRAME - 1, FRAME, FRAME + 1, 2 * FRAME, 3 * FRAME - 16),
  fc.integer({ min: 0, max: 200_000 }),
);

test('what was sealed comes back, however it is cut into chunks', async () => {
  const chunks = fc.integer({ min: 1000, max: 150_000 });
  await fc.assert(
    fc.asyncProperty(lengths, chunks, chunks, async (length, writing, reading) => {
      const bytes = Buffer.alloc(length, 'bản sao lưu');
      expect((await unseal(await seal(bytes, writing), key, reading)).equals(bytes)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('one changed byte anywhere is refused', async () => {
  await fc.assert(
    fc.asyncProperty(lengths, fc.nat(), fc.integer({ min: 1, max: 255 }), async (length, at, by) => {
      const sealed = await seal(Buffer.alloc(length, 7));
      const place = at % sealed.length;
      sealed.writeUInt8(sealed.readUInt8(place) ^ by, place);
      await expect(unseal(sealed)).rejects.toThrow(/đã bị hỏng|Khóa không đúng/);
    }),
    { numRuns: 60 },
  );
});

test('a cut end is refused, at the end of a frame too', async () => {
  const sealed = await seal(Buffer.alloc(3 * FRAME, 7));
  const header = 32;
  for (const end of [0, 10, header, header + FRAME + 16, header + 2 * (FRAME + 16), sealed.length - 1])
    await expect(unseal(sealed.subarray(0, end))).rejects.toThrow('đã bị hỏng');
  await expect(unseal(Buffer.concat([sealed, Buffer.alloc(1)]))).rejects.toThrow('đã bị hỏng');
});

test('frames in another order are refused', async () => {
  const sealed = await seal(Buffer.alloc(3 * FRAME, 7));
  const frame = (index: number) =>
    sealed.subarray(32 + index * (FRAME + 16), 32 + (index + 1) * (FRAME + 16));
  const swapped = Buffer.concat([sealed.subarray(0, 32), frame(1), frame(0), frame(2)]);
  await expect(unseal(swapped)).rejects.toThrow('đã bị hỏng');
});

test('a part in the place of another is refused', async () => {
  const sealed = await buffer(sealing(key, 'database/accounts')(inChunks(Buffer.from('x'), 1)));
  await expect(unseal(sealed)).rejects.toThrow('đã bị hỏng');
});

test('another key is told from damage', async () => {
  await expect(unseal(await seal(Buffer.from('x')), other)).rejects.toThrow('Khóa không đúng');
});

test('the same bytes are sealed differently each time', async () => {
  expect((await seal(Buffer.from('x'))).equals(await seal(Buffer.from('x')))).toBe(false);
});

test('a key is made once, and is not used when others can read it', async () => {
  const file = path.join(folder, 'key');
  expect((await openBackupKey(file)).made).toBe(false);
  expect((await readBackupKey(file)).mark.equals(key.mark)).toBe(true);
  await chmod(file, 0o644);
  await expect(readBackupKey(file)).rejects.toThrow('chmod 600');
  await writeFile(path.join(folder, 'short'), 'abc', { mode: 0o600 });
  await expect(readBackupKey(path.join(folder, 'short'))).rejects.toThrow('không phải khóa sao lưu');
  await expect(readBackupKey(path.join(folder, 'none'))).rejects.toThrow('Không đọc được tệp khóa');
});
