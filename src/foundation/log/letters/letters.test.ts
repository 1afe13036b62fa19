import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { getRequestListener } from '@hono/node-server';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { formatVerifierKey } from '#kernel/merkle/verifier-key.ts';
import { openMail } from '#platform/mail/mail.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { signIn } from '#test/log.ts';
import { appOf, visitorOf } from '#test/visitor.ts';
import { newestCheckpoint } from '../service.ts';
import {
  addRecipient,
  queueLetters,
  removeRecipient,
  sendLastLetter,
  sendState,
  vouching,
} from './service.ts';

const ADDRESS = 'thanh.tra@example.vn';

let system: TestSystem;
let post: SMTPServer;
let web: Server;
let letters: string[];
beforeAll(async () => {
  system = await openTestWorld();
  await receivedDossier(system);
  await signIn(system, path.join(system.folder, 'signer'));
  post = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      void keep(stream, done);
    },
  });
  await once(post.listen(0, '127.0.0.1'), 'listening');
  const { port } = post.server.address() as AddressInfo; // It listens on TCP.
  const mailboxFolder = path.join(system.folder, 'mailbox');
  const mail = openMail({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'motcua@example.vn', mailboxFolder });
  system = { ...system, mail };
  web = createServer(getRequestListener(appOf(system).fetch)).listen(0, '127.0.0.1');
  await once(web, 'listening');
});
beforeEach(() => {
  letters = [];
});
afterAll(async () => {
  system.mail.close();
  post.close();
  web.closeAllConnections();
  web.close();
  await system.close();
});

async function keep(stream: Readable, done: () => void): Promise<void> {
  letters.push(await text(stream));
  done();
}

const waiting = async () =>
  (
    await system.superuser.query<{ task: string; payload: unknown }>(
      `select t.identifier as task, j.payload from graphile_worker._private_jobs j
        join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier like 'log-%' order by j.id`,
    )
  ).rows;

/** The parts of a letter in the order in which they stand in it. */
function partsOf(letter: string): readonly string[] {
  const boundary = /boundary="([^"]+)"/.exec(letter)?.[1] ?? '';
  return letter.split(`--${boundary}`).map((part) => {
    const [head = '', ...body] = part.split('\r\n\r\n');
    const content = body.join('\r\n\r\n');
    return head.includes('base64')
      ? Buffer.from(content, 'base64').toString('utf8')
      : Buffer.from(
          content
            .replaceAll('=\r\n', '')
            .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) =>
              String.fromCodePoint(Number.parseInt(hex, 16)),
            ),
          'latin1',
        ).toString('utf8');
  });
}

describe('Whoever keeps the states of the log', () => {
  test('is sent each morning the signed state with what to do, by a real mail server', async () => {
    const administrator = await actAs(system, 'quan-tri');
    await addRecipient(administrator, { address: ADDRESS });
    const ctx = await systemContext(system, 'test');
    await queueLetters(ctx);
    await queueLetters(ctx);
    const [recipient] = (await vouching(administrator)).recipients;
    const checkpoint = await newestCheckpoint(ctx);
    if (!recipient || !checkpoint) throw new Error('Nobody to write to');
    const { size, note } = checkpoint;
    expect(await waiting()).toEqual([{ task: 'log-letter', payload: { recipientId: recipient.id, size } }]);
    await sendState(ctx, { recipientId: recipient.id, size });
    const [letter = ''] = letters;
    expect(letter).toContain(`To: ${ADDRESS}`);
    const parts = partsOf(letter);
    expect(parts.some((part) => part.includes('Giữ lại thư này và tệp đính kèm'))).toBe(true);
    expect(parts.map((part) => part.replaceAll('\r\n', '\n'))).toContainEqual(note);
    expect((await vouching(administrator)).recipients).toMatchObject([{ sentSize: size }]);
  });

  test('is told with a last letter when somebody takes the address away', async () => {
    const administrator = await actAs(system, 'quan-tri');
    const [recipient] = (await vouching(administrator)).recipients;
    if (!recipient) throw new Error('Nobody to leave out');
    expect(await removeRecipient(administrator, { id: recipient.id })).toBe(ADDRESS);
    expect((await waiting()).at(-1)).toMatchObject({
      task: 'log-last-letter',
      payload: { address: ADDRESS },
    });
    const ctx = await systemContext(system, 'test');
    await sendState(ctx, { recipientId: recipient.id, size: 1 });
    await sendLastLetter(ctx, { address: ADDRESS, size: 1 });
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain('Subject: =?UTF-8?');
  });

  test.each(['noi-vu', 'thanh-tra', 'mot-cua.an-hoa'])('is not chosen by %s', async (login) => {
    const ctx = await actAs(system, login);
    await expect(addRecipient(ctx, { address: ADDRESS })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(removeRecipient(ctx, { id: 1 })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(vouching(ctx)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('is added and taken away on a page of the administrator; a wrong address comes back with a message', async () => {
    const administrator = await visitorOf(system, 'quan-tri');
    const wrong = await administrator.fill('/witnesses', { address: 'khong-phai' });
    expect([wrong.status, wrong.text.includes('Nhập địa chỉ thư điện tử')]).toEqual([422, true]);
    await administrator.fill('/witnesses', { address: ADDRESS });
    expect((await administrator.fill('/witnesses', { address: ADDRESS })).text).toContain(
      'đã có trong danh sách',
    );
    const page = await administrator.get('/witnesses');
    expect(page.text).toContain(ADDRESS);
    await administrator.send(page, '/witnesses/remove');
    expect((await administrator.get('/witnesses')).text).toContain('Chưa ai nhận');
  });
});

describe('A kept state', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'motcua-kept-'));
  });
  afterAll(async () => rm(folder, { recursive: true }));

  test('is compared with the published log from any computer', async () => {
    const { compare } = await import('#app/command/log-compare.ts');
    const ctx = await systemContext(system, 'test');
    const kept = path.join(folder, 'kept.txt');
    await writeFile(kept, (await newestCheckpoint(ctx))?.note ?? '');
    await receivedDossier(system);
    await signIn(system, path.join(system.folder, 'signer'));
    const key = await system.unitKeys.logKey();
    if (!key) throw new Error('No key');
    const at = `http://127.0.0.1:${(web.address() as AddressInfo).port}/nhat-ky`; // It listens on TCP.
    const printed: string[] = [];
    const output = {
      print: (_facts: unknown, line: string) => printed.push(line),
      progress: () => undefined,
    };
    const options = { at, key: formatVerifierKey(key) };
    const given = { words: ['compare', kept], options, lists: {}, switches: new Set<string>() };
    expect(await compare(given, output)).toBe(0);
    expect(printed).toEqual([expect.stringContaining('nối tiếp đúng trạng thái đã lưu')]);
    await writeFile(kept, (await readFile(kept, 'utf8')).replace('\n— ', '\nx\n— '));
    await expect(compare(given, output)).rejects.toMatchObject({ kind: 'conflict' });
  });
});
