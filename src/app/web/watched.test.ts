import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RevisionCache } from '#platform/cache.ts';
import { createMetrics, type Metrics } from '#platform/metrics/metrics.ts';
import { watchAll } from '#platform/metrics/watch.ts';
import { failures, type FailureSeen, listenTo, type Unwatch } from '#platform/tracing/channels.ts';
import { openTestSystem, type TestSystem } from '#test/database.ts';
import { createApp } from './app.tsx';

let system: TestSystem;
let metrics: Metrics;
let end: Unwatch;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(async () => system.close());
beforeEach(() => {
  metrics = createMetrics();
  end = watchAll(metrics);
});
afterEach(() => end());

const BUNDLE = { css: '/x.css', js: '/x.js', passkey: '/p.js', icon: '/i.svg', fonts: [] } as const;
const ASSETS = { citizen: BUNDLE, staff: BUNDLE, receiptCheck: { script: '', style: '' } };

function appOver(over: TestSystem, token?: string) {
  const text = async (): Promise<string> => metrics.text();
  const given = token === undefined ? {} : { metrics: { token, text } };
  return createApp(over, { assets: ASSETS, assetsFolder: 'dist/assets', development: false, ...given });
}

describe('A request', () => {
  test('is counted by the pattern of its address, never by what stands in it', async () => {
    const app = appOver(system);
    await app.request('/tra-cuu/H08.12-200428-0001?ma=BIMAT');
    await app.request('/khong/co/trang-nay');
    const text = metrics.text();
    expect(text).toContain('route="/tra-cuu/:number"');
    expect(text).toContain('route="none",status="404"');
    expect(text).not.toMatch(/H08|BIMAT|trang-nay/);
  });

  test('that fails is told with its id and its pattern', async () => {
    const seen: FailureSeen[] = [];
    const unwatch = listenTo(failures, (failure) => seen.push(failure));
    const cache: RevisionCache = {
      get: async (name, revision, load) =>
        name === 'life events'
          ? Promise.reject(new TypeError('broken'))
          : system.cache.get(name, revision, load),
    };
    const answer = await appOver({ ...system, cache }).request('/');
    unwatch();
    expect(answer.status).toBe(500);
    expect(seen).toMatchObject([{ method: 'GET', route: '/' }]);
    expect(answer.headers.get('x-request-id')).toBe(seen[0]?.requestId);
    expect(metrics.text()).toContain('motcua_http_failures_total{route="/"} 1');
  });
});

describe('The figures of a process', () => {
  const ask = async (token: string | undefined, authorization?: string): Promise<Response> =>
    appOver(system, token).request('/metrics', authorization ? { headers: { authorization } } : {});

  test('have no address where no token is set', async () => {
    expect((await ask(undefined)).status).toBe(404);
    expect((await ask(undefined, 'Bearer ')).status).toBe(404);
  });

  test('are for whoever brings the token', async () => {
    expect((await ask('secret-secret-secret')).status).toBe(401);
    expect((await ask('secret-secret-secret', 'Bearer secret')).status).toBe(401);
    const answer = await ask('secret-secret-secret', 'Bearer secret-secret-secret');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('version=0.0.4');
    expect(await answer.text()).toContain('motcua_http_requests_total');
  });
});
