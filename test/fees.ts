import { openAccount } from '#capabilities/fees/accounts/service.ts';
import { askAtCounter } from '#capabilities/fees/asking/service.ts';
import { feeBooks } from '#capabilities/fees/books/service.ts';
import { collect } from '#capabilities/fees/collecting/service.ts';
import { allExemptions } from '#capabilities/fees/exemptions/service.ts';
import { startOrder } from '#capabilities/fees/gateway/service.ts';
import { decide, proposeRefund } from '#capabilities/fees/refunds/service.ts';
import { paymentById } from '#capabilities/fees/service.ts';
import { countTill } from '#capabilities/fees/tills/service.ts';
import { addDays, localDateOf } from '#kernel/local-date.ts';
import { systemContext } from '#foundation/context.ts';
import { actAs } from './cast.ts';
import type { TestSystem } from './database.ts';

/** What addresses of fees name: all of it An Hòa's. */
export type FeeIds = {
  readonly openId: number;
  readonly paidId: number;
  readonly receiptId: number;
  readonly refundId: number;
  readonly tillId: number;
  readonly bookId: number;
  readonly accountId: number;
  readonly exemptionId: number;
};

/** For a dossier of An Hòa: something owed and handed to the gateway, something paid and to be given back, a till of yesterday. */
export async function feesOf(system: TestSystem, number: string): Promise<FeeIds> {
  const cashier = await actAs(system, 'mot-cua.an-hoa');
  const head = await actAs(system, 'chu-tich.an-hoa');
  const line = { name: 'Phí cấp bản sao', kind: 'fee', fullAmount: 8000, explanation: '1 bản' } as const;
  const ask = async () =>
    askAtCounter(cashier, number, { lines: [{ ...line, exemptionId: null }], note: '' });
  const openId = await ask();
  await startOrder(await systemContext(system, 'test'), { number, paymentId: openId });
  const paidId = await ask();
  const { receiptId, refundId } = await refunded(system, paidId);
  const yesterday = addDays(localDateOf(cashier.now), -1);
  const account = { bankBin: '970436', bankName: 'Ngân hàng mẫu', accountNumber: '0123456789' };
  const unitId = head.actor?.post.unitId ?? 0;
  return {
    openId,
    paidId,
    receiptId,
    refundId,
    tillId: await countTill(cashier, { day: yesterday, counted: 0, explanation: '' }),
    bookId: (await feeBooks(cashier))[0]?.id ?? 0,
    accountId: await openAccount(head, { ...account, unitId, accountName: 'UBND XA AN HOA' }),
    exemptionId: (await allExemptions(cashier))[0]?.id ?? 0,
  };
}

async function refunded(
  system: TestSystem,
  paymentId: number,
): Promise<Pick<FeeIds, 'receiptId' | 'refundId'>> {
  const cashier = await actAs(system, 'mot-cua.an-hoa');
  const cash = { method: 'cash', payer: 'Nguyễn Thị B', reference: '', paidOn: null } as const;
  const { payment } = await paymentById(cashier, paymentId);
  const receiptId = await collect(cashier, { paymentId, sequence: payment.sequence, ...cash });
  const { sequence } = (await paymentById(cashier, paymentId)).payment;
  const proposal = {
    collectionId: receiptId,
    sequence,
    amount: 3000,
    reason: 'overcharged',
    note: '',
  } as const;
  const refundId = await proposeRefund(cashier, proposal);
  await decide(await actAs(system, 'chu-tich.an-hoa'), { id: refundId, outcome: 'approved', note: '' });
  return { receiptId, refundId };
}
