import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { visitorOf } from '#test/visitor.ts';
import { setOneTimePassword } from './accounts/service.ts';

const GOOD = 'ba con trâu qua suối';
let system: TestSystem;

beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(() => system.setClock(TUESDAY_MORNING));

async function givenPassword(login: string): Promise<string> {
  const { actor } = await actAs(system, login);
  const ctx = await systemContext(system, 'test');
  return (await setOneTimePassword(ctx, actor?.accountId ?? 0)).password;
}

describe('The first sign-in', () => {
  test('leads through a password of one’s own to where one wanted to go', async () => {
    const password = await givenPassword('mot-cua.an-hoa');
    const browser = await visitorOf(system);
    const signedIn = await browser.fill('/sign-in?next=/account', { login: ' MOT-CUA.an-hoa ', password });
    expect([signedIn.status, signedIn.location]).toEqual([303, '/account']);
    expect(signedIn.response.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Lax/i);
    expect((await browser.get('/account')).location).toBe('/account/password');
    const weak = { current: password, next: 'matkhau2020', repeated: 'matkhau2020' };
    const refused = await browser.fill('/account/password', weak);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('nhiều người hay dùng');
    const unlike = await browser.fill('/account/password', { ...weak, next: GOOD, repeated: `${GOOD}!` });
    expect(unlike.html).toContain('không giống nhau');
    const changed = await browser.fill('/account/password', {
      current: password,
      next: GOOD,
      repeated: GOOD,
    });
    expect([changed.status, changed.location]).toEqual([303, '/desk']);
    const own = (await browser.get('/account')).html;
    expect(own).toContain('mot-cua.an-hoa');
    expect(own).toContain('Phiên này');
  });

  test('lets nobody guess the present password by forms that are refused', async () => {
    const password = await givenPassword('van-thu.an-hoa');
    const browser = await visitorOf(system);
    await browser.fill('/sign-in', { login: 'van-thu.an-hoa', password });
    const next = { next: GOOD, repeated: GOOD };
    for (let guess = 1; guess <= 5; guess += 1) {
      const wrong = await browser.fill('/account/password', { ...next, current: `sai lần ${guess}` });
      expect(wrong.status).toBe(422);
      expect(wrong.text).toContain('Mật khẩu hiện tại không đúng');
    }
    const stopped = await browser.fill('/account/password', { ...next, current: password });
    expect(stopped.status).toBe(409);
    expect(stopped.text).toContain('Đã nhập sai quá nhiều lần');
    system.setClock('2020-04-28T08:15:01+07:00');
    const changed = await browser.fill('/account/password', { ...next, current: password });
    expect([changed.status, changed.location]).toEqual([303, '/desk']);
  });

  test('shows no password again when something is wrong', async () => {
    const refused = await (
      await visitorOf(system)
    ).fill('/sign-in', {
      login: 'mot-cua.an-hoa',
      password: 'bí mật đây',
    });
    const page = refused.html;
    expect(refused.status).toBe(422);
    expect(page).toContain('value="mot-cua.an-hoa"');
    expect(page).not.toContain('bí mật đây');
    expect(page).toContain('không đúng');
  });

  test('asks for what is missing', async () => {
    const { text } = await (await visitorOf(system)).fill('/sign-in');
    expect(text).toContain('Nhập tên đăng nhập.');
    expect(text).toContain('Nhập mật khẩu.');
  });

  test('goes to no other site', async () => {
    const password = await givenPassword('van-thu.huyen');
    const browser = await visitorOf(system);
    const sent = await browser.post('/sign-in', {
      login: 'van-thu.huyen',
      password,
      next: '//evil.example/x',
    });
    expect(sent.location).toBe('/desk');
  });

  test('answers 429 to too many guesses', async () => {
    const browser = await visitorOf(system);
    const guess = async () => browser.post('/sign-in', { login: 'noi-vu', password: 'sai' });
    const statuses: number[] = [];
    for (let count = 1; count <= 6; count++) statuses.push((await guess()).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });
});

describe('A signed-in browser', () => {
  test('is signed out by its button, and once more does no harm', async () => {
    const browser = await visitorOf(system, 'giam-doc.dang-ky-dat-dai');
    const out = await browser.send(await browser.get('/account'), '/sign-out');
    expect([out.status, out.location]).toEqual([303, '/sign-in']);
    expect((await browser.get('/account')).location).toContain('/sign-in');
    expect((await browser.post('/sign-out', {})).status).toBe(303);
  });

  test('needs no second sign-in', async () => {
    const browser = await visitorOf(system, 'chu-tich.huyen');
    const page = await browser.get('/sign-in?next=/people');
    expect([page.status, page.location]).toEqual([303, '/people']);
  });

  test('appoints a substitute from its own page, who then works in the other post', async () => {
    const holder = await visitorOf(system, 'chuyen-vien.tu-phap');
    const substitute = await visitorOf(system, 'truong-phong.tu-phap');
    const { actor } = await actAs(system, 'chuyen-vien.tu-phap');
    const substituteId = (await actAs(system, 'truong-phong.tu-phap')).actor?.officerId ?? 0;
    const postId = actor?.post.postId ?? 0;
    const path = `/people/posts/${postId}/substitute`;
    expect((await holder.get('/account')).html).toContain(path);
    const days = { from: '28/4/2020', until: '29/4/2020', reason: 'nghỉ phép năm' };
    const missing = await holder.fill(path, { ...days, substituteId: '' });
    expect(missing.status).toBe(422);
    expect(missing.html).toContain('Chọn người làm thay.');
    const done = await holder.fill(path, { ...days, substituteId: String(substituteId) });
    expect([done.status, done.location]).toEqual([303, '/account']);
    expect((await holder.get('/account')).html).toContain('nghỉ phép năm');
    const switched = await substitute.post('/session/post', { postId: String(postId) });
    expect([switched.status, switched.location]).toEqual([303, '/desk']);
    const own = (await substitute.get('/account')).html;
    expect(own).toContain('Làm thay Chuyên viên Phòng Tư pháp An Lão');
    const { rows } = await system.superuser.query<{ id: string }>('select id from substitutions');
    const stranger = await visitorOf(system, 'mot-cua.an-toan');
    for (const forbidden of [path, `/people/substitutions/${rows[0]?.id}/end`]) {
      expect((await stranger.get(forbidden)).status).toBe(403);
    }
    const ended = await holder.fill(`/people/substitutions/${rows[0]?.id}/end`, {});
    expect(ended.location).toBe('/account');
    expect((await substitute.post('/session/post', { postId: String(postId) })).status).toBe(403);
  });

  test('ends another browser of the same person', async () => {
    const first = await visitorOf(system, 'thanh-tra');
    expect((await first.get('/account')).status).toBe(200);
    const second = await visitorOf(system);
    await second.post('/sign-in', { login: 'thanh-tra', password: await givenPassword('thanh-tra') });
    expect((await first.get('/account')).location).toContain('/sign-in');
    await system.superuser.query(
      "update accounts set must_change_password = false where login = 'thanh-tra'",
    );
    expect((await second.post('/account/sessions/end-others', {})).status).toBe(303);
    expect((await second.post('/account/sessions/999999/end', {})).status).toBe(404);
    expect((await second.get('/account')).status).toBe(200);
  });
});
