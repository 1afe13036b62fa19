import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '#foundation/context.ts';
import { systemContext } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import { signatureOf, SIGNATURE_HEADER, TIME_HEADER } from '#platform/messaging/signature.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { collect } from '../collecting/service.ts';
import { paymentById, paymentsOfDossier } from '../service.ts';
import { findDossier } from '../store.ts';
import { ordersOf, startOrder, takeReport } from './service.ts';

let system: TestSystem;
let cashier: Context;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  cashier = await actAs(system, 'mot-cua.an-hoa');
});

/** A payment of 7.000 đồng that was handed to the gateway. */
async function ordered() {
  const fees = [{ position: 0, quantity: 5, amount: null, exemption: '' }];
  const { number } = await receivedDossier(system, {
    slug: 'chung-thuc-ban-sao-tu-ban-chinh',
    change: { fees },
  });
  const dossier = await findDossier(cashier.db, number);
  const [whole] = await paymentsOfDossier(cashier, dossier?.id ?? 0);
  const paymentId = whole?.payment.id ?? 0;
  await startOrder(await systemContext(system, 'citizen'), { number, paymentId });
  const [order] = await ordersOf(cashier, paymentId);
  if (!order) throw new Error('No order was made');
  return { number, paymentId, order };
}

type Said = Readonly<Record<string, unknown>>;

async function report(said: Said, key = system.payments?.key ?? '', at = cashier.now): Promise<number> {
  const body = JSON.stringify(said);
  const signed = signatureOf(key, body, at);
  const [time = '', signature = ''] = [signed[TIME_HEADER], signed[SIGNATURE_HEADER]];
  return takeReport(await systemContext(system, 'gateway'), { body, time, signature });
}

const paidReport = (code: string, more: Said = {}): Said => ({
  MaTraCuuTT: code,
  SoTien: 7000,
  TrangThai: '1',
  MaGiaoDich: `GD-${code.slice(0, 8)}`,
  ...more,
});

describe('An order of the gateway', () => {
  test('is paid by a signed report, once, with a receipt of the unit', async () => {
    const { paymentId, order } = await ordered();
    const said = paidReport(order.code);
    const answers = await Promise.all([report(said), report(said), report(said)]);
    expect(answers).toEqual([200, 200, 200]);
    const { payment, collections } = await paymentById(cashier, paymentId);
    expect(payment.state).toBe('paid');
    expect(collections).toMatchObject([{ method: 'gateway', collectedBy: null, symbol: 'MAU-20' }]);
    expect(await report(said)).toBe(200);
    expect((await paymentById(cashier, paymentId)).collections).toHaveLength(1);
    const kinds = (await historyOf(cashier, 'payment', paymentId)).map(({ kind }) => kind);
    expect(kinds).toEqual(['asked', 'gateway-started', 'gateway-finished', 'collected']);
  });

  test('is not paid by a report without the right sign, of another amount, of nothing, or too old', async () => {
    const { paymentId, order } = await ordered();
    expect(await report(paidReport(order.code), 'some-other-key-0001')).toBe(403);
    expect(await report(paidReport(order.code), undefined, new Date('2020-04-28T00:00:00Z'))).toBe(403);
    expect(await report(paidReport(order.code, { SoTien: 7001 }))).toBe(409);
    expect(await report(paidReport('0'.repeat(32)))).toBe(404);
    expect(await report(paidReport(order.code, { MaGiaoDich: '' }))).toBe(400);
    expect(await report({ MaTraCuuTT: order.code })).toBe(400);
    expect((await paymentById(cashier, paymentId)).payment.state).toBe('open');
  });

  test('that failed leaves the payment open, and another may be made', async () => {
    const { number, paymentId, order } = await ordered();
    expect(await report(paidReport(order.code, { TrangThai: '0', MaGiaoDich: '' }))).toBe(200);
    expect((await paymentById(cashier, paymentId)).payment.state).toBe('open');
    await startOrder(await systemContext(system, 'citizen'), { number, paymentId });
    expect(await ordersOf(cashier, paymentId)).toHaveLength(2);
  });

  test('whose link is still good is not made a second time', async () => {
    const { number, paymentId } = await ordered();
    await startOrder(await systemContext(system, 'citizen'), { number, paymentId });
    expect(await ordersOf(cashier, paymentId)).toHaveLength(1);
  });

  test('paid after the counter took cash is kept in mind and takes no second receipt', async () => {
    const { paymentId, order } = await ordered();
    const { payment } = await paymentById(cashier, paymentId);
    const cash = { method: 'cash', payer: 'Nguyễn Thị B', reference: '', paidOn: null } as const;
    await collect(cashier, { paymentId, sequence: payment.sequence, ...cash });
    expect(await report(paidReport(order.code))).toBe(200);
    const { collections } = await paymentById(cashier, paymentId);
    expect(collections).toMatchObject([{ method: 'cash' }]);
    expect(await ordersOf(cashier, paymentId)).toMatchObject([{ state: 'paid' }]);
  });

  test('is made for a payment of that dossier alone', async () => {
    const { paymentId } = await ordered();
    const other = await receivedDossier(system);
    await expect(
      startOrder(await systemContext(system, 'citizen'), { number: other.number, paymentId }),
    ).rejects.toThrow('không có khoản phải nộp này');
  });
});
