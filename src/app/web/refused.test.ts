import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLog } from '#platform/log/log.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { visitorOf } from '#test/visitor.ts';

let system: TestSystem;
const lines: Record<string, unknown>[] = [];
const counted: unknown[] = [];
const count = (what: unknown): number => counted.push(what);
beforeAll(async () => {
  const opened = await openTestWorld();
  const output = new Writable({
    write: (line, _encoding, done) => {
      lines.push(JSON.parse(String(line)));
      done();
    },
  });
  system = { ...opened, log: createLog({ level: 'info', output }) };
  subscribe('motcua.refusal', count);
});
afterAll(async () => {
  unsubscribe('motcua.refusal', count);
  await system.close();
});
beforeEach(() => {
  lines.length = 0;
  counted.length = 0;
});

test('Whoever asks for what is not theirs is noted, by account, post and pattern, without name or number', async () => {
  const { number } = await receivedDossier(system);
  const stranger = await visitorOf(system, 'mot-cua.an-toan');
  expect((await stranger.get('/people/accounts?q=an-hoa')).status).toBe(403);
  expect((await stranger.get(`/dossiers/${number}`)).status).toBe(404);
  const who = { accountId: expect.any(Number), postId: expect.any(Number), requestId: expect.any(String) };
  expect(lines).toEqual([
    expect.objectContaining({
      ...who,
      level: 'warn',
      kind: 'forbidden',
      method: 'GET',
      pattern: '/people/accounts',
      from: '127.0.0.1',
    }),
    expect.objectContaining({ ...who, level: 'info', kind: 'missing', pattern: '/dossiers/:number' }),
  ]);
  expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${number}|an-hoa|an-toan`));
  expect(counted).toEqual([
    { kind: 'forbidden', method: 'GET', pattern: '/people/accounts' },
    { kind: 'missing', method: 'GET', pattern: '/dossiers/:number' },
  ]);
});

test('A form from a page of somebody else is noted with the place it came from', async () => {
  const nobody = await visitorOf(system);
  const headers = { origin: 'https://evil.example', 'x-forwarded-for': '203.0.113.9' };
  expect((await nobody.post('/tra-cuu', { number: 'x', code: 'y' }, headers)).status).toBe(403);
  expect(lines).toEqual([
    expect.objectContaining({
      level: 'warn',
      kind: 'forbidden',
      method: 'POST',
      pattern: '/tra-cuu',
      from: '203.0.113.9',
    }),
  ]);
});

test('Signing in first, a mistyped address and a mistake in a form are no events', async () => {
  const nobody = await visitorOf(system);
  expect((await nobody.get('/inbox')).location).toContain('/sign-in');
  expect((await nobody.get('/khong-co')).status).toBe(404);
  expect((await nobody.fill('/tra-cuu', { number: '', code: '' })).status).toBe(422);
  expect(lines).toEqual([]);
});
