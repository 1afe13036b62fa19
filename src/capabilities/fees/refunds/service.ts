import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import type { PaymentDeed } from '../deeds.ts';
import { refundableOf } from '../rules.ts';
import type { Collection, Payment, Refund } from '../schema.ts';
import { readCollection, readPayment, readRefunds, updatePayment } from '../store.ts';
import { requireOpenTill } from '../tills/service.ts';
import { decidePayout, decideProposal, decideRefund } from './rules.ts';
import type { PayoutInput, RefundDecisionInput, RefundInput } from './schema.ts';
import {
  insertRefund,
  type ListedRefund,
  nextRefundNumber,
  readRefund,
  readRefundList,
  updateRefund,
} from './store.ts';

/** Refunds of the units whose fees the actor reads. */
export async function refundList(ctx: Context): Promise<readonly ListedRefund[]> {
  const units = await unitsWith(ctx, 'fee.read');
  if (units?.length === 0) await authorise(ctx, 'fee.read', 0);
  return readRefundList(ctx.db, units);
}

/** A receipt for whoever may propose to give money back, with how much that could be. */
export async function receiptToRefund(
  ctx: Context,
  collectionId: number,
): Promise<{ readonly collection: Collection; readonly payment: Payment; readonly most: number }> {
  requireActor(ctx);
  const collection = await readCollection(ctx.db, collectionId);
  if (collection === null) return refuse('missing', MISSING);
  await authorise(ctx, 'fee.collect', collection.unitId);
  const payment = await readPayment(ctx.db, collection.paymentId);
  if (payment === null) return refuse('missing', MISSING);
  const most = refundableOf(collection, await readRefunds(ctx.db, [payment.id]));
  return { collection, payment, most };
}

/** Proposes to give money of a receipt back. Somebody else decides. */
export async function proposeRefund(ctx: Context, input: RefundInput): Promise<number> {
  requireActor(ctx);
  return inTransaction(ctx, async (tx) => {
    const { payment } = await receiptToRefund(tx, input.collectionId);
    await readPayment(tx.db, payment.id, 'lock');
    const { collection, payment: fresh } = await receiptToRefund(tx, input.collectionId);
    if (fresh.sequence !== input.sequence) refuse('conflict', STALE);
    decideProposal(collection, await readRefunds(tx.db, [fresh.id]), input);
    const { collectionId, amount, reason, note } = input;
    const { unitId } = collection;
    const { officerId } = requireActor(tx);
    const proposal = { paymentId: fresh.id, collectionId, unitId, amount, reason, note };
    const refundId = await insertRefund(tx.db, { ...proposal, proposedBy: officerId, proposedAt: tx.now });
    await keep(tx, fresh, {
      kind: 'refund-proposed',
      payload: { refundId, collectionId, unitId, amount, reason },
    });
    return refundId;
  });
}

/** One refund for its page, with what the actor may do about it. */
export async function refundById(
  ctx: Context,
  id: number,
): Promise<{ readonly refund: Refund; readonly mayDecide: boolean; readonly mayPay: boolean }> {
  const actor = requireActor(ctx);
  const refund = await readRefund(ctx.db, id);
  if (refund === null) return refuse('missing', MISSING);
  await authorise(ctx, 'fee.read', refund.unitId);
  const isOf = async (permission: 'fee.approve' | 'fee.collect') => {
    const units = await unitsWith(ctx, permission);
    return units === null || units.includes(refund.unitId);
  };
  return {
    refund,
    mayDecide:
      refund.state === 'proposed' && refund.proposedBy !== actor.officerId && (await isOf('fee.approve')),
    mayPay: refund.state === 'approved' && (await isOf('fee.collect')),
  };
}

/** Approves a refund, which then has a slip with a number, or declines it. */
export async function decide(ctx: Context, input: RefundDecisionInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { refund, payment } = await locked(tx, input.id);
    const actor = await authorise(tx, 'fee.approve', refund.unitId);
    decideRefund(refund, input, actor.officerId);
    const decision = { decidedBy: actor.officerId, decidedAt: tx.now, decisionNote: input.note };
    if (input.outcome === 'declined') {
      await keep(tx, payment, { kind: 'refund-declined', payload: { refundId: refund.id } });
      await updateRefund(tx.db, refund.id, { state: 'declined', ...decision });
      return;
    }
    const year = localDateOf(tx.now).slice(0, 4);
    const number = await nextRefundNumber(tx.db, { unitId: refund.unitId, year });
    await keep(tx, payment, { kind: 'refund-approved', payload: { refundId: refund.id, number } });
    await updateRefund(tx.db, refund.id, { state: 'approved', number, ...decision });
  });
}

/** Pays an approved refund out; cash leaves the actor's till. */
export async function payOut(ctx: Context, input: PayoutInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { refund, payment } = await locked(tx, input.id);
    const actor = await authorise(tx, 'fee.collect', refund.unitId);
    decidePayout(refund, input);
    const { method, reference, recipient } = input;
    const { officerId } = actor;
    // The till of the counter that the refund is of: its sums are by unit.
    if (method === 'cash') await requireOpenTill(tx, { unitId: refund.unitId, officerId, at: tx.now });
    await keep(tx, payment, { kind: 'refund-paid', payload: { refundId: refund.id, method, reference } });
    const paid = { method, reference, recipient, paidBy: officerId, paidAt: tx.now };
    await updateRefund(tx.db, refund.id, { state: 'paid', ...paid });
  });
}

/** A refund below the lock of its payment. */
async function locked(
  tx: TransactionContext,
  id: number,
): Promise<{ readonly refund: Refund; readonly payment: Payment }> {
  requireActor(tx);
  const found = await readRefund(tx.db, id);
  if (found === null) return refuse('missing', MISSING);
  const payment = await readPayment(tx.db, found.paymentId, 'lock');
  const refund = await readRefund(tx.db, id);
  if (payment === null || refund === null) return refuse('missing', MISSING);
  return { refund, payment };
}

async function keep(tx: TransactionContext, { id, sequence }: Payment, deed: PaymentDeed): Promise<void> {
  const next = await record(tx, { name: 'payment', id, after: sequence }, [deed]);
  await updatePayment(tx.db, id, { sequence: next });
}

const MISSING = 'Không có khoản hoàn trả này, hoặc không thuộc đơn vị của bạn.';
const STALE = 'Người khác vừa xử lý khoản thu này. Hãy tải lại trang để xem thay đổi rồi làm tiếp.';
