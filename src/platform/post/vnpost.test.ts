import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostOffice, POST_CUSTOMER, type PostOffice } from '#test/post-office.ts';
import { FIRST_EVENT, type PostalService } from './postal-service.ts';
import { vnPost } from './vnpost.ts';

const end = {
  name: 'Nguyễn Thị B',
  phone: '0905000123',
  address: 'Thôn 3',
  district: 'An Lão',
  province: 'Bình Định',
};
const order = {
  orderNumber: '000.17.22.H08-200428-0001',
  codAmount: 8000,
  sender: end,
  receiver: end,
  content: 'Giấy khai sinh',
  note: '',
};

let office: PostOffice;
let post: PostalService;
beforeAll(async () => {
  office = await openPostOffice();
  post = vnPost({ url: office.url, ...POST_CUSTOMER });
});
afterAll(() => office.close());

describe('The post', () => {
  test('takes an order with its own names of the fields, and says how it calls the parcel', async () => {
    expect(await post.order(order)).toEqual({ outcome: 'taken', trackingCode: 'EA0001VN' });
    expect(office.orders.get(order.orderNumber)).toEqual({
      customerCode: 'KH01',
      orderNumber: order.orderNumber,
      codAmount: 8000,
      senderName: 'Nguyễn Thị B',
      senderTel: '0905000123',
      senderAddress: 'Thôn 3',
      senderDistrict: 'An Lão',
      senderProvince: 'Bình Định',
      senderDesc: 'Giấy khai sinh',
      description: '',
      receiverName: 'Nguyễn Thị B',
      receiverTel: '0905000123',
      receiverAddress: 'Thôn 3',
      receiverDistrict: 'An Lão',
      receiverProvince: 'Bình Định',
    });
  });

  test('says why it does not take one', async () => {
    const wrong = { ...order, receiver: { ...end, phone: '0900000000' } };
    expect(await post.order(wrong)).toEqual({ outcome: 'refused', reason: 'Số điện thoại người nhận sai' });
  });

  test('is asked for a new token when the last has run out', async () => {
    office.forgetTokens();
    expect(await post.cancel(order.orderNumber)).toMatchObject({ outcome: 'taken' });
    expect(office.cancelled).toEqual([order.orderNumber]);
  });

  test('that is out of order is worth trying again', async () => {
    office.fail(503, 1);
    await expect(post.order(order)).rejects.toThrow('HTTP 503');
  });

  test('tells what happened behind the last event that was read', async () => {
    office.tell(order.orderNumber, {
      status: '70',
      time: '2020-04-28T16:30:00+07:00',
      place: 'Bưu cục An Lão',
    });
    office.tell(order.orderNumber, { status: '100', time: '2020-04-29T09:00:00+07:00', fee: 21_000 });
    const events = await post.eventsAfter(FIRST_EVENT);
    expect(events).toMatchObject([
      { code: '70', place: 'Bưu cục An Lão', at: new Date('2020-04-28T09:30:00Z'), cost: null },
      { code: '100', cost: 21_000 },
    ]);
    expect(await post.eventsAfter(events[0]?.id ?? '')).toHaveLength(1);
  });
});
