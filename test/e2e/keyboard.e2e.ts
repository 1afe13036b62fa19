import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse, overflowOf, violationsOn } from './house.ts';
import { focusedId, keyboardOf } from './keys.ts';
import { seedWeek, type Week } from './seed.ts';

let house: House;
let week: Week;

beforeAll(async () => {
  house = await openHouse();
  week = await seedWeek(house.system);
});
afterAll(async () => house.close());

async function at(address: string, login: string | null = 'mot-cua.an-hoa'): Promise<Page> {
  const page = await house.visit({ login });
  await page.goto(address);
  return page;
}

describe('The keyboard alone', () => {
  test.each([
    ['/thu-tuc', null],
    ['/dossiers', 'mot-cua.an-hoa'],
  ])('skips from the top of %s to its content', async (address, login) => {
    const page = await at(address, login);
    await page.evaluate('document.activeElement?.blur()');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Đến nội dung chính');
    await page.keyboard.press('Enter');
    expect(await focusedId(page)).toBe('main');
  });

  test('sees where it is: whatever has the focus looks different', async () => {
    for (const [address, login] of [
      ['/', null],
      ['/inbox', 'mot-cua.an-hoa'],
      ['/people', 'noi-vu'],
    ] as const) {
      const page = await at(address, login);
      const invisible: string[] = [];
      for (let tabs = 0; tabs < 40; tabs += 1) {
        await page.keyboard.press('Tab');
        const lost = await page.evaluate<string | null>(LOST_FOCUS);
        if (lost !== null) invisible.push(lost);
      }
      expect({ address, invisible }).toEqual({ address, invisible: [] });
    }
  });

  test('reaches the acts of a dossier', async () => {
    const page = await at(`/dossiers/${week.ready}`);
    const { press } = keyboardOf(page);
    const names: string[] = [];
    for (let tabs = 0; tabs < 40; tabs += 1) {
      await press('Tab');
      names.push(await page.evaluate<string>(`document.activeElement?.textContent ?? ''`));
    }
    expect(names.some((name) => name.startsWith('Trả kết quả'))).toBe(true);
    expect(names).toContain('Trả lại bước trước');
  });

  test('goes from what is wrong to the field that is meant', async () => {
    const page = await at('/intake/dang-ky-giam-ho');
    await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.evaluate(`document.activeElement?.getAttribute('role')`)).toBe('alert');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(`document.activeElement?.tagName`)).toBe('INPUT');
    expect(await violationsOn(page)).toEqual([]);
  });
});

/** Text of the focused element when nothing about it shows that it has the focus. */
const LOST_FOCUS = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const visible = (one) => {
    const style = getComputedStyle(one);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  };
  const shown = [element, element.parentElement, element.nextElementSibling].filter((one) => one !== null);
  return shown.some(visible) ? null : element.outerHTML.slice(0, 120);
})()`;

describe('A page that is not there, or not for this person', () => {
  test.each([
    ['/khong-co-trang-nay', null, 404],
    ['/khong-co-trang-nay', 'mot-cua.an-hoa', 404],
    ['/dossiers/000.17.22.H08-200428-9999', 'mot-cua.an-hoa', 404],
    ['/people/accounts', 'mot-cua.an-hoa', 403],
    ['/thu-tuc/khong-co', null, 404],
  ] as const)('%s says so to %s, and what to do', async (address, login, status) => {
    const page = await house.visit({ login, width: 360 });
    const response = await page.goto(address);
    expect(response?.status()).toBe(status);
    expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(40);
    expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(0);
    expect(await violationsOn(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
  });
});

describe('The desk of every role', () => {
  test.each([
    'mot-cua.an-hoa',
    'tu-phap.an-hoa',
    'chu-tich.an-hoa',
    'van-thu.an-hoa',
    'truong-phong.tai-chinh',
    'noi-vu',
    'quan-tri',
    'thanh-tra',
  ])('of %s has a navigation in which every entry opens', async (login) => {
    const page = await at('/desk', login);
    const entries = await page
      .getByRole('navigation')
      .first()
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(entries.length).toBeGreaterThan(2);
    for (const entry of new Set(entries)) {
      const response = await page.goto(entry);
      const found = { entry, status: response?.status(), violations: await violationsOn(page) };
      expect(found).toEqual({ entry, status: 200, violations: [] });
    }
  });
});
