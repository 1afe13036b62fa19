import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { type Context, systemContext } from '#foundation/context.ts';
import { addHolding } from '#foundation/people/posts/holdings.ts';
import { addAccount, disableAccount, enableAccount, setOneTimePassword } from '../accounts/service.ts';
import { hashPassword } from '../passwords/argon2.ts';
import { ownPath } from './schema.ts';
import { isSessionToken } from '../sessions/token.ts';
import { signIn, sweepOldAttempts } from './service.ts';

const LOGIN = 'tu-phap.an-hoa';
let system: TestSystem;
let password: string;

beforeAll(async () => {
  system = await openTestWorld();
  ({ password } = await givePassword(LOGIN));
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  await system.superuser.query('delete from login_attempts');
});

async function givePassword(login: string) {
  const { actor } = await actAs(system, login);
  return setOneTimePassword(await systemContext(system, 'test'), actor?.accountId ?? 0);
}

async function attempt(login: string, typed: string, address = '203.0.113.7') {
  const ctx = await systemContext(system, 'test');
  return signIn(ctx, { login, password: typed, address, userAgent: 'test' });
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Refusal) return error;
  throw new Error('not refused', { cause: error });
}

describe('Signing in', () => {
  test('gives a token with our sign for a day', async () => {
    const { token, expires } = await attempt(LOGIN, password);
    expect(Buffer.from(token.split('.')[0] ?? '', 'base64url')).toHaveLength(32);
    expect(isSessionToken(system.secrets, token)).toBe(true);
    expect(expires).toEqual(new Date('2020-04-29T08:00:00+07:00'));
  });

  test('keeps only the hash of the token', async () => {
    const { token } = await attempt(LOGIN, password);
    const { rows } = await system.superuser.query('select * from sessions');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('does not tell a wrong password from a wrong login or a disabled account', async () => {
    const administrator = await actAs(system, 'quan-tri');
    const { password: right } = await givePassword('dia-chinh.an-hoa');
    const accountId = (await actAs(system, 'dia-chinh.an-hoa')).actor?.accountId ?? 0;
    await disableAccount(administrator, { accountId, reason: 'thử' });
    const sentences = [
      await refusalOf(attempt(LOGIN, 'sai mật khẩu')),
      await refusalOf(attempt('khong-co-ai', password)),
      await refusalOf(attempt('dia-chinh.an-hoa', right)),
    ].map(({ kind, message, fields }) => ({ kind, message, fields }));
    expect(new Set(sentences.map((sentence) => JSON.stringify(sentence))).size).toBe(1);
    await enableAccount(administrator, { accountId });
    expect(await attempt('dia-chinh.an-hoa', right)).toHaveProperty('token');
  });

  test('is refused with a one-time password that ran out', async () => {
    system.setClock('2020-05-06T08:00:00+07:00');
    const refusal = await refusalOf(attempt(LOGIN, password));
    expect(refusal.message).toContain('hết hạn');
  });

  test('is refused to who holds no post, in words that help', async () => {
    const ctx = await systemContext(system, 'test');
    const officerId = await personWithoutPost(ctx);
    expect((await refusalOf(attempt('moi.vao', 'ba con trâu qua suối'))).message).toContain(
      'vị trí công tác',
    );
    const { rows } = await system.superuser.query<{ id: number }>(
      'select p.id from posts p where not exists (select from post_holdings where post_id = p.id) limit 1',
    );
    await addHolding(ctx, { postId: Number(rows[0]?.id), officerId, from: '2020-04-28', decision: '1/QĐ' });
    expect(await attempt('moi.vao', 'ba con trâu qua suối')).toHaveProperty('token');
  });
});

async function personWithoutPost(ctx: Context): Promise<number> {
  const { rows } = await system.superuser.query<{ id: string }>(
    "insert into officers (full_name, folded_name, sequence) values ('Nguyễn Thị B', 'nguyen thi b', 0) returning id",
  );
  const officerId = Number(rows[0]?.id);
  const passwordHash = await hashPassword('ba con trâu qua suối');
  await addAccount(ctx, { officerId, login: 'moi.vao', passwordHash, expiresAt: null });
  return officerId;
}

describe('Guessing passwords', () => {
  test('of one login from one place stops after five, even with the right one', async () => {
    for (let guess = 1; guess <= 5; guess++) {
      expect((await refusalOf(attempt(LOGIN, `sai lần ${guess}`))).kind).toBe('invalid');
    }
    expect((await refusalOf(attempt(LOGIN, password))).kind).toBe('conflict');
  });

  test('elsewhere does not lock the officer out of their own place', async () => {
    for (let guess = 1; guess <= 6; guess++) await refusalOf(attempt(LOGIN, 'sai', '198.51.100.1'));
    expect(await attempt(LOGIN, password, '203.0.113.7')).toHaveProperty('token');
  });

  test('may go on after a quarter of an hour', async () => {
    for (let guess = 1; guess <= 6; guess++) await refusalOf(attempt(LOGIN, 'sai'));
    system.setClock('2020-04-28T08:15:01+07:00');
    expect(await attempt(LOGIN, password)).toHaveProperty('token');
  });

  test('starts anew after the right password', async () => {
    for (let guess = 1; guess <= 4; guess++) await refusalOf(attempt(LOGIN, 'sai'));
    await attempt(LOGIN, password);
    for (let guess = 1; guess <= 5; guess++) {
      expect((await refusalOf(attempt(LOGIN, 'sai'))).kind).toBe('invalid');
    }
  });

  test('all at once is no way around the limit', async () => {
    const guesses = Array.from({ length: 12 }, (_, guess) => refusalOf(attempt(LOGIN, `sai ${guess}`)));
    const kinds = (await Promise.all(guesses)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'invalid').length).toBeLessThanOrEqual(5);
  });

  test('of many logins from one place stops too', async () => {
    await system.superuser.query(
      `insert into login_attempts (login, address, outcome, at)
       select 'login-' || n, '203.0.113.7', 'refused', $1 from generate_series(1, 60) n`,
      [system.clock()],
    );
    expect((await refusalOf(attempt(LOGIN, password))).kind).toBe('conflict');
  });

  test('of one login from many places stops too', async () => {
    await system.superuser.query(
      `insert into login_attempts (login, address, outcome, at)
       select $1, '10.0.0.' || n, 'refused', $2 from generate_series(1, 30) n`,
      [LOGIN, system.clock()],
    );
    expect((await refusalOf(attempt(LOGIN, password))).kind).toBe('conflict');
  });
});

test('a login that many places try at once still opens where it was opened before', async () => {
  const desk = '203.0.113.99';
  await attempt(LOGIN, password, desk);
  await system.superuser.query(
    `insert into login_attempts (login, address, outcome, at)
     select $1, '10.0.1.' || n, 'refused', $2 from generate_series(1, 40) n`,
    [LOGIN, system.clock()],
  );
  expect((await refusalOf(attempt(LOGIN, password, '203.0.113.98'))).kind).toBe('conflict');
  expect(isSessionToken(system.secrets, (await attempt(LOGIN, password, desk)).token)).toBe(true);
});

test('attempts are forgotten after thirty days', async () => {
  await refusalOf(attempt(LOGIN, 'sai'));
  system.setClock('2020-05-29T08:00:00+07:00');
  await sweepOldAttempts(await systemContext(system, 'job'));
  const { rows } = await system.superuser.query('select * from login_attempts');
  expect(rows).toHaveLength(0);
});

test.each([
  ['/dossiers?state=late', '/dossiers?state=late'],
  ['//evil.example', '/desk'],
  ['/\\evil.example', '/desk'],
  ['https://evil.example', '/desk'],
  ['/sign-out', '/desk'],
  ['', '/desk'],
])('after signing in, %s leads to %s', (next, place) => {
  expect(ownPath(next)).toBe(place);
});
