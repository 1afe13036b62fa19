import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, asyncProperty } from 'fast-check';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { openFileStore } from '#platform/storage/file-store.ts';
import { DOCX, JPEG, PDF, PNG } from '#platform/uploads/specimens.fixture.ts';
import { openUploads } from '#platform/uploads/uploads.ts';
import { FUZZ_RUNS, mutated } from '#test/mutations.ts';
import { silentLog } from '#test/silent-log.ts';
import { testSecrets } from '#test/secrets.ts';
import { readForm } from './read-form.ts';
import { receivingFiles } from './reception.ts';

let folder: string;
const app = new Hono();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-fuzz-'));
  const uploads = openUploads({ files: await openFileStore(folder, testSecrets.fileKeys), log: silentLog });
  app.onError((error, c) => {
    if (error instanceof HTTPException) return c.body(null, error.status);
    return c.body(null, error instanceof Refusal ? 422 : 500);
  });
  app.use(receivingFiles(uploads, () => 'one'));
  app.post('/', async (c) => {
    const { files, refused } = await readForm(c);
    return c.body(null, files.length + Object.keys(refused).length === 1 ? 200 : 204);
  });
});
afterAll(() => rm(folder, { recursive: true }));

const head = (name: string): Buffer =>
  Buffer.from(
    `--ab\r\nContent-Disposition: form-data; name="a"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`,
  );
const NOTE = Buffer.from(
  '\r\n--ab\r\nContent-Disposition: form-data; name="note"\r\n\r\nghi chú\r\n--ab--\r\n',
);

async function send(body: Buffer): Promise<number> {
  const headers = { 'content-type': 'multipart/form-data; boundary=ab' };
  return (await app.request('/', { method: 'POST', body: new Uint8Array(body), headers })).status;
}

test('a spoilt file is taken or named, and leaves nothing behind', async () => {
  await assert(
    asyncProperty(mutated(PDF, PNG, JPEG, DOCX), async (file) => {
      expect(await send(Buffer.concat([head('đơn.pdf'), file, NOTE]))).toBe(200);
      expect(await readdir(join(folder, 'temporary'))).toEqual([]);
    }),
    { numRuns: FUZZ_RUNS },
  );
});

test('a spoilt form is read or refused, and leaves nothing behind', async () => {
  const whole = Buffer.concat([head('a.pdf'), PDF, NOTE]);
  await assert(
    asyncProperty(mutated(whole, NOTE.subarray(2)), async (body) => {
      expect([200, 204, 413, 422]).toContain(await send(body));
      expect(await readdir(join(folder, 'temporary'))).toEqual([]);
    }),
    { numRuns: FUZZ_RUNS * 2 },
  );
});
