import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '#foundation/context.ts';
import { systemContext } from '#foundation/context.ts';
import { historyOf } from '#foundation/history/service.ts';
import { compareRecords } from '#foundation/history/comparison/compare.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { owedFor, payFor, voidLast } from './fees.fixture.ts';
import { accountRecords, bookRecords, exemptionRecords, paymentRecords, tillRecords } from './records.ts';
import { decide, payOut, proposeRefund, refundById } from './refunds/service.ts';
import type { WholePayment } from './schema.ts';
import { paymentById } from './service.ts';
import { allTills, confirmTill, countTill, ownTill } from './tills/service.ts';

let system: TestSystem;
let cashier: Context;
let head: Context;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(async () => {
  await on(TUESDAY_MORNING);
});

async function on(instant: string): Promise<void> {
  system.setClock(instant);
  cashier = await actAs(system, 'mot-cua.an-hoa');
  head = await actAs(system, 'chu-tich.an-hoa');
}

const owed = async (pages: number, change = {}) => owedFor(system, pages, change);
const paid = async (whole: Pick<WholePayment, 'payment'>, more = {}) => payFor(cashier, whole, more);
const voided = async (whole: WholePayment) => voidLast(cashier, whole);

describe('Money that goes back', () => {
  const proposal = { reason: 'overcharged', note: '' } as const;

  async function proposed(amount: number) {
    const receipt = await paid(await owed(5));
    const { payment, collections } = receipt;
    const id = await proposeRefund(cashier, {
      ...proposal,
      collectionId: collections[0]?.id ?? 0,
      sequence: payment.sequence,
      amount,
    });
    return { id, receipt };
  }

  test('is proposed by one, approved by another, and paid out of the till with a slip of its own', async () => {
    const { id, receipt } = await proposed(3000);
    await expect(voided(await paymentById(cashier, receipt.payment.id))).rejects.toThrow('đề nghị hoàn trả');
    await expect(
      payOut(cashier, { id, method: 'cash', recipient: 'Nguyễn Thị B', reference: '' }),
    ).rejects.toThrow('chưa được duyệt');
    await decide(head, { id, outcome: 'approved', note: '' });
    const before = (await ownTill(cashier, '2020-04-28')).expected;
    await payOut(cashier, { id, method: 'cash', recipient: 'Nguyễn Thị B', reference: '' });
    expect((await ownTill(cashier, '2020-04-28')).expected).toBe(before - 3000);
    const { refund } = await refundById(cashier, id);
    expect(refund).toMatchObject({ state: 'paid', amount: 3000 });
    expect(refund.number).toMatch(/^HT-2020-\d{3}-\d{4}$/);
  });

  test('is never more than came in, and never decided by who proposed it', async () => {
    await expect(proposed(7001)).rejects.toThrow('Chỉ còn hoàn trả được 7.000 đồng');
    const { id } = await proposed(7000);
    await expect(decide(cashier, { id, outcome: 'approved', note: '' })).rejects.toThrow('không có quyền');
    await expect(
      system.superuser.query(
        `update payment_refunds set state = 'approved', number = 'X', decided_by = proposed_by, decided_at = now() where id = $1`,
        [id],
      ),
    ).rejects.toThrow('check');
    await expect(decide(head, { id, outcome: 'declined', note: '' })).rejects.toThrow('lý do không duyệt');
  });
});

describe('The till of a day', () => {
  test('is counted by one and confirmed by another; after that no cash moves in it', async () => {
    await on('2020-05-05T08:00:00+07:00');
    const receipt = await paid(await owed(5));
    const waiting = await owed(2);
    const count = { day: '2020-05-05', counted: 6000, explanation: '' };
    await expect(countTill(cashier, count)).rejects.toThrow('thiếu 1.000 đồng');
    const id = await countTill(cashier, { ...count, explanation: 'Thối nhầm cho người nộp' });
    await expect(paid(waiting)).rejects.toThrow('đã đếm, đang chờ xác nhận');
    await expect(voided(receipt)).rejects.toThrow('đã đếm');
    const till = (await allTills(head)).find((one) => one.id === id);
    if (!till) throw new Error('The till is not listed');
    const decision = { id, sequence: till.sequence, note: 'Đếm lại giúp tôi' } as const;
    await confirmTill(head, { ...decision, outcome: 'reopened' });
    await voided(receipt);
    await countTill(cashier, { ...count, counted: 0 });
    const again = (await allTills(head)).find((one) => one.id === id);
    await confirmTill(head, { id, sequence: again?.sequence ?? 0, outcome: 'closed', note: '' });
    await expect(paid(waiting)).rejects.toThrow('đã chốt');
    await on('2020-05-06T08:00:00+07:00');
    expect((await paid(waiting)).payment.state).toBe('paid');
  });

  test('cannot be confirmed by its own holder, whatever the program does', async () => {
    await expect(
      system.superuser.query(
        `insert into tills (unit_id, officer_id, day, state, expected, counted, counted_at, decided_by, decided_at, sequence)
          select unit_id, officer_id, '2020-01-02', 'closed', 0, 0, now(), officer_id, now(), 1 from tills limit 1`,
      ),
    ).rejects.toThrow('check');
  });

  test('that was forgotten is asked for', async () => {
    await on('2020-05-07T08:00:00+07:00');
    expect((await ownTill(cashier, '2020-05-07')).uncounted).toContain('2020-05-06');
  });
});

test('All of it is exactly what the history says', async () => {
  const ctx = await systemContext(system, 'test');
  const found: unknown[] = [];
  for (const declaration of [paymentRecords, bookRecords, tillRecords, exemptionRecords, accountRecords]) {
    await compareRecords(ctx, declaration, {
      found: (finding) => found.push(finding),
      progress: () => undefined,
    });
  }
  expect(found).toEqual([]);
  const { payment } = await owed(1, { feesCollected: true });
  expect((await historyOf(cashier, 'payment', payment.id)).map(({ kind }) => kind)).toEqual([
    'asked',
    'collected',
  ]);
});
