import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatAddCheckpoint } from '#kernel/merkle/add-checkpoint.ts';
import { openCheckpoint } from '#kernel/merkle/checkpoint.ts';
import { systemContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { verifyBytes } from '#platform/signing/ed25519.ts';
import { type LogSigner, openLogSigner } from '#platform/signing/log-signer.ts';
import { openTestSystem, type TestSystem } from '#test/database.ts';
import { appOf } from '#test/visitor.ts';
import { openAlarm, recoverLog } from '../alarms.ts';
import { newestCheckpoint, sequence, signLog } from '../service.ts';
import { verifyLog } from '../verification/service.ts';
import { askWitnesses } from './ask.ts';
import { withCosignatures, witnessedCheckpoint } from './service.ts';

/** Two houses: one keeps a log, the other vouches for it over real HTTP. */
let house: TestSystem;
let signer: LogSigner;
let other: TestSystem;
let server: Server;
let url: string;

beforeEach(async () => {
  [house, other] = [await openTestSystem(), await openTestSystem()];
  signer = await signerOf(house);
  server = createServer(getRequestListener(appOf(other).fetch)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/nhat-ky/nhan-chung`; // It listens on TCP.
  await other.witnessing.own.trust(signer.key);
  await askOther();
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await house.close();
  await other.close();
});

async function signerOf({ folder }: TestSystem): Promise<LogSigner> {
  return openLogSigner({ folder: path.join(folder, 'signer'), origin: 'motcua.example.vn/nhat-ky' });
}

async function askOther(): Promise<void> {
  const key = await other.witnessing.own.key();
  await house.witnessing.asked.keep({ url, key, last: null, answeredAt: null, problem: '' });
}

const context = async () => systemContext(house, 'test');

async function write(count: number, id: number): Promise<void> {
  for (let after = 0; after < count; after += 1) {
    await record(await context(), { name: 'dossier', id, after }, [{ kind: 'passed-on', payload: {} }]);
  }
  while ((await sequence(await context())) > 0);
  await signLog(await context(), signer);
}

const ask = async () => askWitnesses(await context());
const findings = async () =>
  (await verifyLog(await context(), { signer, checks: [], onLine: () => undefined })).findings;

async function post(body: string): Promise<Response> {
  return fetch(`${url}/add-checkpoint`, { method: 'POST', body });
}

async function newest() {
  const checkpoint = await newestCheckpoint(await context());
  if (!checkpoint) throw new Error('Nothing is signed');
  return checkpoint;
}

describe('A log and its witness', () => {
  test('the witness signs each state once, and its signature stands under the published one', async () => {
    await write(3, 1);
    expect(await ask()).toMatchObject([{ outcome: 'signed' }]);
    expect(await ask()).toMatchObject([{ outcome: 'up-to-date' }]);
    await write(300, 2);
    expect(await ask()).toMatchObject([{ outcome: 'signed' }]);
    const note = await withCosignatures(await context(), await newest());
    expect(await witnessedCheckpoint(await context())).toBe(note);
    const witnesses = [await other.witnessing.own.key()];
    const trust = { origin: signer.origin, log: [signer.key], witnesses };
    const opened = await openCheckpoint(note, trust, verifyBytes);
    expect(opened).toMatchObject({ ok: true, checkpoint: { size: 303 }, witnesses: [{ key: witnesses[0] }] });
    expect(await findings()).toEqual([]);
  });

  test('a witness that is away, or does not know the log, stops nothing and is told of', async () => {
    await write(3, 1);
    await other.witnessing.own.distrust(signer.origin);
    expect(await ask()).toMatchObject([
      { outcome: 'no-answer', sentence: expect.stringContaining('chưa được khai báo') },
    ]);
    server.closeAllConnections();
    server.close();
    expect(await ask()).toMatchObject([
      { outcome: 'no-answer', sentence: expect.stringContaining('Không liên lạc') },
    ]);
    expect(await openAlarm(await context())).toBeNull();
  });

  test('a history rewritten after it was witnessed stops all writing, even with the signer in the same hands', async () => {
    await write(6, 1);
    await ask();
    await rewrite();
    // Whoever has database and signer makes the signer forget: nothing inside the house contradicts them any more.
    await signer.forget();
    await write(6, 1);
    expect(await ask()).toMatchObject([{ outcome: 'refused' }]);
    expect(await openAlarm(await context())).toMatchObject({
      kind: 'forked',
      sentence: expect.stringContaining('Nhân chứng'),
    });
    expect(await findings()).toContainEqual(
      expect.objectContaining({ where: expect.stringContaining('nhân chứng') }),
    );
  });

  test('a shorter database is known by what the witness has signed, without asking it', async () => {
    await write(6, 1);
    await ask();
    await rewrite();
    await signer.forget();
    await write(2, 1);
    server.closeAllConnections();
    server.close();
    expect(await ask()).toMatchObject([{ outcome: 'refused' }]);
    expect(await openAlarm(await context())).not.toBeNull();
  });

  test('after a recorded recovery its refusal is known, and it signs again when its people let it forget', async () => {
    await write(6, 1);
    await ask();
    await rewrite();
    await signer.forget();
    await write(6, 1);
    await ask();
    await recoverLog(await context(), signer, 'Khôi phục từ bản sao lưu sau hỏng ổ đĩa');
    await write(1, 2);
    expect(await ask()).toMatchObject([{ outcome: 'refused' }]);
    expect(await openAlarm(await context())).toBeNull();
    await other.witnessing.own.distrust(signer.origin);
    await other.witnessing.own.trust(signer.key);
    expect(await ask()).toMatchObject([{ outcome: 'signed' }]);
    expect(await findings()).toEqual([]);
  });

  test('a forged signature of a witness is found', async () => {
    await write(3, 1);
    await ask();
    await tamper(`update log_cosignatures set line = replace(line, 'A', 'B')`);
    expect(await findings()).toEqual([expect.objectContaining({ where: 'checkpoint 3' })]);
  });
});

describe('The witness answers as the protocol says', () => {
  test.each([
    ['nothing', 'x', 400],
    ['an old size that is no number', 'old 01\n\nx\n', 400],
    ['a note that is none', 'old 0\n\nx\n', 400],
  ])('%s is refused', async (_what, body, status) => {
    expect((await post(body)).status).toBe(status);
  });

  test('an unknown log is 404, a state that its log has not signed 403', async () => {
    await write(3, 1);
    const { note } = await newest();
    const unknown = note.replaceAll('motcua.example.vn', 'xa-khac.example.vn');
    expect((await post(formatAddCheckpoint({ oldSize: 0, proof: [], note: unknown }))).status).toBe(404);
    const forged = note.replace('\n3\n', '\n4\n');
    expect((await post(formatAddCheckpoint({ oldSize: 0, proof: [], note: forged }))).status).toBe(403);
  });

  test('another old size is 409 with the size it knows, a larger one than the state 400, a wrong proof 422', async () => {
    await write(3, 1);
    await ask();
    await write(5, 2);
    const { note } = await newest();
    const proof = [new Uint8Array(32)];
    const answer = await post(formatAddCheckpoint({ oldSize: 0, proof: [], note }));
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      409,
      'text/x.tlog.size',
      '3\n',
    ]);
    expect((await post(formatAddCheckpoint({ oldSize: 9, proof: [], note }))).status).toBe(400);
    expect((await post(formatAddCheckpoint({ oldSize: 3, proof, note }))).status).toBe(422);
    expect(await ask()).toMatchObject([{ outcome: 'signed' }]);
  });

  test('of many who ask at once none makes it step back', async () => {
    await write(3, 1);
    const early = await newest();
    await write(5, 2);
    const late = await newest();
    const bodies = Array.from({ length: 8 }, (_, at) => (at % 2 === 0 ? early : late).note);
    const answers = await Promise.all(
      bodies.map(async (note) => (await post(formatAddCheckpoint({ oldSize: 0, proof: [], note }))).status),
    );
    expect(answers.filter((status) => status === 200)).toHaveLength(1);
    const [log] = await other.witnessing.own.logs();
    const signed = bodies[answers.indexOf(200)] === late.note ? 8 : 3;
    expect(log?.last?.size).toBe(signed);
  });
});

describe('A flood of what is published', () => {
  test('has few wait for their turn and sends the others away at once', async () => {
    await write(3, 1);
    const { note } = await newest();
    const body = formatAddCheckpoint({ oldSize: 0, proof: [], note });
    const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await post(body)).status));
    expect(statuses.filter((status) => ![200, 409, 503].includes(status))).toEqual([]);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    // Whoever asks honestly a moment later is served.
    expect(await ask()).toMatchObject([{ outcome: 'signed' }]);
  });
});

/** Everything of the log is made anew with another history, as a superuser can. */
async function rewrite(): Promise<void> {
  await tamper(
    'delete from log_cosignatures',
    'delete from log_checkpoints',
    'delete from log_tiles',
    'delete from log_entries',
    'delete from history_events',
  );
}

async function tamper(...statements: readonly string[]): Promise<void> {
  const client = await house.superuser.connect();
  try {
    await client.query('set session_replication_role = replica');
    for (const statement of statements) await client.query(statement);
    await client.query('set session_replication_role = origin');
  } finally {
    client.release();
  }
}
