import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { openSession } from '#test/session.ts';
import { type Visitor, visitorOf } from '#test/visitor.ts';
import { hashPassword } from '../passwords/argon2.ts';
import { actorOfToken } from '../sessions/service.ts';

const PASSWORD = 'cây đa bến nước sân đình';
const HALF_AN_HOUR_LATER = '2020-04-28T08:30:00+07:00';

let system: TestSystem;
let administrator: Visitor;
let reset: string;
beforeAll(async () => {
  system = await openTestWorld();
  await system.superuser.query(`update accounts set password_hash = $1`, [await hashPassword(PASSWORD)]);
  const { actor } = await actAs(system, 'tu-phap.an-hoa');
  reset = `/people/accounts/${actor?.accountId ?? 0}/reset`;
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  administrator = await visitorOf(system, 'quan-tri');
});

async function resets(): Promise<unknown> {
  const sql = `select count(*) from history_events where kind = 'password-reset'`;
  return (await system.superuser.query<{ count: string }>(sql)).rows[0]?.count;
}

describe('Something sensitive', () => {
  test('is done at once by whoever signed in a short while ago', async () => {
    system.setClock('2020-04-28T08:29:59+07:00');
    expect((await administrator.get(reset)).status).toBe(200);
  });

  test('half an hour later needs the password again, and then goes on where one was', async () => {
    system.setClock(HALF_AN_HOUR_LATER);
    const stopped = await administrator.get(`${reset}?a=b`);
    expect(stopped.location).toBe(`/account/confirm?next=${encodeURIComponent(`${reset}?a=b`)}`);
    const page = await administrator.follow(stopped);
    const wrong = await administrator.send(page, '/account/confirm', { current: 'sai' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Mật khẩu hiện tại không đúng');
    expect((await administrator.get(reset)).status).toBe(303);
    const right = await administrator.send(wrong, '/account/confirm', { current: PASSWORD });
    expect([right.status, right.location]).toEqual([303, `${reset}?a=b`]);
    expect((await administrator.get(reset)).status).toBe(200);
    expect((await administrator.fill(reset)).status).toBe(200);
  });

  test('sent as a form does nothing before the password was given again', async () => {
    const before = await resets();
    system.setClock(HALF_AN_HOUR_LATER);
    for (const path of [reset, '/people/second-factor', '/account/sessions/end-others']) {
      const sent = await administrator.post(path, {});
      expect([path, sent.status, sent.location?.startsWith('/account/confirm?next=')]).toEqual([
        path,
        303,
        true,
      ]);
    }
    expect(await resets()).toBe(before);
  });

  test('goes on under another token, and the one before is nobody', async () => {
    const token = await openSession(system, 'quan-tri');
    const browser = await visitorOf(system);
    const headers = { origin: 'http://localhost', cookie: `motcua_session=${token}` };
    const sent = await browser.post('/account/confirm', { current: PASSWORD, next: '/people' }, headers);
    expect(sent.location).toBe('/people');
    const fresh = /motcua_session=([^;]+)/.exec(sent.response.headers.getSetCookie().join('\n'))?.[1] ?? '';
    expect(await actorOfToken(system, token, system.clock())).toBeNull();
    expect(await actorOfToken(system, fresh, system.clock())).not.toBeNull();
  });

  test('is not asked of whoever may not do it: they are told no, as before', async () => {
    const counter = await visitorOf(system, 'mot-cua.an-hoa');
    system.setClock(HALF_AN_HOUR_LATER);
    expect((await counter.get(reset)).status).toBe(403);
    expect((await counter.post(reset, {})).status).toBe(403);
  });
});

describe('The page that asks', () => {
  test('lets nobody guess, and leads to no other site', async () => {
    const counter = await visitorOf(system, 'mot-cua.an-hoa');
    const give = async (current: string, next = '/account') =>
      counter.post('/account/confirm', { current, next });
    expect((await give(PASSWORD, '//evil.example')).location).toBe('/desk');
    const statuses: number[] = [];
    for (let guess = 0; guess < 6; guess += 1) statuses.push((await give(`sai ${guess}`)).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    expect((await give(PASSWORD)).status).toBe(429);
  });
});
