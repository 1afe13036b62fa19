import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobHandlers } from '#app/jobs.ts';
import { orderInput, type OrderInput } from '#capabilities/post/schema.ts';
import {
  bringBack,
  cancelOrder,
  createOrder,
  orderById,
  ordersOf,
  sendAgain,
} from '#capabilities/post/service.ts';
import { noteState } from '#capabilities/post/tracking/service.ts';
import { vnPost } from '#platform/post/vnpost.ts';
import type { System } from '#platform/system.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { advance } from '#test/e2e/seed.ts';
import { missingFrom } from '#test/pdf.ts';
import { openPostOffice, POST_CUSTOMER, type PostOffice } from '#test/post-office.ts';
import { type Visitor, visitorOf } from '#test/visitor.ts';

const COUNTER = 'mot-cua.an-hoa';

let system: TestSystem;
let office: PostOffice;
let posting: System;
let counter: Visitor;
beforeAll(async () => {
  system = await openTestWorld();
  office = await openPostOffice();
  posting = { ...system, post: vnPost({ url: office.url, ...POST_CUSTOMER }) };
  counter = await visitorOf(system, COUNTER);
});
afterAll(async () => {
  office.close();
  await system.close();
});

const acting = async (login = COUNTER) => ({ ...(await actAs(posting, login)), post: posting.post });
const job = async (task: string, payload: unknown): Promise<void> =>
  jobHandlers(posting)[task]?.(payload, '1');

async function readyDossier(): Promise<string> {
  return (await advance(system, await receivedDossier(system, { slug: 'chung-thuc-chu-ky' }), 4)).number;
}

const inputFor = (dossier: string, change: Partial<OrderInput> = {}): OrderInput =>
  orderInput.parse({
    dossier,
    direction: 'to-applicant',
    name: 'Nguyễn Thị B',
    phone: '',
    address: 'Thôn 3, xã An Hòa',
    district: 'huyện An Lão',
    province: 'tỉnh Bình Định',
    content: 'Kết quả: Chứng thực chữ ký',
    note: '',
    codAmount: 10_000,
    ...change,
  });

async function sentOrder(change: Partial<OrderInput> = {}) {
  const dossier = await readyDossier();
  const id = await createOrder(await acting(), inputFor(dossier, change));
  await job('post-order', { id });
  return { id, dossier, order: (await orderById(await acting(), id)).order };
}

async function told(): Promise<readonly string[]> {
  const { rows } = await system.superuser.query<{ template: string }>(
    `select template from notices where template like 'post-%' order by id`,
  );
  return rows.map(({ template }) => template);
}

async function phaseOf(number: string) {
  const { rows } = await system.superuser.query<{ state: string; acknowledgement: string | null }>(
    `select d.state, r.acknowledgement from dossiers d left join dossier_returns r on r.dossier_id = d.id
      where d.number = $1`,
    [number],
  );
  return rows[0];
}

describe('A result that goes by post', () => {
  test('is sent, followed and delivered, and the dossier ends with it', async () => {
    const { id, dossier, order } = await sentOrder();
    expect(order).toMatchObject({
      number: dossier,
      state: 'created',
      trackingCode: `EA${dossier.slice(-4)}VN`,
    });
    expect(office.orders.get(dossier)).toMatchObject({
      receiverTel: '0905000123',
      senderName: 'Ủy ban nhân dân xã An Hòa',
      codAmount: 10_000,
    });
    office.tell(dossier, {
      status: '70',
      time: '2020-04-28T16:30:00+07:00',
      place: 'Bưu cục An Lão',
      fee: 21_000,
    });
    office.tell(dossier, { status: '77', time: '2020-04-28T18:00:00+07:00' });
    await job('post-tracking', {});
    const { order: accepted, events } = await orderById(await acting(), id);
    expect(accepted).toMatchObject({ state: 'accepted', cost: 21_000, receiver: { phone: '0905***123' } });
    expect(events.map(({ label }) => label)).toEqual(['Bưu cục đã nhận', 'Mã 77 của bưu chính']);
    office.tell(dossier, { status: '100', time: '2020-04-29T09:00:00+07:00' });
    await job('post-tracking', {});
    await job('post-tracking', {});
    expect((await orderById(await acting(), id)).events).toHaveLength(3);
    expect(await told()).toEqual(['post-sent']);
    await job('post-delivered', { number: dossier });
    await job('post-delivered', { number: dossier });
    expect(await phaseOf(dossier)).toEqual({ state: 'returned', acknowledgement: 'postal' });
  });

  test('that cannot be delivered is told to the applicant and the counter, and comes again or comes back', async () => {
    const { id, order } = await sentOrder();
    const { rows } = await system.superuser.query('delete from notices');
    expect(rows).toEqual([]);
    office.tell(order.number, { status: '70', time: '2020-04-28T16:30:00+07:00' });
    office.tell(order.number, {
      status: '91',
      time: '2020-04-29T09:00:00+07:00',
      note: 'Người nhận đi vắng',
    });
    await job('post-tracking', {});
    const { order: failed } = await orderById(await acting(), id);
    expect(failed).toMatchObject({ state: 'failed', failure: 'Người nhận đi vắng' });
    expect([...new Set(await told())]).toEqual(['post-sent', 'post-failed']);
    await sendAgain(await acting(), { id, sequence: failed.sequence, note: 'Phát lại chiều thứ Năm' });
    office.tell(order.number, { status: '91', time: '2020-04-30T09:00:00+07:00', note: 'Sai địa chỉ' });
    await job('post-tracking', {});
    const { order: twice } = await orderById(await acting(), id);
    await bringBack(await acting(), { id, sequence: twice.sequence, note: 'Người nhận sẽ đến quầy' });
    const again = await createOrder(await acting(), inputFor(twice.dossierNumber, { address: 'Thôn 5' }));
    expect((await orderById(await acting(), again)).order.number).toBe(`${twice.number}-2`);
    expect((await phaseOf(twice.dossierNumber))?.state).toBe('done');
  });

  test('is not sent twice at once, nor before it is there', async () => {
    const { dossier } = await sentOrder();
    await expect(createOrder(await acting(), inputFor(dossier))).rejects.toThrow('chưa xong theo chiều này');
    const { number } = await receivedDossier(system);
    await expect(createOrder(await acting(), inputFor(number))).rejects.toThrow('chưa có kết quả');
  });

  test('is nothing for other counters', async () => {
    const { id, dossier, order } = await sentOrder();
    const other = await acting('mot-cua.an-toan');
    await expect(createOrder(other, inputFor(dossier))).rejects.toThrow('Không có hồ sơ này');
    await expect(orderById(other, id)).rejects.toThrow('Không có bưu gửi này');
    const cancelling = cancelOrder(other, { id, sequence: order.sequence, note: 'x' });
    await expect(cancelling).rejects.toThrow('Không có bưu gửi này');
    expect(await ordersOf(other, order.dossierId)).toEqual([]);
  });

  test('that the post does not take says why; taken back, it is taken back there too', async () => {
    const { order: declined } = await sentOrder({ phone: '0900000000' });
    expect(declined).toMatchObject({ state: 'created', problem: 'Số điện thoại người nhận sai' });
    const { id, order } = await sentOrder();
    await cancelOrder(await acting(), { id, sequence: order.sequence, note: 'Người nộp đến quầy' });
    await job('post-cancel', { number: order.number });
    expect(office.cancelled).toContain(order.number);
    expect((await orderById(await acting(), id)).order.state).toBe('cancelled');
    const stale = cancelOrder(await acting(), { id, sequence: order.sequence, note: 'x' });
    await expect(stale).rejects.toThrow('vừa có tin mới');
  });

  test('waits in the queue while the post is away', async () => {
    const id = await createOrder(await acting(), inputFor(await readyDossier()));
    office.fail(503, 1);
    await expect(job('post-order', { id })).rejects.toThrow('HTTP 503');
    await job('post-order', { id });
    expect((await orderById(await acting(), id)).order.registeredAt).not.toBeNull();
  });
});

describe('At the counter', () => {
  test('a parcel is made on a page, its paper printed, its way written down by hand', async () => {
    const dossier = await readyDossier();
    const form = await counter.get(`/post/new?dossier=${dossier}&direction=to-applicant`);
    expect(form.text).toContain('Bỏ trống để dùng số trên hồ sơ: 0905***123');
    const wrong = await counter.send(form, '/post/new', { codAmount: 'mười nghìn', address: '' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Hãy ghi số tiền')]);
    const made = await counter.follow(await counter.send(form, '/post/new', { codAmount: '10.000' }));
    expect(made.text).toContain('thu hộ 10.000 đồng');
    expect(made.text).not.toContain('0905000123');
    const { rows } = await system.superuser.query<{ id: number }>(
      'select max(id)::int as id from postal_orders',
    );
    const id = rows[0]?.id ?? 0;
    const label = Buffer.from(await (await counter.get(`/post/${id}/label.pdf`)).response.arrayBuffer());
    expect(missingFrom(label, ['Nguyễn Thị B', '0905000123', 'Thu hộ: 10.000 đồng', dossier])).toEqual([]);
    const list = Buffer.from(await (await counter.get('/post/courier-list.pdf')).response.arrayBuffer());
    expect(missingFrom(list, ['BƯU TÁ', 'Nguyễn Thị B', dossier])).toEqual([]);
    const page = await counter.get(`/post/${id}`);
    const noted = await counter.send(page, `/post/${id}/state`, { state: 'failed', note: '' });
    expect(noted.text).toContain('Hãy ghi vì sao không phát được.');
    await counter.send(page, `/post/${id}/state`, {
      state: 'delivered',
      trackingCode: 'EB1',
      cost: '18.500',
    });
    expect((await counter.get(`/post/${id}`)).text).toContain('cước 18.500 đồng');
    expect((await counter.get('/post?state=delivered')).text).toContain('EB1');
    const { rows: reads } = await system.superuser.query<{ detail: string }>(
      `select distinct detail from personal_reads where manner = 'printed' and detail ilike '%bưu%' order by 1`,
    );
    expect(reads.map(({ detail }) => detail)).toEqual(['Danh sách giao bưu tá', 'Nhãn bưu gửi']);
  });

  test('an officer’s word about a parcel that is over changes nothing', async () => {
    const { id, order } = await sentOrder();
    await cancelOrder(await acting(), { id, sequence: order.sequence, note: 'x' });
    const { order: over } = await orderById(await acting(), id);
    const input = {
      id,
      sequence: over.sequence,
      state: 'delivered',
      trackingCode: '',
      cost: null,
      note: '',
    } as const;
    await expect(noteState(await acting(), input)).rejects.toThrow('đã kết thúc');
  });

  test('the applicant sees where the parcel is', async () => {
    const { order } = await sentOrder();
    office.tell(order.number, { status: '70', time: '2020-04-28T16:30:00+07:00', place: 'Bưu cục An Lão' });
    await job('post-tracking', {});
    const { rows } = await system.superuser.query<{ code: string }>(
      'select check_code as code from dossiers where number = $1',
      [order.number],
    );
    const anybody = await visitorOf(system);
    const page = await anybody.get(`/tra-cuu/${order.number}?ma=${rows[0]?.code}`);
    expect(page.text).toContain('Bưu chính: bưu chính đã nhận');
    expect(page.text).toContain('Bưu cục An Lão');
  });
});
