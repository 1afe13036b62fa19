import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { type Context, systemContext } from '#foundation/context.ts';
import { addOfficer } from '#foundation/people/officers/service.ts';
import { appointSubstitute } from '#foundation/people/posts/substitutions.ts';
import { changeOwnPassword, proveCurrent } from '../passwords/service.ts';
import { verifyPassword } from '../passwords/argon2.ts';
import { actorOfToken } from '../sessions/service.ts';
import { isSessionToken } from '../sessions/token.ts';
import { signIn } from '../sign-in/service.ts';
import { createAccount, disableAccount, enableAccount, resetPassword } from './service.ts';
import { readAccount, readAccountOf } from './store.ts';

const GOOD = 'ba con trâu qua suối';
let system: TestSystem;
let administrator: Context;

beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  administrator = await actAs(system, 'quan-tri');
});

async function newOfficer(): Promise<number> {
  const ctx = await systemContext(system, 'test');
  return addOfficer(ctx, { fullName: 'Đinh Văn A', phone: '', email: '', note: '' });
}

async function accountOf(login: string): Promise<number> {
  return (await actAs(system, login)).actor?.accountId ?? 0;
}

async function browserOf(login: string, password: string): Promise<string> {
  const ctx = await systemContext(system, 'test');
  const { token } = await signIn(ctx, { login, password, address: 'test', userAgent: 'test' });
  return token;
}

async function contextOf(token: string): Promise<Context> {
  const found = await actorOfToken(system, token, system.clock());
  return { ...(await systemContext(system, 'test')), actor: found?.actor ?? null };
}

describe('An account', () => {
  test('is opened by the administrator with a password that is stored nowhere', async () => {
    const given = await createAccount(administrator, { officerId: await newOfficer(), login: 'tang-cuong' });
    const account = await readAccount(system.db, given.accountId);
    expect(account).toMatchObject({ login: 'tang-cuong', mustChangePassword: true, disabledAt: null });
    expect(account?.passwordExpiresAt).toEqual(new Date('2020-05-05T08:00:00+07:00'));
    expect(await verifyPassword(account?.passwordHash ?? null, given.password)).toBe(true);
    const { rows } = await system.superuser.query('select payload from history_events');
    expect(JSON.stringify(rows)).not.toContain(given.password);
  });

  test('has a login of its own, and a person has one account', async () => {
    const officerId = await newOfficer();
    const taken = createAccount(administrator, { officerId, login: 'mot-cua.an-hoa' });
    await expect(taken).rejects.toMatchObject({ kind: 'invalid', fields: { login: expect.any(String) } });
    await createAccount(administrator, { officerId, login: 'mot-nguoi' });
    const second = createAccount(administrator, { officerId, login: 'hai-ten' });
    await expect(second).rejects.toMatchObject({ kind: 'conflict' });
  });

  test.each(['noi-vu', 'chu-tich.huyen', 'mot-cua.an-hoa', 'thanh-tra'])(
    'is not managed by %s',
    async (login) => {
      const ctx = await actAs(system, login);
      const accountId = await accountOf('van-thu.an-hoa');
      const forbidden = { kind: 'forbidden' };
      const officerId = await newOfficer();
      await expect(createAccount(ctx, { officerId, login: 'moi' })).rejects.toMatchObject(forbidden);
      await expect(resetPassword(ctx, { accountId })).rejects.toMatchObject(forbidden);
      await expect(disableAccount(ctx, { accountId, reason: 'thử' })).rejects.toMatchObject(forbidden);
      await expect(enableAccount(ctx, { accountId })).rejects.toMatchObject(forbidden);
    },
  );
});

describe('An account that is open', () => {
  test('that gets a new password ends its sessions', async () => {
    const accountId = await accountOf('van-thu.an-hoa');
    const first = await resetPassword(administrator, { accountId });
    const token = await browserOf('van-thu.an-hoa', first.password);
    const second = await resetPassword(administrator, { accountId });
    expect((await contextOf(token)).actor).toBeNull();
    await expect(browserOf('van-thu.an-hoa', first.password)).rejects.toMatchObject({ kind: 'invalid' });
    expect(isSessionToken(system.secrets, await browserOf('van-thu.an-hoa', second.password))).toBe(true);
  });

  test('is closed and opened once each, with its reason in the history', async () => {
    const accountId = await accountOf('dia-chinh.an-hoa');
    await disableAccount(administrator, { accountId, reason: 'nghi lộ mật khẩu' });
    const again = disableAccount(administrator, { accountId, reason: 'thử' });
    await expect(again).rejects.toMatchObject({ kind: 'conflict' });
    await enableAccount(administrator, { accountId });
    await expect(enableAccount(administrator, { accountId })).rejects.toMatchObject({ kind: 'conflict' });
    const { rows } = await system.superuser.query<{ kind: string; payload: unknown }>(
      "select kind, payload from history_events where stream = 'account' and stream_id = $1 order by sequence",
      [accountId],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['created', 'disabled', 'enabled']);
    expect(rows[1]?.payload).toEqual({ reason: 'nghi lộ mật khẩu' });
  });

  test('of one’s own is not closed and not reset, nor the last administrator’s', async () => {
    const accountId = administrator.actor?.accountId ?? 0;
    await expect(disableAccount(administrator, { accountId, reason: 'thử' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(resetPassword(administrator, { accountId })).rejects.toMatchObject({ kind: 'forbidden' });
    const substitute = await administratorsSubstitute();
    const closing = disableAccount(substitute, { accountId, reason: 'thử' });
    await expect(closing).rejects.toMatchObject({ kind: 'conflict' });
  });
});

/** Somebody who acts in the administrator's post for a day, but does not hold it. */
async function administratorsSubstitute(): Promise<Context> {
  const { actor } = await actAs(system, 'noi-vu');
  const postId = administrator.actor?.post.postId ?? 0;
  const day = { from: '2020-04-28', until: '2020-04-28', reason: 'đi công tác' };
  await appointSubstitute(administrator, { postId, substituteId: actor?.officerId ?? 0, ...day });
  const ctx = await actAs(system, 'noi-vu');
  const post = ctx.actor?.posts.find((one) => one.postId === postId);
  if (!ctx.actor || !post) throw new Error('The substitution does not count');
  return { ...ctx, actor: { ...ctx.actor, post } };
}

describe('One’s own password', () => {
  test('is changed with the current one, ends the other sessions and opens the desk', async () => {
    const { password } = await resetPassword(administrator, { accountId: await accountOf('tu-phap.an-hoa') });
    const here = await browserOf('tu-phap.an-hoa', password);
    const there = await browserOf('tu-phap.an-hoa', password);
    const ctx = await contextOf(here);
    expect(ctx.actor?.mustChangePassword).toBe(true);
    await changeOwnPassword(ctx, { current: password, next: GOOD, token: here });
    expect((await contextOf(here)).actor?.mustChangePassword).toBe(false);
    expect((await contextOf(there)).actor).toBeNull();
    expect(isSessionToken(system.secrets, await browserOf('tu-phap.an-hoa', GOOD))).toBe(true);
    const account = await readAccountOf(system.db, ctx.actor?.officerId ?? 0);
    expect(account?.passwordExpiresAt).toBeNull();
  });

  test.each([
    [null, 'ngắn', 'next'],
    [null, 'chu-tich.an-hoa', 'next'],
    [null, 'Xã An Hòa 2020', 'next'],
    [null, null, 'next'],
  ])('is refused at its field: %s → %s', async (current, next, field) => {
    const accountId = await accountOf('chu-tich.an-hoa');
    const { password } = await resetPassword(administrator, { accountId });
    const ctx = await actAs(system, 'chu-tich.an-hoa');
    const change = { current: current ?? password, next: next ?? password, token: 'test' };
    await expect(changeOwnPassword(ctx, change)).rejects.toMatchObject({
      kind: 'invalid',
      fields: { [field]: expect.any(String) },
    });
  });

  test('is refused when it is in the operator’s list of leaked ones', async () => {
    const { password } = await resetPassword(administrator, {
      accountId: await accountOf('chu-tich.an-hoa'),
    });
    const ctx = await actAs(system, 'chu-tich.an-hoa');
    const leakedPasswords = { has: async (tried: string) => tried === GOOD };
    const change = { current: password, next: GOOD, token: 'test' };
    await expect(changeOwnPassword({ ...ctx, leakedPasswords }, change)).rejects.toThrow('đã bị lộ');
    await expect(changeOwnPassword(ctx, change)).resolves.toBeUndefined();
  });

  test('asks for the current one, and lets nobody guess it', async () => {
    const { password } = await resetPassword(administrator, {
      accountId: await accountOf('chu-tich.an-hoa'),
    });
    const ctx = await actAs(system, 'chu-tich.an-hoa');
    const prove = async (current: string) => proveCurrent(ctx, { current, address: '10.1.1.1' });
    for (let guess = 0; guess < 5; guess += 1) {
      await expect(prove(`sai ${guess}`)).rejects.toMatchObject({
        kind: 'invalid',
        fields: { current: expect.any(String) },
      });
    }
    await expect(prove(password)).rejects.toMatchObject({ kind: 'conflict' });
    await expect(proveCurrent(ctx, { current: password, address: '10.1.1.2' })).resolves.toBeUndefined();
  });

  test('is nobody’s without signing in', async () => {
    const ctx = await systemContext(system, 'test');
    const change = changeOwnPassword(ctx, { current: GOOD, next: 'mưa rừng chiều nay', token: '' });
    await expect(change).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
