import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '#foundation/context.ts';
import { inTransaction } from '#foundation/context.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { askAtCounter, askPayment, cancelPayment, correctPayment } from './asking/service.ts';
import { closeBook, feeBooks, openBook } from './books/service.ts';
import { COPIES, owedFor, payFor, voidLast } from './fees.fixture.ts';
import type { WholePayment } from './schema.ts';
import { paymentById, paymentsOfDossier } from './service.ts';
import { findDossier } from './store.ts';

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

const jobs = async (task: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const { rows } = await system.superuser.query<{ payload: Record<string, unknown> }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = $1 order by j.id`,
    [task],
  );
  return rows.map(({ payload }) => payload);
};

describe('What is owed at reception', () => {
  test('is reckoned from the version and stays open until it is paid', async () => {
    const { payment, lines, collections } = await owed(5);
    expect(payment).toMatchObject({ state: 'open', total: 7000, origin: 'reception' });
    expect(lines).toMatchObject([
      { explanation: '2 trang × 2.000đ + 3 trang × 1.000đ', amount: 7000, kind: 'fee' },
    ]);
    expect(collections).toEqual([]);
  });

  test('is receipted at once when the counter has the money', async () => {
    const { payment, collections } = await owed(2, { feesCollected: true });
    expect(payment.state).toBe('paid');
    expect(collections).toMatchObject([
      { method: 'cash', amount: 4000, symbol: 'MAU-20', payer: 'Nguyễn Thị B' },
    ]);
  });

  test('is nothing for who is exempt, and needs no receipt', async () => {
    const exemptionId = 2;
    const { payment, lines, collections } = await owed(2, { feesCollected: true, exemptionId });
    expect(payment).toMatchObject({ state: 'nothing', total: 0 });
    expect(lines).toMatchObject([{ fullAmount: 4000, amount: 0, exemption: 'Người thuộc hộ nghèo' }]);
    expect(collections).toEqual([]);
    await expect(paid({ payment })).rejects.toThrow('được miễn toàn bộ');
  });

  test('is not collected without a book: nothing is received then', async () => {
    const [book] = await feeBooks(await actAs(system, 'mot-cua.an-toan'));
    if (!book) throw new Error('An Toàn has no book');
    await closeBook(await actAs(system, 'chu-tich.huyen'), {
      id: book.id,
      sequence: book.sequence,
      reason: 'Quyển bị ướt',
    });
    const fees = [{ position: 0, quantity: 1, amount: null, exemption: '' }];
    const change = { fees, feesCollected: true };
    await expect(receivedDossier(system, { slug: COPIES, login: 'mot-cua.an-toan', change })).rejects.toThrow(
      'chưa mở quyển biên lai',
    );
  });
});

describe('A book of receipts', () => {
  test('gives its numbers in order and without gaps, also to two cashiers at once and after a refusal', async () => {
    const before = (await feeBooks(cashier))[0]?.used ?? 0;
    const owing = await Promise.all([1, 2, 3, 4, 5, 6].map(async (pages) => owed(pages)));
    await expect(paid(owing[0] ?? (await owed(1)), { method: 'transfer' })).rejects.toThrow('số giao dịch');
    // By transfer: cash of one officer waits at the till already.
    const transfer = { method: 'transfer', reference: 'FT1', paidOn: '2020-04-28' } as const;
    const receipts = await Promise.all(owing.map(async (one) => paid(one, transfer)));
    const numbers = receipts.map(({ collections }) => collections[0]?.number ?? 0).sort((a, b) => a - b);
    expect(numbers).toEqual(owing.map((_, index) => before + 1 + index));
  });

  test('that is used up is followed by the next one that is open', async () => {
    const unitId = cashier.actor?.post.unitId ?? 0;
    const [first] = await feeBooks(cashier);
    if (!first) throw new Error('An Hòa has no book');
    await closeBook(head, { id: first.id, sequence: first.sequence, reason: 'Hết năm' });
    const book = { unitId, form: '01BLP', digits: 7 };
    await openBook(head, { ...book, symbol: 'AH-1', firstNumber: 41, lastNumber: 42 });
    await openBook(head, { ...book, symbol: 'AH-2', firstNumber: 1, lastNumber: 1000 });
    const taken: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      const [receipt] = (await paid(await owed(1))).collections;
      taken.push(`${receipt?.symbol} ${receipt?.number}`);
    }
    expect(taken).toEqual(['AH-1 41', 'AH-1 42', 'AH-2 1']);
    await expect(
      openBook(head, { ...book, symbol: 'AH-2', firstNumber: 900, lastNumber: 1100 }),
    ).rejects.toThrow('trùng khoảng số');
  });

  test('is opened and closed by who answers for it, not by who collects', async () => {
    const input = { unitId: cashier.actor?.post.unitId ?? 0, form: '', symbol: 'X', digits: 7 };
    await expect(openBook(cashier, { ...input, firstNumber: 1, lastNumber: 9 })).rejects.toThrow(
      'không có quyền',
    );
  });
});

describe('Money that comes in', () => {
  test('counts once: whoever sends it again, or is late, is told', async () => {
    const owing = await owed(3);
    const [one, two] = await Promise.allSettled([paid(owing), paid(owing)]);
    expect([one.status, two.status].sort()).toEqual(['fulfilled', 'rejected']);
    const { collections, payment } = await paymentById(cashier, owing.payment.id);
    expect(collections).toHaveLength(1);
    expect(payment.state).toBe('paid');
  });

  test('by transfer names the transaction and a day that has come', async () => {
    const owing = await owed(3);
    const transfer = { method: 'transfer', reference: 'FT20119', paidOn: '2020-04-29' } as const;
    await expect(paid(owing, transfer)).rejects.toThrow('không sau hôm nay');
    const { collections } = await paid(owing, { ...transfer, paidOn: '2020-04-27' });
    expect(collections).toMatchObject([{ method: 'transfer', reference: 'FT20119', paidOn: '2020-04-27' }]);
  });

  test('is taken by a counter of the unit alone', async () => {
    const { payment } = await owed(3);
    cashier = await actAs(system, 'mot-cua.an-toan');
    await expect(paid({ payment })).rejects.toThrow('Không có khoản thu này');
    cashier = head;
    await expect(paid({ payment })).rejects.toThrow('không có quyền');
  });
});

describe('A receipt that is wrong', () => {
  test('is voided on its day with a reason, keeps its number, and the payment is open again', async () => {
    const first = await paid(await owed(3));
    await voided(first);
    const again = await paymentById(cashier, first.payment.id);
    expect(again.payment.state).toBe('open');
    expect(again.collections).toMatchObject([{ voidReason: 'misprint' }]);
    const second = await paid(again);
    const [live, old] = second.collections;
    expect(live?.number).toBe((old?.number ?? 0) + 1);
    expect(old?.voidedAt).not.toBeNull();
  });

  test('is not voided the day after', async () => {
    const receipt = await paid(await owed(3));
    await on('2020-04-29T08:00:00+07:00');
    await expect(voided(receipt)).rejects.toThrow('hoàn trả');
  });
});

describe('What is asked', () => {
  test('is corrected or taken back before it is paid, not after', async () => {
    const owing = await owed(3);
    const line = {
      name: 'Phí chứng thực',
      kind: 'fee',
      exemptionId: null,
      explanation: 'đếm lại trang',
    } as const;
    const correction = { lines: [{ ...line, fullAmount: 4000 }], note: '', sequence: owing.payment.sequence };
    await correctPayment(cashier, owing.payment.id, correction);
    const corrected = await paymentById(cashier, owing.payment.id);
    expect(corrected.payment.total).toBe(4000);
    await expect(correctPayment(cashier, owing.payment.id, correction)).rejects.toThrow(
      'Người khác vừa xử lý',
    );
    await cancelPayment(cashier, owing.payment.id, corrected.payment.sequence);
    await expect(paid(await paymentById(cashier, owing.payment.id))).rejects.toThrow('đã hủy');
  });

  test('of a step lets the process go on once all of it is paid, taxes by a paper of the Treasury', async () => {
    const { number } = await receivedDossier(system);
    const dossier = await findDossier(cashier.db, number);
    const lines = [
      { name: 'Tiền sử dụng đất', amount: 12_000_000 },
      { name: 'Lệ phí cấp Giấy chứng nhận', amount: 25_000 },
    ];
    const asked = { dossierId: dossier?.id ?? 0, number, unitId: dossier?.unitId ?? 0, lines, note: '' };
    await inTransaction(cashier, async (tx) => askPayment(tx, { ...asked, node: 'nghia-vu', token: 4 }));
    const [fee, tax] = await paymentsOfDossier(cashier, asked.dossierId);
    if (!fee || !tax) throw new Error('Taxes and fees are two payments');
    expect(tax.lines).toMatchObject([{ kind: 'tax' }]);
    await expect(paid(tax)).rejects.toThrow('Kho bạc');
    await expect(cancelPayment(head, tax.payment.id, tax.payment.sequence)).rejects.toThrow(
      'đang chờ khoản này',
    );
    await paid(fee);
    expect(await jobs('fees-settled')).not.toContainEqual({ number, node: 'nghia-vu', token: 4 });
    const treasury = { method: 'treasury', reference: 'GNT-0042', paidOn: '2020-04-28' } as const;
    expect((await paid(tax, treasury)).collections).toMatchObject([{ bookId: null, number: null }]);
    expect(await jobs('fees-settled')).toContainEqual({ number, node: 'nghia-vu', token: 4 });
  });

  test('of a step that has nothing to ask goes on at once', async () => {
    const { number } = await receivedDossier(system);
    const dossier = await findDossier(cashier.db, number);
    const asked = { dossierId: dossier?.id ?? 0, number, unitId: dossier?.unitId ?? 0, lines: [], note: '' };
    await inTransaction(cashier, async (tx) => askPayment(tx, { ...asked, node: 'khong-co', token: 2 }));
    expect(await jobs('fees-settled')).toContainEqual({ number, node: 'khong-co', token: 2 });
  });

  test('at the counter may be exempt in part', async () => {
    const { number } = await receivedDossier(system);
    const line = { name: 'Phí cấp bản sao', kind: 'fee', fullAmount: 8000, explanation: '1 bản' } as const;
    const id = await askAtCounter(cashier, number, { lines: [{ ...line, exemptionId: 1 }], note: '' });
    expect((await paymentById(cashier, id)).payment.state).toBe('nothing');
    await expect(
      askAtCounter(cashier, number, { lines: [{ ...line, exemptionId: 99 }], note: '' }),
    ).rejects.toThrow('không còn hiệu lực');
  });
});
