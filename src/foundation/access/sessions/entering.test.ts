import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { visitorOf } from '#test/visitor.ts';
import { hashPassword } from '../passwords/argon2.ts';
import { actorOfToken } from './service.ts';
import { openSession } from '#test/session.ts';

const PASSWORD = 'cây đa bến nước sân đình';
const LOGINS = ['mot-cua.an-hoa', 'tu-phap.an-hoa'] as const;

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
  await system.superuser.query(
    `update accounts set password_hash = $1, must_change_password = false where login = any ($2)`,
    [await hashPassword(PASSWORD), LOGINS],
  );
  await system.superuser.query(
    `update officers set email = 'can-bo@example.vn' where id in (select officer_id from accounts where login = any ($1))`,
    [LOGINS],
  );
});
afterAll(async () => system.close());
beforeEach(() => system.setClock(TUESDAY_MORNING));

/** What owners of accounts will be told. */
async function told(): Promise<readonly { readonly what: string; readonly from: string }[]> {
  const { rows } = await system.superuser.query<{ payload: { what: string; from: string } }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'account-letter' order by j.id`,
  );
  return rows.map(({ payload: { what, from } }) => ({ what, from }));
}

describe('A browser that signs in', () => {
  test('ends the session it brought along, whoever put that there', async () => {
    const planted = await visitorOf(system, 'quan-tri');
    const tokenBefore = await openSession(system, 'quan-tri');
    const headers = { origin: 'http://localhost', cookie: `motcua_session=${tokenBefore}` };
    const fields = { login: LOGINS[0], password: PASSWORD };
    const sent = await planted.post('/sign-in', fields, headers);
    expect(sent.status).toBe(303);
    const sentToken =
      /motcua_session=([^;]+)/.exec(sent.response.headers.getSetCookie().join('\n'))?.[1] ?? '';
    expect(sentToken).not.toBe(tokenBefore);
    expect(await actorOfToken(system, tokenBefore, system.clock())).toBeNull();
    expect(await actorOfToken(system, sentToken, system.clock())).not.toBeNull();
  });

  test('for the first time is told to the owner, and afterwards no more', async () => {
    await system.superuser.query('delete from graphile_worker._private_jobs');
    const browser = await visitorOf(system);
    const enter = async (login: string) => browser.post('/sign-in', { login, password: PASSWORD });
    await enter(LOGINS[0]);
    expect(await told()).toEqual([{ what: 'new-browser', from: '127.0.0.1' }]);
    await browser.post('/sign-out', {});
    await enter(LOGINS[0]);
    expect(await told()).toHaveLength(1);
    // A colleague at the same computer is another matter, and does not make the first one forgotten.
    await enter(LOGINS[1]);
    expect(await told()).toHaveLength(2);
    await enter(LOGINS[0]);
    expect(await told()).toHaveLength(2);
    await (await visitorOf(system)).post('/sign-in', { login: LOGINS[0], password: PASSWORD });
    expect(await told()).toHaveLength(3);
  });

  test('cannot make itself known by a mark of its own', async () => {
    await system.superuser.query('delete from graphile_worker._private_jobs');
    const mark = (await systemContext(system, 'test')).secrets.blindIndex('known-browser', '999999');
    const headers = { origin: 'http://localhost', cookie: `motcua_known=${mark.toString('base64url')}.a.b` };
    await (await visitorOf(system)).post('/sign-in', { login: LOGINS[0], password: PASSWORD }, headers);
    expect(await told()).toHaveLength(1);
  });

  test('with a wrong password ends nothing and tells nobody', async () => {
    await system.superuser.query('delete from graphile_worker._private_jobs');
    const token = await openSession(system, LOGINS[0]);
    const headers = { origin: 'http://localhost', cookie: `motcua_session=${token}` };
    const sent = await (
      await visitorOf(system)
    ).post('/sign-in', { login: LOGINS[0], password: 'sai' }, headers);
    expect([422, 303]).toContain(sent.status);
    expect(await actorOfToken(system, token, system.clock())).not.toBeNull();
    expect(await told()).toEqual([]);
  });
});
