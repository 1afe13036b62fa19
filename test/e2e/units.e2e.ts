import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOf, type House, openHouse, overflowOf, violationsOn } from './house.ts';
import { seedWeek, type Week } from './seed.ts';

/** Two units and one dossier between them, in a real browser. */
let house: House;
let week: Week;
beforeAll(async () => {
  house = await openHouse();
  week = await seedWeek(house.system);
});
afterAll(async () => house.close());

test('papers go to the district on a list, and are taken there with what is missing', async () => {
  const sender = await house.visit({ login: 'van-thu.an-hoa' });
  const complaints = [complaintsOf(sender)];
  await sender.goto('/handovers');
  await sender.getByLabel(`Chọn hồ sơ ${week.handed}`).check();
  await sender.getByRole('button', { name: 'Lập danh sách cho người chuyển' }).click();
  await sender.getByText('Đã lập danh sách bàn giao.').first().waitFor();
  const list = new URL(sender.url()).pathname;

  const receiver = await house.visit({ login: 'chuyen-vien.lao-dong', width: 360 });
  complaints.push(complaintsOf(receiver));
  await receiver.goto(list);
  expect(await overflowOf(receiver)).toBe(0);
  expect(await violationsOn(receiver)).toEqual([]);
  await receiver.getByRole('link', { name: 'Có sai lệch, không nhận' }).first().click();
  await receiver.getByLabel('Nhận, nhưng có sai lệch').check();
  await receiver
    .getByLabel(/^Sai lệch của/)
    .first()
    .selectOption('missing');
  await receiver.getByRole('button', { name: 'Ghi nhận' }).click();
  await receiver.getByText('Đã xác nhận nhận bàn giao hồ sơ.').first().waitFor();

  await sender.goto('/handovers');
  await sender.getByRole('link', { name: 'Trả lời' }).click();
  await sender.getByLabel('Gửi bổ sung sau').check();
  await sender.getByLabel('Nói rõ').fill('gửi trong ngày');
  await sender.getByRole('button', { name: 'Gửi trả lời' }).click();
  await sender.getByText('Đã ghi vào hồ sơ.').first().waitFor();
  expect(complaints.flat()).toEqual([]);
});

test('an official asks a department, which answers and then sees the dossier no more', async () => {
  const official = await house.visit({ login: 'tu-phap.an-hoa' });
  await official.goto(`/dossiers/${week.claimed}`);
  await official.getByRole('link', { name: 'Lấy ý kiến đơn vị khác' }).click();
  await official.getByRole('combobox', { name: /Đơn vị được hỏi/ }).fill('phong tu phap');
  await official.getByRole('option', { name: 'Phòng Tư pháp' }).first().click();
  await official.getByLabel('Nội dung cần hỏi').fill('Hai bên đăng ký có đủ điều kiện không?');
  await official.getByLabel('Hạn trả lời').fill('29/4/2020');
  await official.getByRole('button', { name: 'Gửi lấy ý kiến' }).click();
  await official.getByText('Đã gửi lấy ý kiến.').first().waitFor();

  const department = await house.visit({ login: 'chuyen-vien.tu-phap' });
  await department.goto('/consultations');
  await department.getByRole('link', { name: week.claimed }).click();
  await department.getByLabel('Ý kiến của đơn vị').fill('Đủ điều kiện đăng ký.');
  await department.getByRole('button', { name: 'Gửi ý kiến' }).click();
  await department.getByText('Đã gửi ý kiến.').first().waitFor();
  expect((await department.goto(`/dossiers/${week.claimed}`))?.status()).toBe(404);
});
