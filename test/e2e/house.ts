import { cp } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { createApp } from '#app/web/app.tsx';
import { openSession } from '#test/session.ts';
import { loadAssets } from '#web/assets.ts';
import { openTestWorld, type TestSystem } from '../database.ts';

/** The whole application over a world of its own, served on loopback, and a browser in front of it. */
export type House = {
  readonly system: TestSystem;
  readonly url: string;
  /** Every address that answers GET, as its pattern stands in the router. */
  readonly patterns: readonly string[];
  /** A new browser window: signed in as a member of the cast, or the public. */
  readonly visit: (options?: VisitOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
};

export type VisitOptions = {
  readonly login?: string | null;
  readonly width?: number;
  readonly height?: number;
  /** Without script the page must do everything all the same. */
  readonly script?: boolean;
};

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export async function openHouse(): Promise<House> {
  const world = await openTestWorld();
  // A copy of its own: a build beside the test must not take the pages' styles away.
  const folder = path.join(world.folder, 'assets');
  await cp(path.resolve('dist/assets'), folder, { recursive: true });
  const options = { assets: loadAssets(folder), assetsFolder: folder, development: false };
  // The address is known once the server listens; what is printed leads there.
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address object.
  // By its name: browsers give no passkeys to the address 127.0.0.1.
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const system: TestSystem = { ...world, publicUrl: url };
  const app = createApp(system, options);
  const answer = getRequestListener(app.fetch);
  const browser = await launch();
  const gets = app.routes.filter(({ method, path: pattern }) => method === 'GET' && !pattern.includes('*'));
  return {
    system,
    url,
    patterns: [...new Set(gets.map((route) => route.path))],
    visit: async (visited = {}) => visit(browser, { system, url, ...visited }),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
      await system.close();
    },
  };
}

/** Longest wait for something on a page: a busy machine is slow, a missing button never comes. */
const PATIENCE_MS = 15_000;

async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

type Visit = VisitOptions & { readonly system: TestSystem; readonly url: string };

async function visit(
  browser: Browser,
  { system, url, login = null, width = 1280, height = 900, script = true }: Visit,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    javaScriptEnabled: script,
    baseURL: url,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (login !== null) await signIn(context, system, { login, url });
  return context.newPage();
}

async function signIn(
  context: BrowserContext,
  system: TestSystem,
  { login, url }: { readonly login: string; readonly url: string },
): Promise<void> {
  const value = await openSession(system, login);
  await context.addCookies([{ name: 'motcua_session', value, url, httpOnly: true, sameSite: 'Lax' }]);
}

/** What the browser complains about from now on: errors of scripts, what the policy blocked, what did not load. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A page that answers 404 or 403 is told by the browser as well; the tests look at the status themselves.
    const isAnswer = message.text().startsWith('Failed to load resource: the server responded');
    if (message.type() === 'error' && !isAnswer) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.url()}: ${response.status()}`);
  });
  return complaints;
}

/** Violations of WCAG 2.2 AA on the page, each as one readable line. Runs beside the page's own policy. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const lines: unknown = await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(tags)} }).then(({ violations }) =>
      violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => id + ': ' + help + ' ' + html.slice(0, 160))))`,
  );
  return Array.isArray(lines) ? lines.map(String) : ['axe answered nothing'];
}

/** How many pixels the page is wider than the window. */
export async function overflowOf(page: Page): Promise<number> {
  return Number(
    await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  );
}
