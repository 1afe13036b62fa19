import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseReceipt, signReceipt } from '#kernel/merkle/receipt.ts';
import { receiptTextIn } from '#kernel/merkle/receipt-trust.ts';
import { systemContext } from '#foundation/context.ts';
import { leafOf } from '#foundation/history/leaf.ts';
import { historyOf } from '#foundation/history/service.ts';
import { sequence, signLog } from '#foundation/log/service.ts';
import { generateKey, signingKey } from '#platform/signing/ed25519.ts';
import { openLogSigner } from '#platform/signing/log-signer.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { advance } from '#test/e2e/seed.ts';
import { codesOn, pageCountOf } from '#test/pdf.ts';
import { visitorOf } from '#test/visitor.ts';
import { publishedKeys } from './keys.ts';
import type { Judgement } from './schema.ts';
import { judgeReceipt } from './service.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(() => system.setClock(TUESDAY_MORNING));

const context = async () => systemContext(system, 'test');
const signerFolder = (): string => path.join(system.folder, 'signer');
const judge = async (scanned: string): Promise<Judgement> => judgeReceipt(await context(), scanned);

/** What a phone reads from the printed receipt. */
async function scannedFrom(number: string, query = ''): Promise<string> {
  const clerk = await visitorOf(system, 'mot-cua.an-hoa');
  const { response, status } = await clerk.get(`/dossiers/${number}/receipt.pdf${query}`);
  expect(status).toBe(200);
  const pdf = new Uint8Array(await response.arrayBuffer());
  const codes = codesOn(pdf).filter((code) => code.startsWith('QR-Code:'));
  expect(codes).toHaveLength(pageCountOf(pdf));
  return codes[0]?.slice('QR-Code:'.length) ?? '';
}

/** As a worker does within a second. */
async function settle(): Promise<void> {
  const signer = await openLogSigner({ folder: signerFolder(), origin: 'localhost:3000/nhat-ky' });
  while ((await sequence(await context())) > 0);
  expect(await signLog(await context(), signer)).toBeNull();
}

async function behindTheBack(statement: string, values: readonly unknown[]): Promise<void> {
  const client = await system.superuser.connect();
  try {
    // Triggers and rights do not hold a superuser.
    await client.query('set session_replication_role = replica');
    const { rowCount } = await client.query(statement, [...values]);
    expect(rowCount).toBe(1);
  } finally {
    await client.query('reset session_replication_role');
    client.release();
  }
}

/** The receipt of a dossier as handed out, everything in the signed log. */
async function handedOut(): Promise<{ readonly number: string; readonly scanned: string }> {
  const { number } = await receivedDossier(system);
  const scanned = await scannedFrom(number);
  await settle();
  return { number, scanned };
}

describe('A printed receipt', () => {
  test('is read back from paper, says what was promised, and agrees with the log', async () => {
    const { number, receivedAt, dueAt } = await receivedDossier(system);
    const scanned = await scannedFrom(number);
    const text = receiptTextIn(scanned);
    expect(parseReceipt(text)?.receipt).toMatchObject({ number, receivedAt, dueAt, procedureVersion: 1 });
    expect(await judge(scanned)).toMatchObject({ outcome: 'agrees', signedAt: null });
    await settle();
    expect(await judge(scanned)).toMatchObject({
      outcome: 'agrees',
      unitName: 'Ủy ban nhân dân xã An Hòa',
      signedAt: expect.any(Date),
    });
    expect(await judge(text)).toMatchObject({ outcome: 'agrees' });
  });

  test('is read from the smallest print as well', async () => {
    const { number } = await receivedDossier(system);
    const scanned = await scannedFrom(number, '?size=a5&copies=2');
    expect(await judge(scanned)).toMatchObject({ outcome: 'agrees' });
  });

  test('printed again carries the same text, also when the dossier has gone on', async () => {
    const state = await receivedDossier(system);
    const first = await scannedFrom(state.number);
    await advance(system, state, 2);
    expect(await scannedFrom(state.number)).toBe(first);
    await settle();
    expect(await judge(first)).toMatchObject({ outcome: 'agrees' });
  });

  test('with one character flipped is not believed', async () => {
    const { scanned } = await handedOut();
    const text = receiptTextIn(scanned);
    const places = Array.from({ length: 20 }, (_, step) => Math.floor((step * text.length) / 20));
    for (const place of places) {
      const flipped = text[place] === 'A' ? 'B' : 'A';
      const other = text.slice(0, place) + flipped + text.slice(place + 1);
      expect(await judge(other)).toMatchObject({ outcome: 'unbelieved' });
    }
  });
});

describe('A receipt contradicts', () => {
  test('a register in which the due date was moved behind the application', async () => {
    const { number, scanned } = await handedOut();
    await behindTheBack("update dossiers set due_at = due_at + interval '7 days' where number = $1", [
      number,
    ]);
    const judgement = await judge(scanned);
    expect(judgement).toMatchObject({
      outcome: 'contradicted',
      contradictions: [
        { where: 'register', sentence: expect.stringContaining('Sổ hồ sơ ghi thời điểm hẹn trả') },
      ],
    });
    // What is printed afterwards still states the true date.
    expect(await scannedFrom(number)).toBe(scanned);
  });

  test('a history in which the reception was moved, and the log says so too', async () => {
    const { number, scanned } = await handedOut();
    await behindTheBack(
      `update history_events set at = at - interval '1 day', payload = payload || '{"dueAt":"2020-05-20T10:00:00.000Z"}'
       where kind = 'received' and payload ->> 'number' = $1`,
      [number],
    );
    const judgement = await judge(scanned);
    if (judgement.outcome !== 'contradicted') throw new Error(judgement.outcome);
    const places = judgement.contradictions.map(({ where }) => where);
    expect(places.filter((where) => where === 'history')).toHaveLength(2);
    expect(places).toContain('log');
  });

  test('a history that was rewritten together with its register and its entry of the log', async () => {
    const { number, scanned } = await handedOut();
    const { rows } = await system.superuser.query<{ readonly id: number; readonly stream_id: number }>(
      "select id, stream_id from history_events where kind = 'received' and payload ->> 'number' = $1",
      [number],
    );
    const [{ id, stream_id: streamId } = { id: 0, stream_id: 0 }] = rows;
    const [first] = await historyOf(await context(), 'dossier', Number(streamId));
    if (!first) throw new Error('No history');
    const payload = { ...first.payload, dueAt: '2020-05-20T10:00:00.000Z' };
    const { salt, leaf } = leafOf({ ...first, payload, stream: 'dossier', streamId: Number(streamId) });
    await behindTheBack('update history_events set payload = $2 where id = $1', [id, payload]);
    await behindTheBack('update log_entries set leaf = $2, salt = $3 where event_id = $1', [id, leaf, salt]);
    await behindTheBack("update dossiers set due_at = '2020-05-20T10:00:00Z' where number = $1", [number]);
    expect(await judge(scanned)).toMatchObject({
      outcome: 'contradicted',
      contradictions: [
        { where: 'history', sentence: expect.stringContaining('20/5/2020 17:00') },
        { where: 'log', sentence: expect.stringContaining('không thuộc nhật ký đã ký') },
      ],
    });
  });

  test('a system from which the dossier was taken away', async () => {
    const { number, scanned } = await handedOut();
    await behindTheBack('delete from dossiers where number = $1', [number]);
    expect(await judge(scanned)).toMatchObject({
      outcome: 'contradicted',
      contradictions: [{ where: 'register', sentence: expect.stringContaining(number) }],
    });
  });
});

describe('The key of an agency', () => {
  test('is made once, published, and stands in the history', async () => {
    await handedOut();
    await handedOut();
    const ours = (await publishedKeys(await context())).filter(({ to }) => to === null);
    expect(ours.map(({ name }) => name)).toEqual(['Ủy ban nhân dân xã An Hòa']);
    const made = await system.db
      .selectFrom('historyEvents')
      .select('kind')
      .where('stream', '=', 'unit-key')
      .execute();
    expect(made).toEqual([{ kind: 'made' }]);
  });

  test('that somebody slipped into the database is not one of ours', async () => {
    const { scanned } = await handedOut();
    const receipt = parseReceipt(receiptTextIn(scanned))?.receipt;
    if (!receipt) throw new Error('Nothing scanned');
    const stranger = signingKey(generateKey());
    const forged = await signReceipt(receipt, stranger.sign);
    expect(await judge(forged)).toMatchObject({ outcome: 'unbelieved' });
    await behindTheBack(
      `insert into unit_keys (agency_id, agency_name, public_key, valid_from, valid_to)
       values ($1, 'Ủy ban nhân dân xã An Hòa', $2, '2020-01-01', '2099-01-01')`,
      [receipt.unit, Buffer.from(stranger.publicKey)],
    );
    expect(await judge(forged)).toMatchObject({
      outcome: 'contradicted',
      contradictions: [{ where: 'key' }],
    });
    expect(await judge(scanned)).toMatchObject({ outcome: 'agrees' });
    await behindTheBack("delete from unit_keys where valid_to = '2099-01-01' and agency_id = $1", [
      receipt.unit,
    ]);
  });

  test('when lost is followed by another; both are believed, the old one only about its own time', async () => {
    const old = await handedOut();
    await withoutKeys(async () => {
      system.setClock('2020-04-29T08:00:00+07:00');
      const next = await handedOut();
      const again = await scannedFrom(old.number);
      expect(again).not.toBe(old.scanned);
      for (const scanned of [old.scanned, next.scanned, again]) {
        expect(await judge(scanned)).toMatchObject({ outcome: 'agrees' });
      }
      expect((await publishedKeys(await context())).map(({ to }) => to)).toEqual([
        '2020-04-29T01:00:00.000Z',
        null,
      ]);
    });
    // The old folder again: its key has ended, and says so instead of signing.
    const { number } = await receivedDossier(system);
    const clerk = await visitorOf(system, 'mot-cua.an-hoa');
    const { status, text } = await clerk.get(`/dossiers/${number}/receipt.pdf`);
    expect(status).toBe(409);
    expect(text).toContain('MOTCUA_SIGNER');
  });
});

/** With the keys of the agencies out of the way, as if they were lost; the log's own key stays. */
async function withoutKeys(work: () => Promise<void>): Promise<void> {
  const aside = path.join(system.folder, `aside-${randomBytes(4).toString('hex')}`);
  await mkdir(aside);
  const names = (await readdir(signerFolder())).filter((name) => name.startsWith('unit-'));
  for (const name of names) await rename(path.join(signerFolder(), name), path.join(aside, name));
  await work();
  for (const name of names) await rename(path.join(aside, name), path.join(signerFolder(), name));
  await rm(aside, { recursive: true });
}
