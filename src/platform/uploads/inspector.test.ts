import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LockedFile } from '#platform/storage/reading.ts';
import { createInspector } from './inspector.ts';
import { PDF, PNG } from './specimens.fixture.ts';

let folder: string;
/** A file that lies there in clear. */
const at = (name: string): LockedFile => {
  const path = join(folder, name);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return { path, size, hash: '', keyId: null, key: null };
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-looks-'));
  await writeFile(join(folder, 'pdf'), PDF);
  await writeFile(join(folder, 'png'), PNG);
});
afterAll(() => rm(folder, { recursive: true }));

test('many looks share a few threads, and each gets its own answer', async () => {
  const { inspect } = createInspector({ threads: 2, time: 20_000 });
  const names = Array.from({ length: 20 }, (_, order) => (order % 3 === 0 ? 'png' : 'pdf'));
  const verdicts = await Promise.all(names.map(async (name) => inspect(at(name))));
  expect(verdicts.map(({ mediaType }) => mediaType?.split('/')[1])).toEqual(names);
});

test('a look that takes too long is broken off, and the next file gets a fresh thread', async () => {
  // Whoever opens a pipe that nobody writes to waits for good.
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const { inspect } = createInspector({ threads: 1, time: 1000 });
  const [stuck, next] = await Promise.all([inspect(at('pipe')), inspect(at('pdf'))]);
  await (await open(pipe, 'r+')).close();
  expect(stuck.problem).toContain('quá phức tạp');
  expect(next.mediaType).toBe('application/pdf');
});

test('a file that is gone is not taken', async () => {
  const { inspect } = createInspector({ threads: 1, time: 20_000 });
  expect((await inspect(at('none'))).problem).toContain('không kiểm tra được');
  expect((await inspect(at('png'))).mediaType).toBe('image/png');
});
