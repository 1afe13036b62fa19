import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, type House, openHouse, overflowOf } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => house.close());

const GUARDIANSHIP = '/processes/dang-ky-giam-ho';

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lưu' }).first().click();
  await page.getByText('Đã lưu.').waitFor();
}

/** A step between reception and check: added, filled in, and reached on one of two ways. */
async function addVerification(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Thêm dòng' }).click();
  await page.getByLabel('Loại dòng').selectOption({ label: 'Chờ ý kiến, văn bản trả lời' });
  await page.getByLabel('Tên', { exact: true }).fill('Chờ xác minh điều kiện giám hộ');
  await page.getByLabel('Đứng sau dòng').selectOption('step-1');
  await page.getByRole('button', { name: 'Thêm dòng' }).click();
  await page.getByText('Đã thêm dòng').waitFor();
  await page.getByLabel('Nơi thực hiện').selectOption('external/other');
  await page.getByLabel('Vai trò').selectOption('specialist');
  await page.getByLabel('Thời gian').fill('48');
  await save(page);
}

describe('Whoever keeps the catalogue, without script', () => {
  test('edits a process as a table, reads what is wrong, puts it right and puts it in force', async () => {
    const page = await house.visit({ login: 'noi-vu', script: false });
    await page.goto(GUARDIANSHIP);
    await page.getByRole('button', { name: 'Lập bản dự thảo' }).click();
    await page.getByText('Quy trình đủ điều kiện công bố').waitFor();
    await addVerification(page);

    // Too long for the three days of the law; the sentence leads to its row.
    await page.getByRole('link', { name: 'Về bảng các bước' }).first().click();
    await page.getByText('Còn 1 điều phải sửa trước khi công bố').waitFor();
    await page.getByRole('link', { name: /vượt thời hạn giải quyết 24 giờ/ }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();

    // One way for whoever receives to choose, the other for the rest.
    await page.goto(`${GUARDIANSHIP}/versions/1/rows/step-1/onward`);
    await page.getByLabel('Rẽ nhánh: đi một trong các nhánh').check();
    await page.getByRole('button', { name: 'Thêm nhánh' }).click();
    await page.locator('[name="ways.0.name"]').fill('Cần xác minh');
    await page.locator('[name="ways.0.when"]').selectOption('chosen');
    await page.locator('[name="ways.1.to"]').selectOption('step-2');
    await page.locator('[name="ways.1.name"]').fill('Đủ căn cứ');
    await page.locator('[name="ways.1.when"]').selectOption('default');
    await save(page);
    await page.goto(`${GUARDIANSHIP}/versions/1/rows/step-2/meeting`);
    await page.getByLabel('Nhánh nào tới thì làm ngay').check();
    await save(page);
    await page.goto(`${GUARDIANSHIP}/versions/1/rows/step-2/step`);
    await page.getByLabel('Thời gian').fill('8');
    await save(page);
    await page.goto(`${GUARDIANSHIP}/versions/1/rows/message-1/step`);
    await page.getByLabel('Thời gian').fill('');
    await save(page);
    await page.goto(`${GUARDIANSHIP}/versions/1/publish`);
    await page.getByRole('link', { name: /chưa có thời gian/ }).click();
    await page.getByLabel('Thời gian').fill('8');
    await save(page);

    await page.goto(`${GUARDIANSHIP}/versions/1/publish`);
    await page.getByLabel('Số quyết định phê duyệt quy trình').fill('12/QĐ-UBND');
    await page.getByRole('button', { name: 'Kiểm tra' }).click();
    await page.getByRole('heading', { name: 'Xem lại lần cuối' }).waitFor();
    await page.getByRole('button', { name: 'Công bố quy trình' }).click();
    await page.getByText('Đã công bố quy trình phiên bản 1').waitFor();
    expect(await page.locator('.mc-process').textContent()).toContain('Chờ xác minh');
    expect(await page.getByText('“Cần xác minh” (người làm chọn)').count()).toBe(1);
    expect(await overflowOf(page)).toBe(0);
  });
});

describe('A drawing', () => {
  test('goes out as a file, comes back with a report, and is drawn on in the page itself', async () => {
    const page = await house.visit({ login: 'noi-vu' });
    const complaints = complaintsOf(page);
    await page.goto('/processes/cap-giay-phep-xay-dung');
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Tải tệp BPMN' }).click();
    const file = path.join(house.system.folder, 'gpxd.bpmn');
    await (await coming).saveAs(file);
    const text = await readFile(file, 'utf8');
    // As another tool would have it: one step of a kind that nobody can run here.
    await writeFile(
      file,
      text.replace(
        /<bpmn:userTask id="visit"([^>]*)>([\s\S]*?)<\/bpmn:userTask>/,
        '<bpmn:scriptTask id="visit"$1>$2</bpmn:scriptTask>',
      ),
    );

    await page.goto('/processes/dang-ky-cham-dut-giam-ho');
    await page.getByRole('button', { name: 'Lập bản dự thảo' }).click();
    await page.getByRole('link', { name: 'Nhập tệp BPMN' }).click();
    await page.getByLabel('Tệp BPMN').setInputFiles(file);
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByText('3 phần tử không nhận được').waitFor();
    await page.getByRole('button', { name: 'Thay nội dung bản dự thảo' }).click();
    await page.getByText(/điều phải sửa trước khi công bố/).waitFor();

    await page.getByRole('link', { name: 'Vẽ sơ đồ' }).click();
    await page.locator('mc-drawing[data-ready]').waitFor();
    // The licence of the drawing program wants its mark seen.
    expect(await page.locator('.bjs-powered-by').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Xem trước bản vẽ' }).click();
    await page.getByText('Mọi phần tử của tệp được giữ nguyên.').waitFor();
    await page.getByRole('button', { name: 'Thay nội dung bản dự thảo' }).click();
    await page.getByText('Đã thay nội dung bản dự thảo').waitFor();
    expect(complaints).toEqual([]);
  });

  test('with entities is not taken, and says so', async () => {
    const page = await house.visit({ login: 'noi-vu' });
    const file = path.join(house.system.folder, 'bom.bpmn');
    const model = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
    const bomb = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">';
    await writeFile(
      file,
      `<?xml version="1.0"?><!DOCTYPE d [${bomb}]><definitions xmlns="${model}">&b;</definitions>`,
    );
    await page.goto('/processes/dang-ky-cham-dut-giam-ho/versions/1/import');
    await page.getByLabel('Tệp BPMN').setInputFiles(file);
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByText('Tệp “bom.bpmn” có khai báo DOCTYPE, ENTITY').first().waitFor();
    expect(new URL(page.url()).pathname).toMatch(/\/import$/);
  });
});
