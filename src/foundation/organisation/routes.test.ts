import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { type Visitor, visitorOf } from '#test/visitor.ts';
import { historyOf } from '#foundation/history/service.ts';
import { unitByCode } from './service.ts';

let system: TestSystem;
let homeAffairs: Visitor;
let counter: Visitor;

beforeAll(async () => {
  system = await openTestWorld();
  homeAffairs = await visitorOf(system, 'noi-vu');
  counter = await visitorOf(system, 'mot-cua.an-hoa');
});
afterAll(() => system.close());

describe('the tree', () => {
  test('stands as of a date', async () => {
    const today = await counter.get('/organisation');
    expect(today.html).toContain('Trường Tiểu học An Hòa<');
    const earlier = await counter.get('/organisation?date=1/1/2015');
    expect(earlier.html).toContain('Trường Tiểu học An Hòa 2');
    expect(earlier.html).not.toContain('Trung tâm Dịch vụ nông nghiệp');
  });

  test('finds units without diacritics and by code', async () => {
    expect((await counter.get('/organisation?q=tu+phap')).html).toContain('Phòng Tư pháp huyện An Lão');
    expect((await counter.get('/organisation?q=21628')).html).toContain('Ủy ban nhân dân xã An Hòa');
    expect((await counter.get('/organisation?q=khong-co')).html).toContain('Không có đơn vị nào như vậy');
  });

  test('shows one kind', async () => {
    const { html } = await counter.get('/organisation?kind=school');
    expect(html).toContain('Trường Tiểu học An Hòa');
    expect(html).not.toContain('Phòng Tư pháp huyện');
  });

  test('says that it could not read a date and shows today', async () => {
    expect((await counter.get('/organisation?date=31/2/2020')).html).toContain('Không đọc được ngày');
  });

  test('can be had as a file', async () => {
    const csv = await counter.get('/organisation?format=csv&date=2015-01-01');
    expect(csv.html).toContain('xa-an-hoa,Ủy ban nhân dân xã An Hòa,Xã An Hòa');
  });
});

describe('a unit', () => {
  test('shows both identifiers, its parent and how it came to be', async () => {
    const { html } = await counter.get('/organisation/units/xa-an-hoa');
    expect(html).toContain('000.17.22.H08');
    expect(html).toContain('H08.22.17');
    expect(html).toContain('Thành lập Ủy ban nhân dân xã An Hòa');
    expect(html).toContain('Dự kiến');
  });

  test('that ended leads to its successor', async () => {
    const { html } = await counter.get('/organisation/units/truong-tieu-hoc-an-hoa-1');
    expect(html).toContain('đơn vị đã kết thúc hoạt động');
    expect(html).toContain('Công việc do Trường Tiểu học An Hòa tiếp nhận');
  });

  test('names the units it came from', async () => {
    const { html } = await counter.get('/organisation/units/trung-tam-dich-vu-nong-nghiep');
    expect(html).toContain('Đơn vị tiền thân');
    expect(html).toContain('Trạm Bảo vệ thực vật huyện An Lão');
  });

  test('that never existed is not found', async () => {
    expect((await counter.get('/organisation/units/khong-co')).status).toBe(404);
  });
});

describe('the contact of a unit', () => {
  const path = '/organisation/units/xa-an-hoa/contact';

  test('is corrected without an act and leaves a trace', async () => {
    const saved = await homeAffairs.post(path, {
      address: 'Thôn Vạn Long, xã An Hòa',
      phone: '0256 3875 001',
    });
    expect(saved).toMatchObject({ status: 303, location: '/organisation/units/xa-an-hoa' });
    const { html } = await counter.get('/organisation/units/xa-an-hoa');
    expect(html).toContain('Thôn Vạn Long, xã An Hòa');
    expect(html).toContain('Sửa địa chỉ, số điện thoại');
    const ctx = await actAs(system, 'noi-vu');
    const unit = await unitByCode(ctx, 'xa-an-hoa');
    expect(await historyOf(ctx, 'unit', unit.id)).toMatchObject([
      { kind: 'contact-corrected', payload: { before: { phone: '' }, after: { phone: '0256 3875 001' } } },
    ]);
  });

  test('keeps what was typed when the telephone is not one', async () => {
    const again = await homeAffairs.post(path, { address: 'Thôn Xuân Phong', phone: 'gọi ông A' });
    expect(again.status).toBe(422);
    expect(again.html).toContain('Thôn Xuân Phong');
    expect(again.html).toContain('Số điện thoại chỉ gồm chữ số');
  });

  test('is not corrected by an officer of the counter', async () => {
    expect((await counter.get(path)).status).toBe(403);
    expect((await counter.post(path, { address: '', phone: '' })).status).toBe(403);
  });
});
