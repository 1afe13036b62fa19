import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { receiptTextIn } from '#kernel/merkle/receipt-trust.ts';
import { receivedDossier } from '../dossiers.ts';
import { codesOn } from '../pdf.ts';
import { complaintsOf, type House, openHouse, overflowOf, violationsOn } from './house.ts';

let house: House;
let number: string;
/** What a phone reads from the printed receipt. */
let scanned: string;
/** The page as a browser saved it. */
let saved: string;

beforeAll(async () => {
  house = await openHouse();
  ({ number } = await receivedDossier(house.system));
  const clerk = await house.visit({ login: 'mot-cua.an-hoa' });
  const printed = await clerk.request.get(`/dossiers/${number}/receipt.pdf`);
  const code = codesOn(await printed.body()).find((read) => read.startsWith('QR-Code:'));
  scanned = code?.slice('QR-Code:'.length) ?? '';
  const file = path.join(house.system.folder, 'kiem-tra-bien-nhan.html');
  await writeFile(file, await (await clerk.request.get('/kiem-tra-bien-nhan')).body());
  saved = pathToFileURL(file).href;
});
afterAll(async () => house.close());

/** The saved page in a browser without a network, and everything it tried to load. */
async function openSaved(): Promise<{ readonly page: Page; readonly asked: readonly string[] }> {
  const page = await house.visit({ width: 360 });
  await page.context().setOffline(true);
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  await page.goto(saved);
  return { page, asked };
}

const contents = (page: Page) => page.getByLabel('Nội dung mã QR');

describe('The page that checks receipts, saved and opened from disk without a network', () => {
  test('says that a receipt is genuine and what it states, and asks nobody', async () => {
    const { page, asked } = await openSaved();
    const complaints = complaintsOf(page);
    await contents(page).fill(scanned);
    await page.getByRole('heading', { name: 'Biên nhận thật' }).waitFor();
    const answer = await page.locator('#answer').innerText();
    for (const words of [number, 'Ủy ban nhân dân xã An Hòa', 'Hẹn trả kết quả lúc', '28/4/2020 17:00']) {
      expect(answer).toContain(words);
    }
    expect(asked).toEqual([saved]);
    expect(complaints).toEqual([]);
    expect(await violationsOn(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await overflowOf(page)).toBe(0);
  });

  test('says that one with a flipped character is not', async () => {
    const { page } = await openSaved();
    const text = receiptTextIn(scanned);
    await contents(page).fill(text.replace(/T100000Z/, 'T090000Z'));
    await page.getByRole('heading', { name: 'Biên nhận này không thật' }).waitFor();
    await contents(page).fill(text.slice(0, -1));
    await page.getByRole('heading', { name: 'Chưa đọc được mã biên nhận' }).waitFor();
    await contents(page).fill('');
    await page.getByRole('heading', { level: 2, name: 'Chưa đọc được' }).waitFor({ state: 'detached' });
    expect(await page.locator('#answer').innerText()).toBe('');
  });

  test('says without script what to do', async () => {
    const page = await house.visit({ script: false });
    await page.goto(saved);
    await page.getByRole('heading', { name: 'Trình duyệt này đang tắt JavaScript' }).waitFor();
    expect(await page.getByRole('link', { name: 'tra cứu hồ sơ' }).getAttribute('href')).toContain(
      '/tra-cuu',
    );
  });
});

describe('A phone that scans the receipt', () => {
  test('comes to the look-up page, from there to the check with the text, and on to the comparison', async () => {
    const page = await house.visit({ width: 360 });
    const complaints = complaintsOf(page);
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(request.url()));
    await page.goto(scanned);
    await page.getByRole('link', { name: 'Kiểm tra giấy hẹn thật hay giả' }).click();
    await page.getByRole('heading', { name: 'Biên nhận thật' }).waitFor();
    // What stands behind the # is never sent; Playwright shows it as the browser keeps it.
    expect(asked.filter((url) => (url.split('#')[0] ?? '').includes('MC1*'))).toEqual([]);
    await page.getByRole('link', { name: 'Đối chiếu với nhật ký' }).click();
    await page.getByRole('heading', { level: 1, name: 'Đối chiếu biên nhận với nhật ký' }).waitFor();
    await page.getByText('Biên nhận thật và khớp với hồ sơ').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await house.system.superuser.query(
      "update dossiers set due_at = due_at + interval '7 days' where number = $1",
      [number],
    );
    await page.reload();
    await page.getByText('hệ thống không còn đúng như biên nhận').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
