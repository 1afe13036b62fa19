import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount } from '#capabilities/fees/accounts/service.ts';
import { actAs } from '../cast.ts';
import { type House, openHouse, overflowOf, violationsOn } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const head = await actAs(house.system, 'chu-tich.an-hoa');
  await openAccount(head, {
    unitId: head.actor?.post.unitId ?? 0,
    bankBin: '970436',
    bankName: 'Ngân hàng mẫu',
    accountNumber: '0123456789',
    accountName: 'UBND XA AN HOA',
  });
});
afterAll(async () => house.close());

const FORM = '/intake/chung-thuc-ban-sao-tu-ban-chinh';

async function at(address: string, login: string | null = 'mot-cua.an-hoa', width = 1280): Promise<Page> {
  const page = await house.visit({ login, width });
  await page.goto(address);
  return page;
}

async function wellMade(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
}

/** Receives certified copies by somebody new; answers the page after it. */
async function received(pages: string, collected: boolean): Promise<Page> {
  const page = await at(FORM);
  await page.getByLabel('Họ và tên').first().fill('Nguyễn Thị B');
  await page.getByLabel('Địa chỉ').first().fill('Thôn 3, xã An Hòa');
  for (const box of await page.locator('[data-check]').all()) if (!(await box.isChecked())) await box.check();
  await page.locator('#fees\\.0\\.quantity').fill(pages);
  if (collected) await page.getByLabel(/Đã thu đủ tiền mặt/).check();
  return page;
}

describe('A day of the cashier', () => {
  test('the fee is reckoned while it is typed, and receipted with the reception', async () => {
    const page = await received('5x3', true);
    await page.getByText('3 × (2 trang × 2.000đ + 3 trang × 1.000đ) = 21.000 đồng').waitFor();
    await page.getByText('Cộng: 21.000 đồng').waitFor();
    await wellMade(page);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Đã tiếp nhận hồ sơ').waitFor();
    await page.getByRole('link', { name: 'Mở hồ sơ' }).click();
    await page.getByRole('heading', { name: 'Phí, lệ phí, nghĩa vụ tài chính' }).waitFor();
    await page.getByRole('link', { name: /MAU-20 số 0000001/ }).waitFor();
    expect(await page.getByRole('link', { name: 'Thu tiền' }).count()).toBe(0);
  });

  test('a transfer is shown as a code, confirmed by its number, voided, and paid in cash instead', async () => {
    const page = await received('2', false);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('link', { name: 'Mở hồ sơ' }).click();
    await page.getByRole('link', { name: 'Thu tiền' }).click();
    await page.locator('.mc-qr svg').waitFor();
    await page.getByLabel('Chuyển khoản', { exact: true }).check();
    await page.getByRole('button', { name: /cấp biên lai/ }).click();
    await page.getByText('Hãy ghi số giao dịch hoặc số giấy nộp tiền.').first().waitFor();
    await page.getByLabel('Số giao dịch (khi chuyển khoản)').fill('FT20119');
    await page.getByLabel('Ngày chuyển khoản').fill('28/4/2020');
    await page.getByRole('button', { name: /cấp biên lai/ }).click();
    await page.getByText('Đã thu tiền.').waitFor();
    await wellMade(page);
    await page.getByRole('link', { name: 'Hủy biên lai' }).click();
    await page.getByLabel('Ghi sai cách nộp').check();
    await page.getByRole('button', { name: 'Hủy biên lai' }).click();
    await page.getByText('Biên lai đã hủy; khoản này lại chờ thu.').waitFor();
    await page.getByRole('button', { name: /cấp biên lai/ }).click();
    await page.getByText('MAU-20 số 0000003').waitFor();
    expect(await page.getByText('Đã hủy').count()).toBeGreaterThan(0);
  });

  test('the till is counted by one and confirmed by another', async () => {
    const page = await at('/fees/till');
    await page.getByText('25.000 đồng').first().waitFor();
    await page.getByLabel('Số tiền đếm được').fill('24000');
    await page.getByRole('button', { name: 'Gửi số đã đếm' }).click();
    await page
      .getByText(/Két thiếu 1.000 đồng/)
      .first()
      .waitFor();
    await page.getByLabel('Giải thích chênh lệch').fill('Thối nhầm cho người nộp');
    await page.getByRole('button', { name: 'Gửi số đã đếm' }).click();
    await page.getByText('Đã đếm, chờ xác nhận').waitFor();
    const head = await at('/fees/tills', 'chu-tich.an-hoa');
    await head.getByRole('link', { name: '28/4/2020' }).click();
    await head.getByLabel('Chốt két').check();
    await head.getByRole('button', { name: 'Ghi xác nhận' }).click();
    await head.getByText('Đã chốt').first().waitFor();
    await wellMade(head);
    expect(await head.getByRole('link', { name: '28/4/2020' }).count()).toBe(1);
  });
});
