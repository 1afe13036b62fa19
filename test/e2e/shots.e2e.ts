import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from './house.ts';
import { seedWeek } from './seed.ts';

let house: House;
const folder = process.env['SHOTS'] ?? '/tmp/shots';
beforeAll(async () => {
  house = await openHouse();
  await seedWeek(house.system);
  await mkdir(folder, { recursive: true });
});
afterAll(async () => house.close());

const PAGES = (process.env['PAGES'] ?? '/inbox').split(',');
const LOGIN = process.env['LOGIN'] ?? 'mot-cua.an-hoa';

test.each([1280, 360])('pages at %i px', async (width) => {
  const page = await house.visit({ ...(LOGIN === '-' ? {} : { login: LOGIN }), width });
  for (const [index, address] of PAGES.entries()) {
    const response = await page.goto(address);
    console.log(response?.status(), address, await page.title());
    await page.screenshot({ path: path.join(folder, `${index}-${width}.png`), fullPage: true });
  }
  expect(true).toBe(true);
});
