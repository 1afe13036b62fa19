import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carryOutBatch } from '#capabilities/dossiers/intake/group/batches/carry-out.ts';
import { findBatch } from '#capabilities/dossiers/intake/group/batches/store.ts';
import {
  COLUMNS,
  LIST_TITLE,
  TEMPLATE_FIELDS,
} from '#capabilities/dossiers/intake/group/workbook/columns.ts';
import { systemContext } from '#foundation/context.ts';
import { workbookOf } from '#web/http/export.ts';
import { type House, openHouse, overflowOf, violationsOn } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => house.close());

const SHEET = '/intake/chung-thuc-ban-sao-tu-ban-chinh';

async function at(address: string, width = 1280): Promise<Page> {
  const page = await house.visit({ login: 'mot-cua.an-hoa', width });
  await page.goto(address);
  return page;
}

async function wellMade(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
}

/** What copying cells in a spreadsheet and pressing Ctrl V does. */
async function paste(page: Page, cells: string): Promise<void> {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const options = { clipboardData, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', options));
  }, cells);
}

describe('Many people at once', () => {
  test('are pasted from a spreadsheet, walked by keyboard, received in one go', async () => {
    const page = await at(`${SHEET}/group`);
    await page.locator('[id="lines.0.fullName"]').focus();
    await paste(page, 'Nguyễn Thị B\t\t0905000123\tThôn 1\r\nĐinh Văn C\t\t\tThôn 2\r\n');
    expect(await page.locator('[id="lines.1.address"]').inputValue()).toBe('Thôn 2');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('Lê Thị D');
    expect(await page.locator('[id="lines.2.fullName"]').inputValue()).toBe('Lê Thị D');
    await page.getByLabel('Địa chỉ chung').fill('Thôn 3, xã An Hòa');
    await page.getByRole('button', { name: 'Tiếp nhận tất cả' }).click();
    await page.waitForURL(/\/intake\/batches\//);
    expect(await page.getByRole('row').count()).toBe(4);
    await wellMade(page);
    await wellMade(await at(page.url(), 360));
    await wellMade(await at(`${SHEET}/group`, 360));
  });

  test('come in a workbook: what is wrong is said, the rest is received', async () => {
    const file = path.join(house.system.folder, 'danh-sach.xlsx');
    const head = TEMPLATE_FIELDS.map((field) => COLUMNS[field].header);
    const rows = [
      ['Trần Thị E', '', '', '', 'Thôn 3, xã An Hòa'],
      ['Trần Văn G', '12', '', '', 'Thôn 3, xã An Hòa'],
    ];
    await writeFile(file, await workbookOf([{ title: LIST_TITLE, head, rows }]));
    const page = await at(`${SHEET}/import`);
    await page.getByLabel('Tệp đã điền').setInputFiles(file);
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByText('Ô cần sửa').first().waitFor();
    await wellMade(page);
    await wellMade(await at(page.url(), 360));
    await page.getByRole('button', { name: 'Chỉ tiếp nhận 1 dòng đúng' }).click();
    await page.getByText('Đang tiếp nhận').first().waitFor();
    await wellMade(page);
    const batch = await findBatch(house.system.db, decodeURIComponent(page.url().split('/').at(-1) ?? ''));
    await carryOutBatch(await systemContext(house.system, 'job'), batch?.id ?? 0);
    // The page looks again by itself.
    await page.getByText('Đã xong').first().waitFor();
    const receipts = page.getByRole('link', { name: 'In giấy tiếp nhận' });
    await receipts.waitFor();
    expect(await receipts.count()).toBe(1);
    await wellMade(page);
  });
});
