import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import axe from 'axe-core';
import { h } from 'preact';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Assets, loadAssets } from '#web/assets.ts';
import { GALLERY_NAMES, GalleryPage } from '#web/ui/gallery.tsx';
import { renderPage } from '#web/ui/page.tsx';
import { buildAssets } from '../../scripts/build-assets.mjs';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

let folder: string;
let assets: Assets;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-gallery-'));
  await buildAssets(folder);
  assets = loadAssets(folder);
  server = createServer((request, response) => void answer(request.url ?? '/', response)).listen(
    0,
    '127.0.0.1',
  );
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});

afterAll(async () => {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
});

describe.each(GALLERY_NAMES)('the gallery page %s', (name) => {
  it.each([1280, 360])('has no accessibility violation at %i px', async (width) => {
    const page = await open(name, width);
    expect(await violationsOn(page)).toEqual([]);
    await page.close();
  });

  it('has no horizontal scroll at 320 px', async () => {
    const page = await open(name, 320);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.close();
  });
});

describe('what opens over a page', () => {
  it('has no accessibility violation: palette, shortcuts, choices', async () => {
    const page = await open('inbox', 1280);
    await page.keyboard.press('Control+k');
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await violationsOn(page)).toEqual([]);
    await page.goto(page.url().replace('inbox', 'intake'));
    await page.getByRole('combobox', { name: 'Thủ tục' }).fill('dang ky');
    expect(await violationsOn(page)).toEqual([]);
    await page.close();
  });
});

describe('the keyboard', () => {
  it('walks a list, selects with x and shows the bulk acts', async () => {
    const page = await open('inbox', 1280);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    expect(await page.locator('[aria-current="true"]').textContent()).toContain('200428-0003');
    expect(await page.locator('[data-bulk-count]').textContent()).toBe('Đã chọn 1 dòng');
    await page.close();
  });

  it('lists its shortcuts on ?, and never while one is typing', async () => {
    const page = await open('inbox', 1280);
    await page.locator('#q').press('?');
    expect(await page.locator('dialog').count()).toBe(0);
    await page.locator('#q').blur();
    await page.keyboard.press('?');
    expect(await page.locator('dialog').textContent()).toContain('Tiếp nhận hồ sơ');
    await page.close();
  });

  it('opens the palette with Ctrl+K and finds a place without diacritics', async () => {
    const page = await open('inbox', 1280);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('thong ke');
    expect(await page.locator('dialog [role=option]').allTextContents()).toEqual(['Thống kê']);
    await page.keyboard.press('Enter');
    expect(page.url()).toContain('#thong-ke');
    await page.close();
  });

  it('chooses from a combobox without diacritics', async () => {
    const page = await open('intake', 1280);
    const box = page.getByRole('combobox', { name: 'Thủ tục' });
    await box.fill('ket hon');
    expect(await page.locator('mc-combobox [role=option]').count()).toBe(1);
    await box.press('Enter');
    expect(await box.inputValue()).toBe('Đăng ký kết hôn');
    expect(await page.locator('select[name=procedure]').inputValue()).toBe('kh');
    await page.close();
  });

  it('leaves Enter to an input method that is composing', async () => {
    const page = await open('intake', 1280);
    const box = page.getByRole('combobox', { name: 'Thủ tục' });
    await box.fill('ket hon');
    await box.evaluate((input) => {
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    });
    expect(await page.locator('select[name=procedure]').inputValue()).toBe('ks');
    await page.close();
  });

  it('counts papers with digits', async () => {
    const page = await open('intake', 1280);
    const paper = page.getByRole('checkbox', { name: 'Giấy chứng sinh' });
    await paper.press('3');
    expect(await paper.isChecked()).toBe(true);
    expect(await page.getByRole('textbox', { name: 'Số bản: Giấy chứng sinh' }).inputValue()).toBe('3');
    await page.close();
  });
});

describe('a draft', () => {
  it('is offered back, without sensitive fields', async () => {
    const context = await browser.newContext();
    const first = await open('intake', 1280, context);
    await first.locator('#fullName').fill('Trần Thị C');
    await first.locator('#idNumber').fill('079012345678');
    await first.close({ runBeforeUnload: false });
    const second = await open('intake', 1280, context);
    await second.getByRole('button', { name: 'Dùng lại' }).click();
    expect(await second.locator('#fullName').inputValue()).toBe('Trần Thị C');
    expect(await second.locator('#idNumber').inputValue()).toBe('07901234');
    await context.close();
  });
});

/** Rule and elements of each violation axe finds. */
async function violationsOn(page: Page): Promise<readonly string[]> {
  // The content security policy stops injected scripts; what the debugger evaluates does not count as one.
  await page.evaluate(axe.source);
  // axe answers this shape; only the violations are looked at.
  const { violations } = await page.evaluate<axe.AxeResults>(
    'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })',
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`);
}

async function open(name: string, width: number, on: Pick<Browser, 'newPage'> = browser): Promise<Page> {
  const page = await on.newPage();
  await page.setViewportSize({ width, height: 800 });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.');
  await page.goto(`http://127.0.0.1:${address.port}/${name}`);
  return page;
}

type Response = Parameters<NonNullable<Parameters<typeof createServer>[1]>>[1];

async function answer(url: string, response: Response): Promise<void> {
  response.setHeader('content-security-policy', "default-src 'self'; frame-src 'self' about:");
  const path = url.split('?')[0] ?? '/';
  if (path.startsWith('/assets/')) {
    response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
    response.end(await readFile(join(folder, basename(path))));
  } else if (GALLERY_NAMES.includes(path.slice(1))) {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(renderPage(h(GalleryPage, { assets, name: path.slice(1) })));
  } else {
    response.writeHead(404).end();
  }
}
