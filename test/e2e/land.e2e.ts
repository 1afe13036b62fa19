import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobHandlers } from '#app/jobs.ts';
import { complaintsOf, type House, openHouse, overflowOf, violationsOn } from './house.ts';

/** Land in An Hòa: commune, one-stop of the district, department and registration branch at the same time, tax, and back. */
const PROCEDURE = 'dang-ky-dat-dai-cap-giay-chung-nhan-lan-dau';
const NAME = 'Đinh Văn Mẫu';

let house: House;
let number: string;
const complaints: (readonly string[])[] = [];

beforeAll(async () => {
  house = await openHouse();
  house.system.setClock('2020-04-27T08:00:00+07:00');
});
afterAll(async () => house.close());

async function at(login: string, address = `/dossiers/${number}`, width = 1280): Promise<Page> {
  const page = await house.visit({ login, width });
  complaints.push(complaintsOf(page));
  await page.goto(address);
  return page;
}

async function said(page: Page, notice: string): Promise<void> {
  await page.getByText(notice).first().waitFor({ timeout: 15_000 });
}

const main = (page: Page) => page.getByRole('main');

async function take(page: Page): Promise<void> {
  await main(page).getByRole('button', { name: 'Xác nhận đã nhận bàn giao' }).click();
  await said(page, 'Đã xác nhận nhận bàn giao hồ sơ.');
}

async function passOn(page: Page): Promise<void> {
  await main(page)
    .getByRole('button', { name: /^(Chuyển: |Hoàn thành bước này)/ })
    .first()
    .click();
  await said(page, 'Đã chuyển sang bước sau.');
}

/** The queue does what the deeds asked for. */
async function work(task: string): Promise<void> {
  const handlers = jobHandlers(house.system);
  const { rows } = await house.system.superuser.query<{ id: string; payload: unknown }>(
    `select j.id, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
     where j.task_identifier = $1`,
    [task],
  );
  for (const { id, payload } of rows) {
    await handlers[task]?.(payload, id);
    await house.system.superuser.query('delete from graphile_worker._private_jobs where id = $1', [id]);
  }
}

describe('Land registered for the first time, through five desks', () => {
  test('is received in the commune and goes to the one-stop of the district', async () => {
    house.system.setClock('2020-04-28T08:00:00+07:00');
    const page = await at('mot-cua.an-hoa', `/intake/${PROCEDURE}`);
    await page.locator('[name="applicant.fullName"]').fill(NAME);
    await page.locator('[name="applicant.address"]').fill('Thôn 3, xã An Hòa');
    await page.getByLabel('Đơn đăng ký đất đai, tài sản gắn liền với đất', { exact: true }).check();
    await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
    await page.waitForURL('**/received**');
    number = /000\.\d\d\.\d\d\.H08-200428-\d{4}/.exec(decodeURIComponent(page.url()))?.[0] ?? '';
    const counter = await at('mot-cua.huyen');
    await take(counter);
    await passOn(counter);
    expect(await main(counter).innerText()).toContain('Xác nhận nguồn gốc');
  });

  test('is confirmed by the commune and opens two desks at once', async () => {
    const officer = await at('dia-chinh.an-hoa');
    await take(officer);
    house.system.setClock('2020-05-18T08:00:00+07:00');
    await passOn(await at('dia-chinh.an-hoa'));
    const chairman = await at('chu-tich.an-hoa');
    await passOn(chairman);
    const text = await main(await at('mot-cua.an-hoa')).innerText();
    expect(text).toContain('Thẩm định điều kiện cấp Giấy chứng nhận');
    expect(text).toContain('Đo đạc, lập hồ sơ');
  });

  test('is worked on by both at the same time; neither is told that the other made its page old', async () => {
    const resources = await at('chuyen-vien.tai-nguyen');
    const registry = await at('dang-ky-dat-dai');
    await take(resources);
    await passOn(registry);
    await passOn(resources);
    expect(await main(resources).innerText()).toContain('Thông báo nghĩa vụ tài chính');
  });

  test('stands still while the tax is owed, and goes on when it is paid', async () => {
    const registry = await at('dang-ky-dat-dai');
    await take(registry);
    await passOn(registry);
    await said(registry, 'Chờ thực hiện nghĩa vụ tài chính');
    await registry.getByRole('link', { name: /Ghi khoản phải nộp/ }).click();
    await registry.getByLabel('Khoản phải nộp', { exact: true }).fill('Lệ phí trước bạ');
    await registry.locator('[name="lines.0.amount"]').fill('1.250.000');
    await registry.getByLabel('Căn cứ').fill('Thông báo số 12/TB-CCT ngày 18/5/2020');
    await registry.getByRole('button', { name: 'Ghi khoản phải nộp' }).click();
    await said(registry, 'Đã ghi khoản phải nộp.');
    house.system.setClock('2020-05-22T08:00:00+07:00');
    const counter = await at('mot-cua.an-hoa');
    await main(counter).getByRole('link', { name: 'Thu tiền' }).first().click();
    await counter.getByLabel('Số giấy nộp tiền').fill('GNT-0045');
    await counter.getByLabel('Ngày nộp').fill('21/5/2020');
    await counter.getByRole('button', { name: /^Ghi nhận/ }).click();
    await said(counter, 'Đã nộp');
    await work('fees-settled');
    const text = await main(await at('truong-phong.tai-nguyen')).innerText();
    expect(text).toContain('trình ký Giấy chứng nhận');
    expect(text).not.toContain('Chờ thực hiện nghĩa vụ tài chính:');
  });

  test('is signed by the chairman of the district, entered by the branch and comes back to the commune', async () => {
    const head = await at('truong-phong.tai-nguyen');
    await take(head);
    await passOn(head);
    const chairman = await at('chu-tich.huyen');
    await take(chairman);
    await main(chairman).getByRole('link', { name: 'Nhập kết quả' }).click();
    await chairman.getByRole('textbox', { name: 'Tên kết quả' }).fill('Giấy chứng nhận quyền sử dụng đất');
    await chairman.getByRole('button', { name: 'Lưu kết quả' }).click();
    await said(chairman, 'Đã lưu kết quả giải quyết.');
    await passOn(chairman);
    const registry = await at('dang-ky-dat-dai');
    await take(registry);
    await passOn(registry);
    const counter = await at('mot-cua.an-hoa');
    await take(counter);
    await main(counter).getByRole('link', { name: 'Trả kết quả', exact: true }).click();
    await counter.getByRole('button', { name: 'Đã trả kết quả' }).click();
    await said(counter, 'Đã trả kết quả, hồ sơ hoàn tất.');
    expect(await main(counter).innerText()).toContain('Giấy chứng nhận quyền sử dụng đất');
  });

  test('shows every hour of it, as a picture too, on wide and narrow pages without a complaint', async () => {
    for (const width of [1280, 360]) {
      const page = await at('mot-cua.an-hoa', `/dossiers/${number}`, width);
      await page.getByRole('heading', { name: 'Hồ sơ trên sơ đồ quy trình' }).waitFor();
      expect(await violationsOn(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    }
    expect(complaints.flat()).toEqual([]);
  });
});
