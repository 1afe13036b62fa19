import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Hono } from 'hono';
import { hashOf } from '#foundation/access/sessions/token.ts';
import type { AppEnv } from '#foundation/http.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { openSession } from '#test/session.ts';
import { knowingTheClient, LOOPBACK } from '#web/http/client.ts';
import type { Admission } from '#web/http/admission.ts';
import { doorOf, openAdmission } from './admission.ts';
import { createApp } from './app.tsx';

let system: TestSystem;
let official: string;
beforeAll(async () => {
  system = await openTestWorld();
  official = `motcua_session=${await openSession(system, 'mot-cua.an-hoa')}`;
});
afterAll(async () => system.close());

/** Pages that are ready when the test says so, behind the door of the application. */
function slowPages(admission: Admission = openAdmission()) {
  const waiting: (() => void)[] = [];
  const app = new Hono<AppEnv>();
  app.use(knowingTheClient({ publicUrl: 'http://localhost', trustedProxies: LOOPBACK }));
  app.use(doorOf(system, admission));
  app.all('*', async (c) => {
    await new Promise<void>((resolve) => void waiting.push(resolve));
    return c.text('done');
  });
  return {
    admission,
    finish: () => {
      for (const resolve of waiting.splice(0)) resolve();
    },
    ask: async (
      path: string,
      from: { readonly address?: string; readonly cookie?: string; readonly method?: string } = {},
    ) =>
      app.request(`http://localhost${path}`, {
        method: from.method ?? 'GET',
        headers: { 'x-forwarded-for': from.address ?? '203.0.113.1', cookie: from.cookie ?? '' },
      }),
  };
}

type Asked = ReturnType<typeof slowPages>;

/** Far more of the public than there is room for, each from an address of its own. */
const flood = ({ ask }: Asked, from: { readonly cookie?: string } = {}): readonly Promise<Response>[] =>
  Array.from({ length: 400 }, async (_, index) =>
    ask('/thu-tuc', { address: `198.51.${index >> 8}.${index & 255}`, ...from }),
  );

const byName = (admission: Admission) =>
  Object.fromEntries(admission.counts().map(({ name, ...counts }) => [name, counts]));

describe('When more come than can be served', () => {
  test('the public is sent away at once with a time to come again, and officials at work still come in', async () => {
    const pages = slowPages();
    const asked = flood(pages);
    const written = Array.from({ length: 4 }, async () =>
      pages.ask('/intake/x', { cookie: official, method: 'POST' }),
    );
    const { public: citizens, 'staff-write': staff } = byName(pages.admission);
    expect(citizens).toMatchObject({ inside: 4, waiting: 100, refused: 296 });
    expect(staff).toMatchObject({ inside: 4, waiting: 0, refused: 0 });
    const sentAway = await asked.at(-1);
    expect(sentAway?.status).toBe(503);
    expect(Number(sentAway?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await sentAway?.text()).toContain('tự tải lại');
    while (byName(pages.admission)['public']?.inside) {
      pages.finish();
      await Promise.resolve();
    }
    expect((await Promise.all(written)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await Promise.all(asked)).filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(
      4,
    );
  });

  test.each([
    ['nonsense', 'motcua_session=abc'],
    ['a token without its sign', `motcua_session=${'a'.repeat(43)}`],
    ['a made-up sign', `motcua_session=${'a'.repeat(43)}.${'a'.repeat(16)}`],
  ])('a forged cookie (%s) gains nothing', (_what, cookie) => {
    const pages = slowPages();
    void flood(pages, { cookie });
    const counts = byName(pages.admission);
    expect(counts['public']).toMatchObject({ inside: 4, waiting: 100 });
    expect(counts['staff-read']).toMatchObject({ inside: 0, waiting: 0 });
    pages.finish();
  });

  test('an office behind one address is many, one official with a program is one', async () => {
    const pages = slowPages();
    const logins = ['tu-phap.an-hoa', 'van-thu.an-hoa'];
    const office = await Promise.all(
      logins.map(async (login) => `motcua_session=${await openSession(system, login)}`),
    );
    for (const cookie of office) void pages.ask('/desk', { cookie });
    expect(byName(pages.admission)['staff-read']).toMatchObject({ inside: 2, refused: 0 });
    const program = Array.from({ length: 30 }, async () => pages.ask('/inbox', { cookie: official }));
    expect((await program.at(-1))?.status).toBe(429);
    expect(byName(pages.admission)['staff-read']?.inside).toBe(2 + 4);
    pages.finish();
  });

  test('one address of the public does not take the share of the others', async () => {
    const pages = slowPages();
    const greedy = Array.from({ length: 100 }, async () => pages.ask('/thu-tuc'));
    expect((await greedy.at(-1))?.status).toBe(429);
    void pages.ask('/thu-tuc', { address: '203.0.113.9' });
    expect(byName(pages.admission)['public']).toMatchObject({ inside: 4, waiting: 21 });
    pages.finish();
  });

  test('a form that was sent away says that nothing was recorded, and does not send itself again', async () => {
    const pages = slowPages();
    void Array.from({ length: 30 }, async () => pages.ask('/intake/x', { cookie: official, method: 'POST' }));
    const { status, headers, text } = await pages
      .ask('/intake/x', { cookie: official, method: 'POST' })
      .then(async (response) => ({
        status: response.status,
        headers: response.headers,
        text: await response.text(),
      }));
    expect(status).toBe(429);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toContain('chưa được ghi nhận');
    expect(text).not.toContain('http-equiv');
    pages.finish();
  });
});

describe('In the whole application', () => {
  const appBehind = (admission: Admission) => {
    const assets = { css: '', js: '', passkey: '', icon: '', fonts: [] };
    return createApp(system, {
      assets: { citizen: assets, staff: assets, receiptCheck: { script: '', style: '' } },
      assetsFolder: 'dist/assets',
      development: false,
      admission,
    });
  };

  test('a closed door answers every page alike; the process lives, and is not ready', async () => {
    const admission = openAdmission();
    admission.setClosed(true);
    const app = appBehind(admission);
    for (const path of ['/', '/desk', '/tra-cuu', '/assets/none.css']) {
      const response = await app.request(path);
      expect(response.status).toBe(503);
      expect(await response.text()).toContain('đang được nâng cấp');
    }
    expect((await app.request('/healthz')).status).toBe(200);
    expect((await app.request('/readyz')).status).toBe(503);
    admission.setClosed(false);
    expect((await app.request('/readyz')).status).toBe(200);
  });

  test('whoever keeps a cookie of a session that has ended comes in like everybody', async () => {
    const admission = openAdmission();
    const app = appBehind(admission);
    const cookie = `motcua_session=${await openSession(system, 'tu-phap.an-hoa')}`;
    const rank = async () => {
      await app.request('/tra-cuu', { headers: { cookie } });
      return Object.entries(byName(admission)).map(([name, { admitted }]) => `${name} ${admitted}`);
    };
    expect(await rank()).toContain('staff-read 1');
    await system.superuser.query('delete from sessions');
    expect(await rank()).toContain('staff-read 2'); // Only now it is known.
    expect(await rank()).toEqual(expect.arrayContaining(['staff-read 2', 'look-up 1']));
  });

  test('a cookie of an earlier release, without a sign, counts as an official’s once it has opened a session', async () => {
    const admission = openAdmission();
    const app = appBehind(admission);
    const [token = ''] = (await openSession(system, 'van-thu.an-hoa')).split('.');
    await system.superuser.query('update sessions set token_hash = $1 where account_id = $2', [
      hashOf(token),
      (await actAs(system, 'van-thu.an-hoa')).actor?.accountId,
    ]);
    const headers = { cookie: `motcua_session=${token}` };
    await app.request('/tra-cuu', { headers });
    expect(byName(admission)).toMatchObject({ 'look-up': { admitted: 1 }, 'staff-read': { admitted: 0 } });
    await app.request('/tra-cuu', { headers });
    expect(byName(admission)).toMatchObject({ 'look-up': { admitted: 1 }, 'staff-read': { admitted: 1 } });
  });
});
