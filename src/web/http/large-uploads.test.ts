import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFileStore } from '#platform/storage/file-store.ts';
import { pdfWith } from '#platform/uploads/specimens.fixture.ts';
import { openUploads } from '#platform/uploads/uploads.ts';
import { silentLog } from '#test/silent-log.ts';
import { testSecrets } from '#test/secrets.ts';
import { readForm } from './read-form.ts';
import { receivingFiles } from './reception.ts';

const MEGABYTE = 1024 * 1024;
const PIECE = 64 * 1024;
const AT_ONCE = 40;
/** Kept as a whole they would be 800 MB. Two are looked into at a time, and each is a few times itself meanwhile. */
const MOST_GROWTH = 200 * MEGABYTE;

let folder: string;
let server: Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-large-'));
  const files = await openFileStore(folder, testSecrets.fileKeys);
  const uploads = openUploads({ files, log: silentLog, atOnce: { account: AT_ONCE, process: AT_ONCE } });
  const app = new Hono();
  app.onError((error, c) => c.text(error.message, error instanceof HTTPException ? error.status : 500));
  app.use(receivingFiles(uploads, () => 'one'));
  app.post('/', async (c) =>
    c.json((await readForm(c)).files.map(({ size, mediaType }) => ({ size, mediaType }))),
  );
  server = createServer(getRequestListener(app.fetch));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const HEAD = '--ab\r\nContent-Disposition: form-data; name="a"; filename="a.pdf"\r\n\r\n';
const TAIL = '\r\n--ab--\r\n';

/** Sends one file and answers the status and the words, however early they come. */
async function send(file: Buffer): Promise<{ readonly status: number; readonly text: string }> {
  const { port } = server.address() as AddressInfo; // It listens on a port.
  const length = HEAD.length + file.length + TAIL.length;
  const headers = { 'content-type': 'multipart/form-data; boundary=ab', 'content-length': length };
  const sent = request({ port, host: '127.0.0.1', method: 'POST', headers, agent: false });
  const answered = once(sent, 'response');
  // An answer may come before everything was sent; then the rest is of no interest.
  pipeline(Readable.from(pieces(file)), sent).catch(() => undefined);
  const [response] = (await answered) as [Readable & { statusCode: number }];
  const text = Buffer.concat(await response.toArray()).toString();
  return { status: response.statusCode, text };
}

function* pieces(file: Buffer): Generator<Buffer> {
  yield Buffer.from(HEAD);
  for (let at = 0; at < file.length; at += PIECE) yield file.subarray(at, at + PIECE);
  yield Buffer.from(TAIL);
}

test('forty files of 20 MB at once do not fill the memory', async () => {
  const picture = ' '.repeat(20 * MEGABYTE - 400);
  const file = pdfWith('', { 4: `<< /Length ${picture.length} >>\nstream\n${picture}\nendstream` });
  await send(file);
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, async () => send(file)));
  clearInterval(watch);
  const expected = JSON.stringify([{ size: file.length, mediaType: 'application/pdf' }]);
  expect(new Set(answers.map(({ text }) => text))).toEqual(new Set([expected]));
  if (process.env['SHOW_FIGURES']) console.log(`grew by ${Math.round((most - before) / MEGABYTE)} MB`);
  expect(most - before).toBeLessThan(MOST_GROWTH);
  expect(await readdir(join(folder, 'temporary'))).toEqual([]);
}, 120_000);

test('whoever sends too much is answered so over the same connection', async () => {
  expect((await send(Buffer.alloc(101 * MEGABYTE))).status).toBe(413);
});
