import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, type House, openHouse, violationsOn } from './house.ts';
import { focusedId } from './keys.ts';
import { seedWeek, type Week } from './seed.ts';

const ONE_STOP = 'mot-cua.an-hoa';
const FORM = '/intake/dang-ky-giam-ho';

let house: House;
let week: Week;

beforeAll(async () => {
  house = await openHouse();
  week = await seedWeek(house.system);
});
afterAll(async () => house.close());

async function at(address: string): Promise<Page> {
  const page = await house.visit({ login: ONE_STOP });
  await page.goto(address);
  return page;
}

describe('The command palette', () => {
  test('goes to a place by a few letters without diacritics', async () => {
    const page = await at('/inbox');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('so theo');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tracking-book');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Sổ theo dõi');
  });

  test('finds a dossier by the name of the person, and passes axe while it is open', async () => {
    const page = await at('/inbox');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('ngo thi m');
    await page.getByRole('option', { name: week.ready }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('option', { name: week.ready }).click();
    await page.waitForURL(`**/dossiers/${week.ready}`);
  });

  test('closes with Escape and gives the focus back', async () => {
    const page = await at('/inbox');
    await page.locator('#q').focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    // The browser tells of the closing in a turn of its own.
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await page.locator('dialog').count()).toBe(0);
    expect(await focusedId(page)).toBe('q');
  });
});

describe('Hot keys', () => {
  test('are listed on ?, each once, and passes axe', async () => {
    const page = await at(`/dossiers/${week.ready}`);
    await page.keyboard.press('?');
    const keys = await page.locator('dialog dt').allTextContents();
    expect(keys.length).toBeGreaterThan(5);
    expect(new Set(keys).size).toBe(keys.length);
    expect(await violationsOn(page)).toEqual([]);
  });

  test('mean the act of the page before the place of the navigation', async () => {
    const page = await at(`/dossiers/${week.ready}`);
    await page.keyboard.press('t');
    await page.waitForURL(({ pathname }) => pathname === `/dossiers/${week.ready}/return`);
    expect(await page.getByRole('button', { name: 'Đã trả kết quả' }).isVisible()).toBe(true);
  });

  test('are letters again while one types', async () => {
    const page = await at('/inbox');
    await page.locator('#q').pressSequentially('n?t');
    expect(await page.locator('#q').inputValue()).toBe('n?t');
    expect(await page.locator('dialog').count()).toBe(0);
  });
});

describe('A list', () => {
  test('is walked with j and k, selected with x and opened with Enter', async () => {
    const page = await at('/inbox?tab=unit');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    expect(await page.locator('[data-bulk-count]').textContent()).toBe('Đã chọn 2 dòng');
    await page.keyboard.press('k');
    const here = await page.locator('[aria-current=true] a').first().textContent();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/dossiers/${here}`);
  });
});

describe('A combobox while Telex or VNI composes', () => {
  test('offers what is being composed and leaves Enter to the input method', async () => {
    const page = await at('/intake');
    await page.locator('#what').focus();
    const keyboard = await page.context().newCDPSession(page);
    const compose = async (text: string) =>
      keyboard.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await compose('giám h');
    await compose('giám hộ');
    await page.getByRole('option', { name: 'Đăng ký giám hộ' }).waitFor();
    // So browsers report a key that an input method keeps for itself.
    const kept = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 } as const;
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...kept });
    expect(await page.getByRole('option', { name: 'Đăng ký giám hộ' }).isVisible()).toBe(true);
    expect(await page.locator('[name=whatValue]').inputValue()).toBe('');
    await keyboard.send('Input.insertText', { text: 'giám hộ' });
    expect(await page.locator('#what').inputValue()).toBe('giám hộ');
    await page.getByRole('option', { name: 'Đăng ký giám hộ' }).waitFor();
    await page.keyboard.press('Enter');
    expect(await page.locator('#what').inputValue()).toBe('Đăng ký giám hộ');
  });
});

describe('A draft', () => {
  test('is offered back after a crash without personal numbers, and is gone once the form was received', async () => {
    const page = await at(FORM);
    const context = page.context();
    await page.locator('[name="applicant.idNumber"]').fill('052099000555');
    await page.locator('[name="applicant.fullName"]').fill('Đinh Thị Nháp');
    await page.locator('[name=note]').fill('Hẹn bổ sung ảnh');
    await page.close({ runBeforeUnload: false });
    const again = await context.newPage();
    await again.goto(FORM);
    await again.getByRole('button', { name: 'Dùng lại' }).click();
    expect(await again.locator('[name="applicant.fullName"]').inputValue()).toBe('Đinh Thị Nháp');
    expect(await again.locator('[name=note]').inputValue()).toBe('Hẹn bổ sung ảnh');
    expect(await again.locator('[name="applicant.idNumber"]').inputValue()).toBe('');
    await fillForm(again, '052099000555');
    await again.keyboard.press('Control+Enter');
    await again.waitForURL('**/intake/received/**');
    await again.goto(FORM);
    expect(await again.getByRole('button', { name: 'Dùng lại' }).count()).toBe(0);
    expect(await again.evaluate('JSON.stringify(localStorage)')).toBe('{}');
  });

  test('is gone when the person signs out, and after a day', async () => {
    const kept = async (page: Page) => page.evaluate(`Object.keys(localStorage).join(' ')`);
    const page = await at(FORM);
    await page.evaluate(
      `localStorage.setItem('mc-draft:cũ', JSON.stringify({ at: Date.now() - 25 * 3600000, fields: {} }))`,
    );
    await page.goto('/inbox');
    expect(await kept(page)).toBe('');
    await page.goto(FORM);
    await page.locator('[name="applicant.fullName"]').fill('Đinh Thị Nháp');
    expect(await kept(page)).toContain('mc-draft:');
    await page.evaluate(`document.querySelector('form[action="/sign-out"]').requestSubmit()`);
    await page.waitForURL('**/sign-in');
    expect(await kept(page)).toBe('');
  });
});

describe('A form that was sent', () => {
  test.each([true, false])('has one effect when its button is clicked twice (script: %s)', async (script) => {
    const page = await house.visit({ login: ONE_STOP, script });
    const complaints = complaintsOf(page);
    await page.goto(FORM);
    await fillForm(page, script ? '052099000661' : '052099000662');
    const before = await countDossiers();
    await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).dblclick();
    await page.waitForURL('**/intake/received/**');
    expect(await countDossiers()).toBe(before + 1);
    expect(complaints).toEqual([]);
  });

  test('is asked about before what was typed is left behind', async () => {
    const page = await at(`/dossiers/${week.fresh}/reveal`);
    await page.goto(`/dossiers/${week.ready}/send-back`);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await page.locator('#reason').pressSequentially('Thiếu chữ ký');
    await page.getByRole('link', { name: 'Hồ sơ', exact: true }).first().click({ noWaitAfter: true });
    await expect.poll(() => asked).toEqual(['beforeunload']);
    expect(await page.locator('#reason').inputValue()).toBe('Thiếu chữ ký');
  });
});

async function fillForm(page: Page, idNumber: string): Promise<void> {
  await page.locator('[name="applicant.idNumber"]').fill(idNumber);
  await page.locator('[name="applicant.fullName"]').fill('Đinh Thị Nháp');
  await page.locator('[name="applicant.address"]').fill('Thôn 3, xã An Hòa');
  for (const box of await page.locator('[data-check]').all()) await box.check();
}

async function countDossiers(): Promise<number> {
  const { rows } = await house.system.superuser.query<{ count: string }>('select count(*) from dossiers');
  return Number(rows[0]?.count);
}
