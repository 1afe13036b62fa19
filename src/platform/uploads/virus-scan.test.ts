import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openFileStore } from '#platform/storage/file-store.ts';
import { silentLog } from '#test/silent-log.ts';
import { testSecrets } from '#test/secrets.ts';
import { pdfWith } from './specimens.fixture.ts';
import { openUploads } from './uploads.ts';
import { openVirusScanner, type ScanResult } from './virus-scan.ts';

/** The harmless text that every scanner reports, as its makers have it; written in two parts so that none reports this file. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

let folder: string;
let servers: Server[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-scan-'));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});

/** A clamd of the tests: takes a stream piece by piece as INSTREAM has it, and answers. */
async function daemon(answer: (bytes: Buffer) => string | null, where: string | number = 0): Promise<string> {
  const server = createServer((socket) => void talk(socket, answer));
  servers.push(server);
  if (typeof where === 'string') server.listen(where);
  else server.listen(where, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'string' ? address : `127.0.0.1:${(address as AddressInfo).port}`;
}

async function talk(socket: Socket, answer: (bytes: Buffer) => string | null): Promise<void> {
  let waiting = Buffer.alloc(0);
  socket.on('error', () => undefined);
  for await (const chunk of socket) {
    waiting = Buffer.concat([waiting, chunk as Buffer]);
    const content = contentOf(waiting);
    const said = content === null ? null : answer(content);
    if (said !== null) socket.end(`${said}\0`);
  }
}

/** What was streamed, once the empty piece that ends it has come. */
function contentOf(bytes: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (bytes.length >= command.length) expect(bytes.toString('latin1', 0, command.length)).toBe(command);
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

const honest = (bytes: Buffer): string =>
  bytes.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';

async function scan(content: string | Buffer, address: string, silence = 5000): Promise<ScanResult> {
  const path = join(folder, 'file');
  await writeFile(path, content);
  return openVirusScanner({ address, patience: 0, silence }).scan(async () => createReadStream(path));
}

describe('A virus scanner', () => {
  test('tells a clean file from one with a virus, over a port and over a socket', async () => {
    for (const address of [await daemon(honest), await daemon(honest, join(folder, 'clamd.sock'))]) {
      expect(await scan('một tờ khai', address)).toEqual({ outcome: 'clean' });
      expect(await scan(EICAR, address)).toEqual({ outcome: 'infected', name: 'Eicar-Test-Signature' });
    }
  });

  test('gets a large file whole', async () => {
    const large = Buffer.alloc(3_000_000, 'ă');
    let size = 0;
    const address = await daemon((bytes) => {
      size = bytes.length;
      return honest(bytes);
    });
    expect(await scan(Buffer.concat([large, Buffer.from(EICAR)]), address)).toMatchObject({
      outcome: 'infected',
    });
    expect(size).toBe(large.length + EICAR.length);
  });

  test('is unavailable when it refuses, says nothing, hangs up or is not there', async () => {
    const limit = 'INSTREAM size limit exceeded. ERROR';
    expect(await scan('a', await daemon(() => limit))).toEqual({ outcome: 'unavailable', reason: limit });
    expect(await scan('a', await daemon(() => null), 30)).toMatchObject({ outcome: 'unavailable' });
    expect(await scan('a', await daemon(() => ''))).toMatchObject({ outcome: 'unavailable' });
    const gone = await daemon(honest);
    for (const server of servers) server.close();
    expect(await scan('a', gone)).toMatchObject({ outcome: 'unavailable' });
    expect(await scan('a', join(folder, 'no.sock'))).toMatchObject({ outcome: 'unavailable' });
  });

  test('that comes back in time is waited for', async () => {
    const address = await daemon(honest);
    const [server] = servers;
    server?.close();
    servers = [];
    const path = join(folder, 'patient');
    await writeFile(path, EICAR);
    const result = openVirusScanner({ address, patience: 20_000 }).scan(async () => createReadStream(path));
    await daemon(honest, Number(address.split(':')[1]));
    expect(await result).toMatchObject({ outcome: 'infected' });
  });
});

describe('An upload, when there is a scanner', () => {
  async function examined(address: string, content: Buffer) {
    const files = await openFileStore(join(folder, 'files'), testSecrets.fileKeys);
    const scanner = openVirusScanner({ address, patience: 0 });
    const uploads = openUploads({ files, log: silentLog, scanner });
    const staged = await uploads.stage(content);
    const verdict = await uploads.examine(staged);
    await uploads.discard(staged);
    expect(await readdir(join(folder, 'files', 'temporary'))).toEqual([]);
    return verdict;
  }
  const infected = pdfWith('', { 4: `<< /Length ${EICAR.length} >>\nstream\n${EICAR}\nendstream` });

  test('is taken clean and refused with a virus', async () => {
    const address = await daemon(honest);
    expect(await examined(address, pdfWith(''))).toMatchObject({ mediaType: 'application/pdf' });
    expect((await examined(address, infected)).problem).toContain('có vi-rút');
  });

  test('is refused with a sentence when nobody can look', async () => {
    expect((await examined('127.0.0.1:1', pdfWith(''))).problem).toMatch(
      /máy quét vi-rút đang tạm ngừng\. Hãy gửi lại/,
    );
  });
});
