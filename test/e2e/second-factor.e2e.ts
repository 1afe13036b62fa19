import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '#foundation/access/passwords/argon2.ts';
import { scanned } from '../second-factor.ts';
import { foreignWordsIn } from './foreign-words.ts';
import { complaintsOf, type House, openHouse, overflowOf, violationsOn } from './house.ts';

const PASSWORD = 'cây đa bến nước sân đình';
const COUNTER = 'mot-cua.an-hoa';
const ADMINISTRATOR = 'quan-tri';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  // A browser throws cookies of the past away, so the clock of the house is the browser's.
  house.system.setClock(new Date().toISOString());
  await house.system.superuser.query(
    'update accounts set password_hash = $1, must_change_password = false where login = any ($2)',
    [await hashPassword(PASSWORD), [COUNTER, ADMINISTRATOR]],
  );
});
afterAll(async () => house.close());

/** A telephone in Chromium: keeps passkeys, and checks the person by a finger that is always right. */
async function withDevice(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function looksRight(page: Page, complaints: string[]): Promise<void> {
  const problems = [...(await violationsOn(page)), ...(await foreignWordsIn(page)), ...complaints.splice(0)];
  expect(problems).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await overflowOf(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function typePassword(page: Page, login: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}

describe('A passkey', () => {
  test('is made on the device, opens without a password, and also after one', async () => {
    const page = await house.visit();
    const complaints = complaintsOf(page);
    await withDevice(page);
    await typePassword(page, COUNTER);
    await page.getByRole('heading', { level: 1, name: 'Việc cần làm' }).waitFor();
    await page.goto('/account');
    await page.getByRole('link', { name: 'Bảo vệ đăng nhập' }).click();
    await looksRight(page, complaints);
    await page.getByRole('link', { name: 'Thêm khóa truy cập' }).click();
    await looksRight(page, complaints);
    await page.getByLabel('Tên của khóa').fill('Điện thoại của tôi');
    await page.getByLabel('Mật khẩu hiện tại').fill(PASSWORD);
    await page.getByRole('button', { name: 'Tạo khóa truy cập' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mã dự phòng của bạn' }).waitFor();
    await looksRight(page, complaints);
    await page.getByRole('link', { name: 'Tôi đã cất các mã' }).click();
    await page.getByText('Điện thoại của tôi').first().waitFor();
    await page.locator('summary').filter({ hasText: 'Một Cửa An Hòa' }).first().click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.waitForURL('**/sign-in');
    await page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click();
    await page.getByRole('heading', { level: 1, name: 'Việc cần làm' }).waitFor();
    await page.context().clearCookies();
    await typePassword(page, COUNTER);
    await page.getByRole('heading', { level: 1, name: 'Xác thực bước thứ hai' }).waitFor();
    await looksRight(page, complaints);
    await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click();
    await page.getByRole('heading', { level: 1, name: 'Việc cần làm' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('that a device does not have is told in words, and the page goes on', async () => {
    const page = await house.visit();
    await withDevice(page);
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click();
    const said = await page.getByRole('alert').innerText();
    expect(said).toMatch(/Chưa xác nhận|không dùng được/);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });
});

describe('Without JavaScript', () => {
  test('the code of an app opens as the second step, and the pages say what needs script', async () => {
    const page = await house.visit({ script: false });
    await typePassword(page, ADMINISTRATOR);
    await page.getByText('mới chỉ được bảo vệ bằng mật khẩu').waitFor();
    await page.getByRole('link', { name: 'Thêm bước xác thực thứ hai' }).click();
    await page.getByRole('link', { name: 'Thêm ứng dụng tạo mã' }).click();
    await page.getByRole('img', { name: 'Mã QR để thêm tài khoản' }).waitFor();
    const typed = (await page.locator('code').first().textContent())?.replaceAll(' ', '') ?? '';
    const app = scanned(`otpauth://totp/x?secret=${typed}`);
    await page.getByLabel('Mã trong ứng dụng').fill(app.codeAt(house.system.clock()));
    await page.getByLabel('Mật khẩu hiện tại').fill(PASSWORD);
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mã dự phòng của bạn' }).waitFor();
    const codes = await page.locator('ol code').allInnerTexts();
    expect(codes).toHaveLength(10);
    await page.goto('/account/second-factor/passkeys/new');
    await page.getByText('Khóa truy cập cần JavaScript').waitFor();
    await page.context().clearCookies();
    await typePassword(page, ADMINISTRATOR);
    house.system.setClock(new Date(house.system.clock().getTime() + 60_000).toISOString());
    await page.getByLabel('Mã xác thực').fill('000000');
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Mã xác thực').fill(app.codeAt(house.system.clock()));
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cán bộ, vị trí' }).waitFor();
    await page.context().clearCookies();
    await typePassword(page, ADMINISTRATOR);
    await page.getByLabel('Mã xác thực').fill(codes[0] ?? '');
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cán bộ, vị trí' }).waitFor();
  });
});
