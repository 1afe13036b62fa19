import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DossierState } from '#capabilities/dossiers/schema.ts';
import { takeCustody } from '#capabilities/dossiers/service.ts';
import { jobHandlers } from '#app/jobs.ts';
import { actAs } from '../cast.ts';
import { receivedDossier, receptionOf } from '../dossiers.ts';
import { type House, openHouse, overflowOf, violationsOn } from './house.ts';
import { advance } from './seed.ts';

const COUNTER = 'mot-cua.huyen';
/** `SHOTS=folder` keeps pictures there. */
const SHOTS = process.env['SHOTS'];

let house: House;
let ready: DossierState;
beforeAll(async () => {
  house = await openHouse();
  const { system } = house;
  const slug = 'dang-ky-thanh-lap-ho-kinh-doanh';
  const { applicant } = await receptionOf(await actAs(system, COUNTER), slug);
  const change = {
    returnMethod: 'postal' as const,
    applicant: { ...applicant, email: 'nguoi-nop@example.vn' },
  };
  ready = await receivedDossier(system, { slug, login: COUNTER, change });
  for (let step = 0; step < 8 && ready.phase !== 'done'; step += 1) ready = await advance(system, ready, 1);
  const { number, sequence } = ready;
  ready = await takeCustody(await actAs(system, COUNTER), { number, sequence, note: '' });
});
afterAll(async () => house.close());

async function at(address: string, login: string | null = COUNTER, width = 1280): Promise<Page> {
  const page = await house.visit({ login, width });
  await page.goto(address);
  return page;
}

async function wellMade(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  expect(await violationsOn(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
}

test('a result goes by post: made at the counter, followed by the applicant, and the dossier ends with it', async () => {
  expect(ready.phase).toBe('done');
  const page = await at(`/dossiers/${ready.number}`);
  await page.getByRole('heading', { name: 'Thông báo đã gửi' }).waitFor();
  await wellMade(page, 'dossier');
  await page.getByRole('link', { name: 'Gửi kết quả qua bưu chính' }).click();
  await page.getByLabel('Thu hộ khi phát').fill('100.000');
  await page.getByRole('button', { name: 'Lập bưu gửi' }).click();
  await page.getByText('Đã lập bưu gửi.').waitFor();
  const label = await page.request.get(`${page.url()}/label.pdf`);
  expect(label.headers()['content-type']).toBe('application/pdf');
  await page.getByLabel('Không phát được').check();
  await page.getByLabel('Ghi chú, lý do').fill('Người nhận đi vắng');
  await page.getByRole('button', { name: 'Ghi tình trạng' }).click();
  await page.getByText('Không phát được: làm gì tiếp').waitFor();
  await wellMade(page, 'failed');
  await page.getByLabel('Đã thống nhất với người nhận').fill('Phát lại sáng thứ Năm');
  await page.getByRole('button', { name: 'Hẹn phát lại' }).click();
  await page.getByText('Đã ghi: bưu chính phát lại.').waitFor();
  await page.getByText('Ghi tình trạng theo bưu tá báo').waitFor();
  await page.getByLabel('Đã phát').check();
  await page.getByRole('button', { name: 'Ghi tình trạng' }).click();
  await page.getByText('Đã ghi tình trạng bưu gửi.').waitFor();
  await jobHandlers(house.system)['post-delivered']?.({ number: ready.number }, '1');
  await page.getByRole('link', { name: ready.number, exact: true }).click();
  await page.getByText('(Người nhận trên bưu gửi)').waitFor();
  await page.setViewportSize({ width: 360, height: 800 });
  await wellMade(page, 'dossier-360');
}, 90_000);

test('the bell tells the counter of the failure, and the applicant sees what they were told', async () => {
  const page = await at('/inbox');
  await page.getByRole('link', { name: 'Thông báo, 1 chưa đọc' }).click();
  await page.getByText(/Bưu gửi .* không phát được: Người nhận đi vắng/).waitFor();
  await page.getByRole('button', { name: 'Đã đọc tất cả' }).click();
  await page.getByRole('link', { name: 'Thông báo', exact: true }).waitFor();
  const { rows } = await house.system.superuser.query<{ code: string }>(
    'select check_code as code from dossiers where number = $1',
    [ready.number],
  );
  expect(rows).toHaveLength(1);
  const anybody = await at(`/tra-cuu/${ready.number}?ma=${rows[0]?.code}`, null, 360);
  await anybody.getByRole('heading', { name: 'Chúng tôi đã báo cho bạn' }).waitFor();
  await anybody.getByText('Đã phát (cán bộ ghi)').waitFor();
  await wellMade(anybody, 'citizen-360');
}, 60_000);
