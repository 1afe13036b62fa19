import { afterAll, beforeAll, expect, test } from 'vitest';
import { failedJob } from '../jobs.ts';
import { type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => house.close());

/** A little more than the page waits between two looks, in milliseconds. */
const A_WHILE = 31_000;

async function openPage() {
  const page = await house.visit({ login: 'quan-tri', height: 700 });
  await page.clock.install();
  await page.goto('/operations');
  return page;
}

test('The operator’s page brings itself up to date and stays where it is', async () => {
  const { superuser } = house.system;
  await superuser.query(
    `insert into slow_statements values ('2020-04-28', 'a', 'select 1 from dossiers', 3, 900, 1800, now())`,
  );
  const page = await openPage();
  await page.locator('summary', { hasText: 'select 1' }).click();
  const scrolled = await page.evaluate<number>('scrollY');
  expect(scrolled).toBeGreaterThan(0);
  await failedJob(house.system, 'backup', 'Đĩa chứa bản sao lưu đã đầy');
  await page.clock.fastForward(A_WHILE);
  await page.getByText('Đĩa chứa bản sao lưu đã đầy').waitFor();
  expect(await page.locator('details[open] > summary', { hasText: 'select 1' }).count()).toBe(1);
  expect(await page.evaluate('document.activeElement.textContent')).toContain('select 1');
  await page.context().close();
});

test('It does not take away what somebody is selecting', async () => {
  const page = await openPage();
  await page.evaluate(`getSelection().selectAllChildren(document.querySelector('[data-refresh] h2'))`);
  await failedJob(house.system, 'sweep', 'Không dọn được');
  await page.clock.fastForward(A_WHILE);
  expect(await page.getByText('Không dọn được').count()).toBe(0);
  await page.evaluate('getSelection().removeAllRanges()');
  await page.clock.fastForward(A_WHILE);
  await page.getByText('Không dọn được').waitFor();
  await page.context().close();
});

test('It no longer asks when nobody has touched it for half an hour', async () => {
  const page = await openPage();
  await page.clock.fastForward(31 * 60_000);
  let asked = 0;
  page.on('request', () => {
    asked += 1;
  });
  await page.clock.fastForward(A_WHILE);
  await page.clock.fastForward(A_WHILE);
  expect(asked).toBe(0);
  await page.mouse.move(5, 5);
  await page.mouse.move(50, 50);
  const next = page.waitForRequest(/\/operations$/);
  await page.clock.fastForward(A_WHILE);
  await next;
  await page.context().close();
});
