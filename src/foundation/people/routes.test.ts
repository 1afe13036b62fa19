import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { type Visited, visitorOf } from '#test/visitor.ts';

let system: TestSystem;

beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(() => system.setClock(TUESDAY_MORNING));

async function pageOf(login: string, path: string): Promise<string> {
  return (await (await visitorOf(system, login)).get(path)).html;
}

describe('The list of people', () => {
  test('is searched without accents, by unit with those below it, and by role', async () => {
    const byName = await pageOf('noi-vu', '/people?q=tu phap an hoa');
    expect(byName).toContain('Chuyên viên Tư pháp - hộ tịch An Hòa');
    expect(byName).not.toContain('Chuyên viên Văn hóa - xã hội An Hòa');
    const { unitId } = (await actAs(system, 'chu-tich.an-hoa')).actor?.post ?? { unitId: 0 };
    const byUnit = await pageOf('noi-vu', `/people?unit=${unitId}&role=specialist`);
    expect(byUnit).toContain('Chuyên viên Văn hóa - xã hội An Hòa');
    expect(byUnit).not.toContain('Cán bộ một cửa An Hòa');
    expect(byUnit).not.toContain('Chuyên viên Phòng Tư pháp An Lão');
  });

  test('says what to do when nobody is found, and takes nonsense as no filter', async () => {
    expect(await pageOf('noi-vu', '/people?q=khong co ai ten nay')).toContain('Không tìm thấy cán bộ nào');
    expect(await pageOf('noi-vu', '/people?q=100%25_')).toContain('Không tìm thấy cán bộ nào');
    expect(await pageOf('noi-vu', '/people?unit=x&role=king&page=-1')).toContain('Cán bộ một cửa An Hòa');
  });

  test('shows a leader the people of the unit and those below, and nobody else', async () => {
    const page = await pageOf('chu-tich.an-hoa', '/people');
    expect(page).toContain('Cán bộ một cửa An Hòa');
    expect(page).not.toContain('Cán bộ một cửa An Toàn');
    expect(page).not.toContain('Thêm cán bộ');
    const district = await pageOf('chu-tich.huyen', '/people');
    expect(district).toContain('Cán bộ một cửa An Toàn');
  });

  test('is not for a counter', async () => {
    expect((await (await visitorOf(system, 'mot-cua.an-hoa')).get('/people')).status).toBe(403);
    expect((await (await visitorOf(system, 'mot-cua.an-hoa')).get('/people/posts')).status).toBe(403);
  });

  test('is exported as it is filtered', async () => {
    const browser = await visitorOf(system, 'noi-vu');
    const csv = (await browser.get('/people?q=van thu&format=csv')).html;
    expect(csv).toContain('Văn thư UBND xã An Hòa');
    expect(csv).not.toContain('Chủ tịch');
    expect((await browser.get('/people/posts?vacant=yes&format=xlsx')).status).toBe(200);
  });
});

describe('A person’s page', () => {
  test('shows posts, account and history to whoever may see the unit', async () => {
    const { officerId } = (await actAs(system, 'mot-cua.an-hoa')).actor ?? { officerId: 0 };
    const path = `/people/officers/${officerId}`;
    const page = await pageOf('chu-tich.an-hoa', path);
    expect(page).toContain('Công chức tiếp nhận và trả kết quả');
    expect(page).toContain('Cấp tài khoản mot-cua.an-hoa');
    expect(page).not.toContain('Cấp lại mật khẩu');
    expect(await pageOf('quan-tri', path)).toContain('Cấp lại mật khẩu');
    for (const login of ['truong-phong.tu-phap', 'mot-cua.an-toan']) {
      expect((await (await visitorOf(system, login)).get(path)).status).toBe(403);
    }
    expect((await (await visitorOf(system, 'noi-vu')).get('/people/officers/999999')).status).toBe(404);
  });
});

describe('A new official', () => {
  test('is entered, given a vacant post and an account, and can sign in', async () => {
    const homeAffairs = await visitorOf(system, 'noi-vu');
    const administrator = await visitorOf(system, 'quan-tri');
    const blank = await homeAffairs.fill('/people/officers/new', { fullName: '', email: 'không phải thư' });
    expect(blank.status).toBe(422);
    expect(blank.html).toContain('Nhập họ và tên.');
    const person = { fullName: 'Nguyễn Thị B', phone: '', email: '', note: '' };
    const officerPath = locationOf(await homeAffairs.fill('/people/officers/new', person));
    expect(await pageOf('noi-vu', officerPath)).toContain('Chưa giữ vị trí nào');

    const post = { title: 'Công chức Tài chính - kế toán', roles: ['specialist', 'records-clerk'] };
    const { unitId } = (await actAs(system, 'chu-tich.an-hoa')).actor?.post ?? { unitId: 0 };
    const postPath = locationOf(
      await homeAffairs.fill('/people/posts/new', { ...post, unitId: String(unitId), from: '1/4/2020' }),
    );
    expect(await pageOf('noi-vu', postPath)).toContain('Đang khuyết');
    expect(await pageOf('noi-vu', '/people/posts?vacant=yes')).toContain('Tài chính - kế toán');

    const officerId = officerPath.split('/').at(-1) ?? '';
    const appointment = { officerId, from: '28/4/2020', decision: '15/QĐ-UBND' };
    const badDate = await homeAffairs.fill(`${postPath}/appoint`, { ...appointment, from: '31/2/2020' });
    expect(badDate.html).toContain('Nhập ngày, tháng, năm');
    expect(locationOf(await homeAffairs.fill(`${postPath}/appoint`, appointment))).toBe(postPath);
    expect(await pageOf('noi-vu', postPath)).toContain('Giao cho Nguyễn Thị B giữ');

    expect((await homeAffairs.get(`${officerPath}/account`)).status).toBe(403);
    const given = await administrator.fill(`${officerPath}/account`, { login: 'Tai-Chinh.An-Hoa' });
    const shown = given.html;
    const password = /(?<![\w-])[a-z346789]{4}(?:-[a-z346789]{4}){3}(?![\w-])/.exec(shown)?.[0] ?? '';
    expect([given.status, given.response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(given.location).toBeNull();
    const newcomer = await visitorOf(system);
    const signedIn = await newcomer.post('/sign-in', { login: 'tai-chinh.an-hoa', password, next: '/desk' });
    expect(signedIn.status).toBe(303);
    expect((await newcomer.get('/account')).location).toBe('/account/password');
  });

  test('gets one account from a form sent twice, and the password is shown once', async () => {
    const homeAffairs = await visitorOf(system, 'noi-vu');
    const person = { fullName: 'Đinh Văn A', phone: '', email: '', note: '' };
    const officerPath = locationOf(await homeAffairs.fill('/people/officers/new', person));
    const administrator = await visitorOf(system, 'quan-tri');
    const form = { login: 'dinh-van-a', formId: randomUUID() };
    const answers = await Promise.all([
      administrator.post(`${officerPath}/account`, form),
      administrator.post(`${officerPath}/account`, form),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 303]);
    const again = await administrator.post(`${officerPath}/account`, form);
    expect(locationOf(again).startsWith(officerPath)).toBe(true);
  });
});

describe('Ending', () => {
  test('a holding asks first, says what it means, and frees the post', async () => {
    const { officerId, post } = (await actAs(system, 'dia-chinh.an-hoa')).actor ?? {
      officerId: 0,
      post: null,
    };
    const { rows } = await system.superuser.query<{ id: string }>(
      'select id from post_holdings where officer_id = $1',
      [officerId],
    );
    const path = `/people/holdings/${rows[0]?.id}/release`;
    const homeAffairs = await visitorOf(system, 'noi-vu');
    expect((await homeAffairs.get(path)).html).toContain('sẽ mất mọi quyền');
    const noDecision = await homeAffairs.fill(path, { on: '28/4/2020', decision: '' });
    expect(noDecision.status).toBe(422);
    const done = await homeAffairs.fill(path, { on: '28/4/2020', decision: '20/QĐ-UBND' });
    expect(locationOf(done)).toBe(`/people/posts/${post?.postId}`);
    expect((await homeAffairs.fill(path, { on: '28/4/2020', decision: '20/QĐ-UBND' })).status).toBe(409);
    const end = await homeAffairs.fill(`/people/posts/${post?.postId}/end`, { on: '1/5/2020' });
    expect(locationOf(end)).toBe(`/people/posts/${post?.postId}`);
    expect(await pageOf('noi-vu', `/people/posts/${post?.postId}`)).toContain('Kết thúc vị trí từ 1/5/2020');
  });

  test('an account asks for the reason and can be taken back', async () => {
    const { accountId } = (await actAs(system, 'van-hoa-xa-hoi.an-hoa')).actor ?? { accountId: 0 };
    const administrator = await visitorOf(system, 'quan-tri');
    const path = `/people/accounts/${accountId}`;
    expect((await administrator.fill(`${path}/disable`, { reason: '' })).status).toBe(422);
    expect((await administrator.fill(`${path}/disable`, { reason: 'nghỉ hưu' })).status).toBe(303);
    expect(await pageOf('quan-tri', '/people/accounts?state=disabled')).toContain('van-hoa-xa-hoi.an-hoa');
    expect((await administrator.fill(`${path}/enable`, {})).status).toBe(303);
    expect(await pageOf('quan-tri', '/people/accounts?state=disabled')).toContain('Không có tài khoản nào');
    const reset = await administrator.fill(`${path}/reset`, {});
    expect(reset.html).toContain('chỉ hiện một lần');
  });

  test('one’s own account is refused with a page that says why', async () => {
    const { accountId } = (await actAs(system, 'quan-tri')).actor ?? { accountId: 0 };
    const administrator = await visitorOf(system, 'quan-tri');
    const refused = await administrator.fill(`/people/accounts/${accountId}/disable`, { reason: 'thử' });
    expect(refused.status).toBe(403);
  });
});

describe('Forms', () => {
  const FORMS = [
    '/people/officers/new',
    '/people/posts/new',
    '/people/posts/1/edit',
    '/people/posts/1/appoint',
    '/people/posts/1/end',
    '/people/holdings/1/release',
    '/people/officers/1/edit',
  ] as const;

  test.each(FORMS)('%s is for home affairs and administrators', async (path) => {
    for (const login of ['noi-vu', 'quan-tri']) {
      expect((await (await visitorOf(system, login)).get(path)).status).toBe(200);
    }
    for (const login of ['mot-cua.an-toan', 'chu-tich.huyen', 'thanh-tra', 'truong-phong.tu-phap']) {
      const browser = await visitorOf(system, login);
      expect((await browser.get(path)).status).toBe(403);
      expect([403, 422]).toContain((await browser.post(path, {})).status);
    }
    expect((await (await visitorOf(system)).get(path)).location).toContain('/sign-in');
  });

  test('a post edited on a stale form is not overwritten', async () => {
    const homeAffairs = await visitorOf(system, 'noi-vu');
    const fields = { title: 'Công chức một cửa', roles: ['one-stop'] };
    const stale = { ...fields, title: 'Tên khác', sequence: '1', formId: randomUUID() };
    expect((await homeAffairs.fill('/people/posts/1/edit', fields)).status).toBe(303);
    expect((await homeAffairs.post('/people/posts/1/edit', stale)).status).toBe(409);
  });
});

function locationOf({ status, location }: Visited): string {
  expect(status).toBe(303);
  return location ?? '';
}
