import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse, overflowOf, violationsOn } from './house.ts';
import { openBusyWorld, type World } from './world.ts';

let house: House;
let world: World;
beforeAll(async () => {
  house = await openHouse();
  world = await openBusyWorld(house.system);
});
afterAll(async () => house.close());

describe('Whoever has a result in hand', () => {
  test('compares the file they were sent with the original, on their own computer', async () => {
    const { rows } = await house.system.superuser.query<{ hash: string }>(
      'select hash from results where id = $1',
      [world.id.result],
    );
    const original = await buffer(await house.system.files.open(rows[0]?.hash ?? ''));
    const page = await house.visit({ login: null, width: 360 });
    await page.goto(`/xac-minh/${world.verifyCode}`);
    await page.getByText('Kết quả có thật, còn hiệu lực').waitFor();
    const file = { name: 'ket-qua.pdf', mimeType: 'application/pdf', buffer: original };
    await page.getByLabel('Chọn tệp bạn nhận được').setInputFiles(file);
    await page.getByText('đúng là bản gốc, không thay đổi gì').waitFor();
    const changed = { ...file, buffer: Buffer.concat([original, Buffer.from(' ')]) };
    await page.getByLabel('Chọn tệp bạn nhận được').setInputFiles(changed);
    await page.getByText('khác bản gốc').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
  });
});

describe('The counter', () => {
  test('takes a paper that the person has in the store in place of asking for it again', async () => {
    const page = await house.visit({ login: 'mot-cua.an-hoa' });
    await page.goto(`/intake/dang-ky-giam-ho?from=${world.week.fresh}`);
    const offer = page.getByLabel('Đã có trong kho');
    await offer.selectOption({ index: 1 });
    for (const box of await page.locator('[data-check]').all())
      if (!(await box.isChecked())) await box.check();
    for (const name of ['confirmedDuplicate']) {
      const box = page.locator(`#${name}`);
      if ((await box.count()) > 0) await box.check();
    }
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Tiếp nhận' }).first().click();
    await page.getByText('Đã tiếp nhận hồ sơ').first().waitFor();
    await page
      .getByRole('link', { name: 'Mở hồ sơ' })
      .or(page.getByRole('button', { name: 'Mở hồ sơ' }))
      .click();
    await page.getByText('Dùng lại từ kho giấy tờ của người nộp').waitFor();
    await page.getByRole('link', { name: /Xem kho, lưu giấy tờ/ }).click();
    await page.getByText('Đã dùng lại').waitFor();
  });
});
