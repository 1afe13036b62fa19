import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { passOn } from '#capabilities/dossiers/service.ts';
import { actAs } from '../cast.ts';
import { receivedDossier } from '../dossiers.ts';
import { type House, openHouse, overflowOf, violationsOn } from './house.ts';

let house: House;
let number: string;
let code: string;
beforeAll(async () => {
  house = await openHouse();
  const { system } = house;
  const state = await receivedDossier(system, { slug: 'xac-nhan-tinh-trang-hon-nhan' });
  const counter = await actAs(system, 'mot-cua.an-hoa');
  await passOn(counter, { number: state.number, sequence: state.sequence, note: '', officerId: null });
  ({ number } = state);
  const { rows } = await system.superuser.query('select check_code from dossiers where number = $1', [
    number,
  ]);
  code = rows[0].check_code;
});
afterAll(async () => house.close());

async function at(address: string, login: string | null, width = 1280): Promise<Page> {
  const page = await house.visit({ login, width });
  await page.goto(address);
  return page;
}

async function wellMade(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
}

const SPECIALIST = 'tu-phap.an-hoa';
const COUNTER = 'mot-cua.an-hoa';
const CHAIRMAN = 'chu-tich.an-hoa';

describe('The clock of a dossier', () => {
  test('stands while the applicant completes the papers: proposed by one, accepted by another, received by the counter', async () => {
    const desk = await at(`/dossiers/${number}`, SPECIALIST);
    await desk.getByText('Gửi đề nghị').click();
    await desk.getByRole('link', { name: 'Yêu cầu bổ sung hồ sơ' }).click();
    await desk.getByLabel('Lý do', { exact: true }).selectOption('missing-paper');
    await desk
      .getByLabel(/Tên giấy tờ, nội dung/)
      .first()
      .fill('Giấy xác nhận nơi cư trú');
    await desk
      .getByLabel(/Cần làm, cần mang/)
      .locator('visible=true')
      .first()
      .fill('Bản chính, cấp trong 6 tháng');
    await wellMade(desk);
    await desk.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await desk.getByText('chờ người khác duyệt').waitFor();
    await wellMade(desk);

    const counter = await at('/approvals', COUNTER, 360);
    await wellMade(counter);
    await counter.getByRole('link', { name: 'Yêu cầu bổ sung hồ sơ' }).click();
    await wellMade(counter);
    await counter.getByLabel('Duyệt', { exact: true }).check();
    await counter.getByRole('button', { name: 'Ghi quyết định' }).click();
    await counter.getByText('Đã duyệt và thực hiện đề nghị.').waitFor();

    const citizen = await at(`/tra-cuu/${number}?ma=${code}`, null, 360);
    await citizen.getByRole('heading', { name: 'Bạn cần bổ sung' }).waitFor();
    await citizen.getByText('Bạn được yêu cầu bổ sung hồ sơ').waitFor();
    await wellMade(citizen);

    house.system.setClock('2020-04-29T10:00:00+07:00');
    // A night later nobody is signed in any more.
    const morning = await at(`/dossiers/${number}/supplement`, COUNTER, 360);
    await morning.getByLabel('Giấy xác nhận nơi cư trú').check();
    await wellMade(morning);
    await morning.getByRole('button', { name: 'Ghi đã nhận' }).click();
    await morning.getByText('Đã nhận đủ, thời gian được tính tiếp.').waitFor();
    await wellMade(morning);
    expect(await morning.locator('#dong-ho').textContent()).toContain('Không tính');
    await citizen.reload();
    await citizen.getByText('Thời gian được tính tiếp, ngày trả mới').waitFor();
  });

  test('runs longer once, by the leader’s word', async () => {
    const desk = await at(`/dossiers/${number}/propose/extension`, SPECIALIST, 360);
    await desk.getByLabel('Lý do', { exact: true }).selectOption('verification');
    await desk.getByLabel('Xin thêm số ngày làm việc').fill('2');
    await wellMade(desk);
    await desk.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await desk.getByText('chờ người khác duyệt').waitFor();
    const leader = await at('/approvals', CHAIRMAN);
    await leader.getByRole('link', { name: 'Gia hạn giải quyết' }).click();
    await leader.getByLabel('Duyệt', { exact: true }).check();
    await leader.getByRole('button', { name: 'Ghi quyết định' }).click();
    await leader.getByText('Đã duyệt và thực hiện đề nghị.').waitFor();
    await leader.goto(`/dossiers/${number}`);
    await wellMade(leader);
    expect(await leader.getByRole('link', { name: /Thông báo gia hạn/ }).count()).toBe(1);
  });

  test('ends at the applicant’s wish, without script, when the counter confirms it', async () => {
    const citizen = await house.visit({ login: null, width: 360, script: false });
    await citizen.goto(`/tra-cuu/${number}?ma=${code}`);
    await citizen.getByText('Tôi muốn rút hồ sơ').click();
    await citizen.getByRole('button', { name: 'Yêu cầu rút hồ sơ' }).click();
    await citizen.getByText('Bạn yêu cầu rút hồ sơ, chờ xác nhận').waitFor();
    const counter = await at('/approvals', COUNTER);
    await counter.getByRole('link', { name: 'Rút hồ sơ theo yêu cầu của người nộp' }).click();
    await counter.getByLabel('Duyệt', { exact: true }).check();
    await counter.getByRole('button', { name: 'Ghi quyết định' }).click();
    await counter.goto(`/dossiers/${number}`);
    await counter.getByText('8. Dừng xử lý').waitFor();
    await citizen.reload();
    expect(await citizen.getByText('Người nộp rút hồ sơ').count()).toBeGreaterThan(0);
  });
});
