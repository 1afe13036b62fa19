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
  /** A new browser window: signed in as a member of the cast, or the public. */
  readonly visit: (options?: VisitOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
};

export type VisitOptions = {
  readonly login?: string;
  readonly width?: number;
  /** Without script the page must do everything all the same. */
  readonly script?: boolean;
};

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export async function openHouse(): Promise<House> {
  const system = await openTestWorld();
  const folder = path.resolve('dist/assets');
  const app = createApp(system, { assets: loadAssets(folder), assetsFolder: folder, development: false });
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address object.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launch();
  return {
    system,
    url,
    visit: async (options = {}) => visit(browser, { system, url, ...options }),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
      await system.close();
    },
  };
}

async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

type Visit = VisitOptions & { readonly system: TestSystem; readonly url: string };

async function visit(
  browser: Browser,
  { system, url, login, width = 1280, script = true }: Visit,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: script,
    baseURL: url,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  if (login !== undefined) await signIn(context, system, { login, url });
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
