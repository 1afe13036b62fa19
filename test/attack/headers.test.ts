import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '#app/web/app.tsx';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import type { Admission } from '#web/http/admission.ts';
import { openSession } from '#test/session.ts';
import { READING } from './matrix.ts';
import { addressOf } from './routes.ts';
import { type AttackedWorld, openAttackedWorld } from './world.ts';

const BUNDLE = {
  css: '/assets/x.css',
  js: '/assets/x.js',
  passkey: '/assets/p.js',
  icon: '/a.svg',
  fonts: [],
};
const ASSETS = { citizen: BUNDLE, staff: BUNDLE, receiptCheck: { script: '', style: '' } };

/** Texts say how they are written; JSON is always UTF-8. */
const TYPE = /^(?:text\/[\w-]+; ?charset=utf-8|image\/svg\+xml|application\/(?!x-)[\w.+-]+)/i;

/** The application as it is reached at an address. */
function served(system: TestSystem, publicUrl: string, admission?: Admission) {
  const door = admission === undefined ? {} : { admission };
  const options = { assets: ASSETS, assetsFolder: 'dist/assets', development: false, ...door };
  return createApp({ ...system, publicUrl }, options);
}

let world: AttackedWorld;
beforeAll(async () => {
  world = await openAttackedWorld();
});
afterAll(async () => world.system.close());

describe('Every answer', () => {
  test('carries the headers that protect whoever reads it: pages, files, assets, errors and health checks', async () => {
    const app = served(world.system, 'https://motcua.example.vn');
    const token = await openSession(world.system, 'mot-cua.an-hoa');
    const addresses = Object.keys(READING).map((pattern) => addressOf(pattern, world.target));
    const broken = ['/khong-co', '/assets/khong/co', '/%00', '/dossiers/khong-co', '/people/accounts'];
    for (const address of [...addresses, ...broken]) {
      for (const cookie of ['', `__Host-motcua_session=${token}`]) {
        const { headers, status } = await app.request(`http://localhost${address}`, { headers: { cookie } });
        const sent = {
          nosniff: headers.get('x-content-type-options'),
          policy: headers.has('content-security-policy'),
          opener: headers.get('cross-origin-opener-policy'),
          resource: headers.get('cross-origin-resource-policy'),
          permissions: headers.get('permissions-policy')?.includes('camera=()'),
          referrer: /^(?:same-origin|no-referrer)$/.test(headers.get('referrer-policy') ?? ''),
          tls: headers.get('strict-transport-security'),
          type: (status >= 300 && status < 400) || TYPE.test(headers.get('content-type') ?? ''),
          caching: headers.has('cache-control'),
        };
        expect([address, sent]).toEqual([
          address,
          {
            nosniff: 'nosniff',
            policy: true,
            opener: 'same-origin',
            resource: 'same-origin',
            permissions: true,
            referrer: true,
            tls: 'max-age=63072000; includeSubDomains',
            type: true,
            caching: true,
          },
        ]);
      }
    }
  });

  test('carries them also when there is no place for whoever asks', async () => {
    const full: Admission = {
      refusal: () => 'full',
      enter: () => ({ kind: 'refused', why: 'full' }),
      setClosed: () => undefined,
      isClosed: () => false,
      counts: () => [],
    };
    const app = served(world.system, 'https://motcua.example.vn', full);
    const { status, headers } = await app.request('http://localhost/thu-tuc');
    expect([status, headers.get('strict-transport-security')]).toEqual([
      503,
      expect.stringContaining('max-age'),
    ]);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  test('asks for TLS only where there is some', async () => {
    const { headers } = await served(world.system, 'http://may-chu-noi-bo').request('/');
    expect(headers.has('strict-transport-security')).toBe(false);
  });
});

describe('Over TLS', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await openTestWorld();
  });
  afterAll(async () => system.close());

  /** Signs out, which sets two cookies and takes one away. */
  async function signOut(publicUrl: string, headers: Readonly<Record<string, string>> = {}) {
    const app = served(system, publicUrl);
    return app.request('/sign-out', { method: 'POST', headers: { origin: 'https://localhost', ...headers } });
  }

  test('cookies belong to this host alone, whatever asks', async () => {
    const cookies = (await signOut('https://motcua.example.vn')).headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(1);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-motcua_\w+=/);
      expect(cookie).toMatch(/Path=\//);
      expect(cookie).toMatch(/; Secure/);
      expect(cookie).not.toMatch(/Domain/i);
    }
  });

  test('a session under the plain name opens nothing, since anybody on the way could have set it', async () => {
    const token = await openSession(system, 'mot-cua.an-hoa');
    const app = served(system, 'https://motcua.example.vn');
    const ask = async (cookie: string) => (await app.request('/account', { headers: { cookie } })).status;
    expect(await ask(`motcua_session=${token}`)).toBe(303);
    expect(await ask(`__Host-motcua_session=${token}`)).toBe(200);
  });

  test('a form of a page that came without TLS is refused', async () => {
    const from = async (origin: string, publicUrl: string) => (await signOut(publicUrl, { origin })).status;
    expect(await from('http://localhost', 'https://motcua.example.vn')).toBe(403);
    expect(await from('https://localhost', 'https://motcua.example.vn')).toBe(303);
    expect(await from('http://localhost', 'http://localhost')).toBe(303);
  });

  test('signing out leaves nothing of the work in the browser', async () => {
    const { headers } = await signOut('https://motcua.example.vn');
    expect(headers.get('clear-site-data')).toBe('"cache", "storage"');
  });
});
