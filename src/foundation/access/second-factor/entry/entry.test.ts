import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { type Device, newDevice } from '#test/authenticator.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { type App, giveApp, givePasskey } from '#test/second-factor.ts';
import { disableAccount, enableAccount, setOneTimePassword } from '../../accounts/service.ts';
import { actorOfToken } from '../../sessions/service.ts';
import { signIn } from '../../sign-in/service.ts';
import { addPasskey, passkeyOffer } from '../passkeys/service.ts';
import { assertionAnswer, registrationAnswer } from '../passkeys/schema.ts';
import { WRONG_CODES } from './schema.ts';
import { doorOptions, passWithCode, passWithPasskey, secondStepOf, signInWithPasskey } from './service.ts';

const LOGIN = 'quan-tri';
const OTHER = 'noi-vu';
const BROWSER = { address: '203.0.113.7', userAgent: 'test' };

let system: TestSystem;
let password: string;
let app: App & { readonly codes: readonly string[] };
let device: Device;
/** Each test is a while after the one before: codes count once. */
let minutes = 0;

beforeAll(async () => {
  system = await openTestWorld();
  app = await giveApp(system, LOGIN);
  device = await givePasskey(system, LOGIN);
  const accountId = (await actAs(system, LOGIN)).actor?.accountId ?? 0;
  ({ password } = await setOneTimePassword(await context(), accountId));
});
afterAll(async () => system.close());
beforeEach(async () => {
  minutes += 5;
  system.setClock(new Date(Date.parse(TUESDAY_MORNING) + minutes * 60_000).toISOString());
  await system.superuser.query('delete from login_attempts');
});

const context = async () => systemContext(system, 'test');
const code = () => app.codeAt(system.clock());

async function withPassword(): Promise<string> {
  const { kind, token } = await signIn(await context(), { ...BROWSER, login: LOGIN, password });
  expect(kind).toBe('second-step');
  return token;
}

async function whoIs(token: string) {
  return (await actorOfToken(system, token, system.clock()))?.actor ?? null;
}

async function pass(token: string, typed: string, address = BROWSER.address) {
  return passWithCode(await context(), { ...BROWSER, address, token, code: typed });
}

describe('A right password', () => {
  test('opens nothing by itself where there is a second step', async () => {
    const token = await withPassword();
    expect(await whoIs(token)).toBeNull();
    const { rows } = await system.superuser.query(
      'select 1 from sessions s join accounts a on a.id = s.account_id where a.login = $1',
      [LOGIN],
    );
    expect(rows).toEqual([]);
  });

  test('and the code of the app open the session, once', async () => {
    const token = await withPassword();
    const entered = await pass(token, code());
    expect(await whoIs(entered.token)).toMatchObject({ name: expect.any(String) });
    await expect(pass(token, code())).rejects.toMatchObject({ kind: 'missing' });
  });

  test('waits ten minutes for the second step', async () => {
    const token = await withPassword();
    system.setClock(new Date(system.clock().getTime() + 601_000).toISOString());
    expect(await secondStepOf(await context(), token)).toBeNull();
    await expect(pass(token, code())).rejects.toMatchObject({ kind: 'missing' });
    minutes += 11;
  });

  test('is asked for again after five wrong codes', async () => {
    const token = await withPassword();
    for (let guess = 0; guess < WRONG_CODES; guess += 1)
      await expect(pass(token, `11111${guess}`, `198.51.100.${guess}`)).rejects.toMatchObject({
        kind: 'invalid',
      });
    await expect(pass(token, code(), '198.51.100.9')).rejects.toMatchObject({ kind: 'missing' });
  });

  test('given again does not forgive wrong codes', async () => {
    for (let guess = 0; guess < 5; guess += 1) {
      await expect(pass(await withPassword(), '111111')).rejects.toMatchObject({ kind: 'invalid' });
    }
    await expect(pass(await withPassword(), code())).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('A code from the sheet', () => {
  test('opens once, is noted, and is no code of anybody else', async () => {
    const [first = ''] = app.codes;
    await pass(await withPassword(), first);
    await expect(pass(await withPassword(), first)).rejects.toMatchObject({ kind: 'invalid' });
    const { rows } = await system.superuser.query(
      "select 1 from history_events where kind = 'recovery-code-used'",
    );
    expect(rows).toHaveLength(1);
    await expect(pass(await withPassword(), '0123456789')).rejects.toMatchObject({ kind: 'invalid' });
  });
});

describe('A passkey', () => {
  const atDoor = async () => (await doorOptions(await context())) ?? '';
  const enter = async (credential: string) =>
    signInWithPasskey(await context(), { ...BROWSER, answer: assertionAnswer.parse(credential) });

  test('opens without a password, once for each question', async () => {
    const credential = device.get(await atDoor());
    const { token } = await enter(credential);
    expect((await whoIs(token))?.accountId).toBe((await actAs(system, LOGIN)).actor?.accountId);
    await expect(enter(credential)).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('that lies on several devices and so counts nothing opens once for each question as well', async () => {
    const ctx = await actAs(system, 'van-thu.huyen');
    const synced = newDevice();
    const made = synced.create((await passkeyOffer(ctx)) ?? '', { count: 0 });
    await addPasskey(ctx, { name: 'x', answer: registrationAnswer.parse(made), token: '' });
    const credential = synced.get(await atDoor(), { count: 0 });
    expect(await enter(credential)).toHaveProperty('token');
    await expect(enter(credential)).rejects.toMatchObject({ kind: 'invalid' });
    expect(await enter(synced.get(await atDoor(), { count: 0 }))).toHaveProperty('token');
  });

  test('opens as the second step, for the one who gave the password', async () => {
    const token = await withPassword();
    const step = await secondStepOf(await context(), token);
    const answer = assertionAnswer.parse(device.get(step?.passkeyOptions ?? ''));
    const entered = await passWithPasskey(await context(), { ...BROWSER, token, answer });
    expect(await whoIs(entered.token)).not.toBeNull();
    const others = await givePasskey(system, OTHER);
    const again = await withPassword();
    const asked = (await secondStepOf(await context(), again))?.passkeyOptions ?? '';
    const foreign = assertionAnswer.parse(others.get(asked));
    const trying = passWithPasskey(await context(), { ...BROWSER, token: again, answer: foreign });
    await expect(trying).rejects.toMatchObject({ kind: 'invalid' });
  });

  test.each([
    ['another site', { origin: 'https://motcua.evil.example' }],
    ['another domain', { party: 'evil.example' }],
    ['a device that did not check the person', { unverified: true }],
    ['a device whose count goes back, a copy', { count: 1 }],
  ])('from %s opens nothing', async (_what, lie) => {
    await enter(device.get(await atDoor()));
    await expect(enter(device.get(await atDoor(), lie))).rejects.toMatchObject({ kind: 'invalid' });
    device.get(await atDoor(), { count: 1000 + minutes });
  });

  test('that answers what was asked for something else, too late, or by somebody else opens nothing', async () => {
    const second = (await secondStepOf(await context(), await withPassword()))?.passkeyOptions ?? '';
    await expect(enter(device.get(second))).rejects.toMatchObject({ kind: 'invalid' });
    await expect(enter(device.get(JSON.stringify({ challenge: 'AAAA' })))).rejects.toMatchObject({
      kind: 'invalid',
    });
    const early = await atDoor();
    system.setClock(new Date(system.clock().getTime() + 31 * 60_000).toISOString());
    minutes += 31;
    await expect(enter(device.get(early))).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('that nobody added, or of a closed account, opens nothing', async () => {
    await expect(enter(newDevice().get(await atDoor()))).rejects.toMatchObject({ kind: 'invalid' });
    const others = await givePasskey(system, 'chu-tich.huyen');
    const accountId = (await actAs(system, 'chu-tich.huyen')).actor?.accountId ?? 0;
    const administrator = await actAs(system, LOGIN);
    await disableAccount(administrator, { accountId, reason: 'thử' });
    await expect(enter(others.get(await atDoor()))).rejects.toMatchObject({ kind: 'invalid' });
    await enableAccount(administrator, { accountId });
    await expect(enter(others.get(await atDoor()))).resolves.toHaveProperty('token');
  });

  test('whose bytes were changed opens nothing', async () => {
    const whole = JSON.parse(device.get(await atDoor()));
    const signature = Buffer.from(whole.response.signature, 'base64url');
    signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1;
    whole.response.signature = signature.toString('base64url');
    await expect(enter(JSON.stringify(whole))).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('of which anything was replaced by anything opens nothing and is no failure', async () => {
    const bytes = fc.uint8Array({ maxLength: 300 }).map((some) => Buffer.from(some).toString('base64url'));
    const part = fc.constantFrom('clientDataJSON', 'authenticatorData', 'signature');
    const honest = JSON.parse(device.get(await atDoor()));
    await fc.assert(
      fc.asyncProperty(part, bytes, async (name, replaced) => {
        await system.superuser.query('delete from login_attempts');
        const answer = { ...honest, response: { ...honest.response, [name]: replaced } };
        await expect(enter(JSON.stringify(answer))).rejects.toMatchObject({
          kind: 'invalid',
        });
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['another site', { origin: 'https://motcua.evil.example' }],
    ['a device that did not check the person', { unverified: true }],
  ])('made for %s is not kept', async (_what, lie) => {
    const ctx = await actAs(system, OTHER);
    const answer = registrationAnswer.parse(newDevice().create((await passkeyOffer(ctx)) ?? '', lie));
    await expect(addPasskey(ctx, { name: 'x', answer, token: '' })).rejects.toMatchObject({
      kind: 'invalid',
    });
  });

  test('asked of one person is not kept for another, and one answer not twice', async () => {
    const [ctx, other] = [await actAs(system, OTHER), await actAs(system, 'thanh-tra')];
    const answer = registrationAnswer.parse(newDevice().create((await passkeyOffer(ctx)) ?? ''));
    await expect(addPasskey(other, { name: 'x', answer, token: '' })).rejects.toMatchObject({
      kind: 'invalid',
    });
    await addPasskey(ctx, { name: 'x', answer, token: '' });
    await expect(addPasskey(ctx, { name: 'y', answer, token: '' })).rejects.toMatchObject({
      kind: 'invalid',
    });
  });

  test('is offered only where browsers allow it', async () => {
    const at = async (publicUrl: string) => doorOptions({ ...(await context()), publicUrl });
    expect(await at('https://motcua.anlao.example.vn')).toContain('motcua.anlao.example.vn');
    expect(await at('http://motcua.anlao.example.vn')).toBeNull();
    expect(await at('http://10.0.0.5:3000')).toBeNull();
    expect(await at('https://[::1]')).toBeNull();
  });
});
