import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { newDevice } from '#test/authenticator.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { type App, scanned } from '#test/second-factor.ts';
import { type Visited, type Visitor, visitorOf } from '#test/visitor.ts';
import { setOneTimePassword } from '../accounts/service.ts';

const WRONG = { current: 'không phải mật khẩu' };
let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  await system.superuser.query('delete from login_attempts');
});

async function passwordOf(login: string): Promise<string> {
  const accountId = (await actAs(system, login)).actor?.accountId ?? 0;
  return (await setOneTimePassword(await systemContext(system, 'test'), accountId)).password;
}

/** What the page asks of a passkey. */
function optionsOn({ html }: Visited): string {
  return (/data-options="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"');
}

/** The app of a telephone held before the page: what is typed by hand is the secret. */
function appOf({ text }: Visited): App {
  const typed = /((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})/.exec(text)?.[1] ?? '';
  return scanned(`otpauth://totp/x?secret=${typed.replaceAll(' ', '')}`);
}

async function enrol(
  visitor: Visitor,
  current: string,
): Promise<{ app: App; shown: Visited; page: Visited }> {
  const page = await visitor.get('/account/second-factor/app');
  const app = appOf(page);
  const shown = await visitor.send(page, '/app', { current, code: app.codeAt(system.clock()) });
  return { app, shown, page };
}

const later = (seconds: number) =>
  system.setClock(new Date(Date.parse(TUESDAY_MORNING) + seconds * 1000).toISOString());

describe('Somebody who adds an app', () => {
  test('scans, confirms, keeps the codes, and signs in with both steps from then on', async () => {
    const current = await passwordOf('noi-vu');
    const visitor = await visitorOf(system, 'noi-vu');
    const page = await visitor.get('/account/second-factor/app');
    expect(page.html).toContain('<svg role="img"');
    const app = appOf(page);
    const code = app.codeAt(system.clock());
    const guessed = await visitor.send(page, '/app', { ...WRONG, code });
    expect([guessed.status, guessed.text]).toEqual([
      422,
      expect.stringContaining('Mật khẩu hiện tại không đúng'),
    ]);
    const mistyped = await visitor.send(guessed, '/app', { current, code: 'abc' });
    expect([mistyped.status, mistyped.text]).toEqual([
      422,
      expect.stringContaining('Nhập mã gồm các chữ số'),
    ]);
    const filled = { current, code: `${code.slice(0, 3)} ${code.slice(3)}` };
    const shown = await visitor.send(mistyped, '/app', filled);
    expect([shown.status, shown.response.headers.get('location')]).toEqual([200, null]);
    const codes = [...shown.text.matchAll(/\b\d{5} \d{5}\b/g)].map(([one]) => one);
    expect(codes).toHaveLength(10);
    const again = await visitor.send(mistyped, '/app', filled);
    expect(again.status).not.toBe(200);
    expect(again.text).not.toContain(codes[0]);
    expect((await visitor.get('/account/second-factor')).text).toContain('Còn 10 mã');

    later(60);
    const browser = await visitorOf(system);
    const first = await browser.fill('/sign-in?next=/people', { login: 'noi-vu', password: current });
    expect([first.status, first.location]).toEqual([303, '/sign-in/second?next=%2Fpeople']);
    expect((await browser.get('/people')).location).toContain('/sign-in');
    const second = await browser.follow(first);
    const refused = await browser.send(second, '/sign-in/second', { code: '123456' });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Mã không đúng')]);
    const entered = await browser.send(second, '/sign-in/second', { code: app.codeAt(system.clock()) });
    expect([entered.status, entered.location]).toEqual([303, '/people']);
    expect((await browser.get('/account')).status).toBe(200);
  });

  test('is told nothing about accounts at the second door without the first', async () => {
    const browser = await visitorOf(system);
    expect((await browser.get('/sign-in/second')).location).toContain('/sign-in?next=');
    expect((await browser.post('/sign-in/second', { code: '123456' })).location).toContain('/sign-in?next=');
    expect((await browser.post('/sign-in/second/passkey', { credential: '' })).location).toContain(
      '/sign-in',
    );
    const unknown = await browser.post('/sign-in/passkey', { credential: '{"id":"x"}' });
    expect(unknown.status).toBe(303);
  });

  test('takes it away again with the password, and makes new codes with it', async () => {
    const current = await passwordOf('thanh-tra');
    const visitor = await visitorOf(system, 'thanh-tra');
    await enrol(visitor, current);
    const page = await visitor.get('/account/second-factor/codes');
    const codes = await visitor.send(page, '/codes', { current });
    expect(codes.text).toContain('chỉ hiện một lần');
    const again = await visitor.send(page, '/codes', { current });
    expect([again.status, again.text]).toEqual([303, '']);
    expect((await visitor.fill('/account/second-factor/app/remove', WRONG)).status).toBe(422);
    const removed = await visitor.fill('/account/second-factor/app/remove', { current });
    expect([removed.status, removed.location]).toEqual([303, '/account/second-factor']);
    expect((await visitor.fill('/account/second-factor/codes', { current })).status).toBe(409);
  });
});

describe('Somebody with a passkey', () => {
  test('adds it under a name, signs in with nothing else, and takes it away', async () => {
    const current = await passwordOf('van-thu.huyen');
    const visitor = await visitorOf(system, 'van-thu.huyen');
    const device = newDevice();
    const page = await visitor.get('/account/second-factor/passkeys/new');
    const nothing = await visitor.send(page, '/new', { name: 'Máy ở quầy', current });
    expect([nothing.status, nothing.text]).toEqual([422, expect.stringContaining('Hãy bật JavaScript')]);
    const credential = device.create(optionsOn(nothing));
    const added = await visitor.send(nothing, '/new', { name: 'Máy ở quầy', current, credential });
    expect(added.text).toContain('Mã dự phòng');
    const own = await visitor.get('/account/second-factor');
    expect(own.text).toContain('Máy ở quầy');

    await system.superuser.query(
      "update accounts set must_change_password = false where login = 'van-thu.huyen'",
    );
    const browser = await visitorOf(system);
    const door = await browser.get('/sign-in?next=/account');
    const entered = await browser.send(door, '/sign-in/passkey', { credential: device.get(optionsOn(door)) });
    expect([entered.status, entered.location]).toEqual([303, '/account']);
    expect((await browser.get('/account')).status).toBe(200);

    const rename = /href="([^"]*\/passkeys\/\d+\/rename)"/.exec(own.html)?.[1] ?? '';
    expect((await visitor.fill(rename, { name: '' })).status).toBe(422);
    expect((await visitor.fill(rename, { name: 'Máy tính bộ phận một cửa' })).status).toBe(303);
    expect((await visitor.get('/account/second-factor')).text).toContain('Máy tính bộ phận một cửa');

    const remove = /href="([^"]*\/passkeys\/\d+\/remove)"/.exec(own.html)?.[1] ?? '';
    const stranger = await visitorOf(system, 'noi-vu');
    expect((await stranger.get(remove)).status).toBe(404);
    expect((await stranger.post(rename, { name: 'Của người khác' })).status).toBe(404);
    expect((await stranger.post(remove, { current: 'x' })).status).toBeGreaterThanOrEqual(400);
    expect((await visitor.fill(remove, { current })).location).toBe('/account/second-factor');
    const late = await browser.get('/sign-in');
    expect(late.status).toBe(303);
  });
});

describe('A role that must have a second step', () => {
  test('is led to add it from the next click on, and works again once it is there', async () => {
    const administrator = await visitorOf(system, 'quan-tri');
    expect((await administrator.get('/people')).text).toContain('mới chỉ được bảo vệ bằng mật khẩu');
    const current = await passwordOf('chu-tich.an-hoa');
    const leader = await visitorOf(system, 'chu-tich.an-hoa');
    const counter = await visitorOf(system, 'mot-cua.an-hoa');
    expect((await leader.get('/inbox')).status).toBe(200);
    expect((await leader.get('/people/second-factor')).status).toBe(403);
    const set = await administrator.fill('/people/second-factor', { roles: ['chairman'] });
    expect([set.status, set.location]).toEqual([303, '/people/second-factor']);
    for (const path of ['/inbox', '/people', '/dossiers', '/search.json?q=a'])
      expect([(await leader.get(path)).location]).toEqual(['/account/second-factor']);
    expect((await leader.post('/intake/dang-ky-khai-sinh', {})).location).toBe('/account/second-factor');
    expect((await counter.get('/inbox')).status).toBe(200);
    expect((await leader.get('/account/second-factor')).text).toContain('trước khi làm việc');
    await enrol(leader, current);
    expect((await leader.get('/inbox')).status).toBe(200);
    expect((await leader.fill('/account/second-factor/app/remove', { current })).status).toBe(409);
    await administrator.fill('/people/second-factor', { roles: [] });
    expect((await leader.fill('/account/second-factor/app/remove', { current })).status).toBe(303);
    expect((await leader.get('/inbox')).status).toBe(200);
  });
});

describe('An account that everything was lost of', () => {
  test('is asked for, announced to its owner, and confirmed by another person, who sees the password once', async () => {
    const { actor } = await actAs(system, 'dia-chinh.an-hoa');
    const person = `/people/officers/${actor?.officerId}`;
    const administrator = await visitorOf(system, 'quan-tri');
    const recovery = `/people/accounts/${actor?.accountId}/recovery`;
    expect((await administrator.get(person)).html).toContain(recovery);
    expect((await administrator.fill(recovery, { reason: '' })).status).toBe(422);
    const opened = await administrator.fill(recovery, { reason: 'mất điện thoại' });
    expect([opened.status, opened.location]).toEqual([303, person]);
    const link = /href="(\/people\/recoveries\/\d+)"/.exec((await administrator.get(person)).html)?.[1] ?? '';
    const own = await administrator.get(link);
    expect(own.text).toContain('Người lập yêu cầu không được tự xác nhận');
    expect((await administrator.post(link, {})).status).toBe(403);
    expect(
      (await (await visitorOf(system, 'dia-chinh.an-hoa')).get('/account/second-factor')).text,
    ).toContain('Có người yêu cầu khôi phục');
    const chairman = await visitorOf(system, 'chu-tich.huyen');
    expect((await chairman.get(person)).html).toContain(link);
    expect((await chairman.get('/people')).html).toContain('href="/people/recoveries"');
    expect((await chairman.get('/people/recoveries')).html).toContain(link);
    expect(
      (await (await visitorOf(system, 'truong-phong.tai-chinh')).get('/people/recoveries')).html,
    ).not.toContain(link);
    const shown = await chairman.fill(link, {});
    expect([shown.status, shown.text]).toEqual([200, expect.stringMatching(/mật khẩu ?[a-z0-9]{4}-/)]);
    expect((await chairman.get(link)).status).toBe(404);
    const history = (await administrator.get(person)).text;
    expect(history).toContain('Xác nhận khôi phục');
    expect(history).toContain('Lập yêu cầu khôi phục tài khoản. Lý do: mất điện thoại');
  });

  test('stays as it is when its owner withdraws the request', async () => {
    const { actor } = await actAs(system, 'tu-phap.an-hoa');
    const administrator = await visitorOf(system, 'quan-tri');
    await administrator.fill(`/people/accounts/${actor?.accountId}/recovery`, { reason: 'thử' });
    const owner = await visitorOf(system, 'tu-phap.an-hoa');
    const page = await owner.get('/account/second-factor');
    expect((await owner.send(page, '/cancel')).location).toBe('/account/second-factor');
    expect((await owner.get('/account/second-factor')).text).not.toContain('Có người yêu cầu');
  });
});

test('An administrator ends every session of an account at once', async () => {
  const lost = await visitorOf(system, 'van-thu.an-hoa');
  expect((await lost.get('/account')).status).toBe(200);
  const accountId = (await actAs(system, 'van-thu.an-hoa')).actor?.accountId;
  const path = `/people/accounts/${accountId}/sign-out`;
  expect((await (await visitorOf(system, 'noi-vu')).get(path)).status).toBe(403);
  const ended = await (await visitorOf(system, 'quan-tri')).fill(path, {});
  expect(ended.status).toBe(303);
  expect((await lost.get('/account')).location).toContain('/sign-in');
});
