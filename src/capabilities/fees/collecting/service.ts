import { localDateOf, type LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise, can, requireActor } from '#foundation/access/authorise.ts';
import { type Actor, type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { goOnWhenSettled } from '../asking/service.ts';
import { nextNumber } from '../books/store.ts';
import { decideCollection, decideVoid, requireOpen } from '../rules.ts';
import type { Collection, Method, Payment } from '../schema.ts';
import {
  insertCollection,
  readCollection,
  readLines,
  readPaidDossier,
  readPayment,
  readRefunds,
  updatePayment,
  voidCollection,
} from '../store.ts';
import { tellReceived } from '../telling.ts';
import { requireOpenTill } from '../tills/service.ts';
import type { CollectInput, VoidInput } from './schema.ts';

/** Takes the money of a payment at the counter, with a receipt of the unit's book; answers the number of the collection. */
export async function collect(ctx: Context, input: CollectInput): Promise<number> {
  requireActor(ctx);
  return inTransaction(ctx, async (tx) => {
    const payment = await readPayment(tx.db, input.paymentId, 'lock');
    if (payment === null) return refuse('missing', MISSING);
    const actor = await authorise(tx, 'fee.collect', payment.unitId);
    requireOpen(payment, input.sequence);
    const lines = await readLines(tx.db, [payment.id]);
    const decided = decideCollection(input, lines, localDateOf(tx.now));
    const { method, payer } = input;
    return takeAtCounter(tx, { payment, actor, method, payer, ...decided });
  });
}

type Taking = {
  readonly payment: Payment;
  readonly method: Method;
  readonly payer: string;
  readonly reference: string;
  readonly paidOn: LocalDate;
};

/** The same for a payment that the caller has locked and found open. */
export async function takeAtCounter(
  tx: TransactionContext,
  { actor, ...taking }: Taking & { readonly actor: Actor },
): Promise<number> {
  const { officerId, post } = actor;
  if (taking.method === 'cash') await requireOpenTill(tx, { unitId: post.unitId, officerId, at: tx.now });
  return take(tx, { ...taking, unitId: post.unitId, collectedBy: officerId });
}

/** Writes the collection and its receipt and lets a waiting step go on. `collectedBy` is null for the gateway. */
export async function take(
  tx: TransactionContext,
  taking: Taking & { readonly unitId: number; readonly collectedBy: number | null },
): Promise<number> {
  const { payment, method, unitId, payer, reference, paidOn, collectedBy } = taking;
  const receipt = method === 'treasury' ? { bookId: null, number: null } : await requireNumber(tx, unitId);
  const collection = { unitId, method, amount: payment.total, ...receipt, reference, paidOn };
  const { id: paymentId } = payment;
  const collectionId = await insertCollection(tx.db, {
    ...collection,
    paymentId,
    payer,
    collectedBy,
    collectedAt: tx.now,
  });
  const sequence = await record(tx, { name: 'payment', id: paymentId, after: payment.sequence }, [
    { kind: 'collected', payload: { collectionId, ...collection } },
  ]);
  const settledAt = payment.settledAt ?? tx.now;
  await updatePayment(tx.db, paymentId, { state: 'paid', settledAt, sequence });
  await tellAndGoOn(tx, payment, collectionId);
  return collectionId;
}

async function requireNumber(tx: TransactionContext, unitId: number) {
  return (
    (await nextNumber(tx.db, unitId)) ??
    refuse(
      'conflict',
      'Đơn vị chưa mở quyển biên lai, hoặc các quyển đã hết số. Hãy nhờ lãnh đạo hoặc văn thư mở quyển ở mục Phí, lệ phí, Quyển biên lai.',
    )
  );
}

/** The process goes on the first time that it is settled; a receipt that is voided and written again changes nothing for it. */
async function tellAndGoOn(
  tx: TransactionContext,
  { dossierId, node, token, settledAt }: Payment,
  collectionId: number,
): Promise<void> {
  const dossier = await readPaidDossier(tx.db, dossierId);
  const collection = await readCollection(tx.db, collectionId);
  if (dossier === null || collection === null) return;
  const { number } = dossier;
  await tellReceived(tx, { id: dossierId, number }, collection);
  if (node !== null && token !== null && settledAt === null) {
    await goOnWhenSettled(tx, { dossierId, number, node, token });
  }
}

/** Voids a receipt on its day: it keeps its number, and the payment is open again. */
export async function voidReceipt(ctx: Context, input: VoidInput): Promise<number> {
  requireActor(ctx);
  return inTransaction(ctx, async (tx) => {
    const { collection, payment } = await receiptToVoid(tx, input.collectionId, 'lock');
    const { officerId } = requireActor(tx);
    if (payment.sequence !== input.sequence) {
      refuse(
        'conflict',
        'Người khác vừa xử lý khoản thu này. Hãy tải lại trang để xem thay đổi rồi làm tiếp.',
      );
    }
    const { collectedAt, collectedBy, unitId } = collection;
    const refunds = await readRefunds(tx.db, [payment.id]);
    const [collectedOn, today] = [localDateOf(collectedAt), localDateOf(tx.now)];
    decideVoid({ collection, refunds, input, collectedOn, today });
    if (collectedBy !== null && collection.method === 'cash') {
      await requireOpenTill(tx, { unitId, officerId: collectedBy, at: collectedAt });
    }
    const sequence = await record(tx, { name: 'payment', id: payment.id, after: payment.sequence }, [
      { kind: 'voided', payload: { collectionId: collection.id, reason: input.reason } },
    ]);
    const change = { voidedBy: officerId, voidedAt: tx.now, voidReason: input.reason, voidNote: input.note };
    await voidCollection(tx.db, collection.id, change);
    await updatePayment(tx.db, payment.id, { state: 'open', sequence });
    return payment.id;
  });
}

/** A receipt with its payment for whoever may void it: the officer who wrote it, or the head of the unit. */
export async function receiptToVoid(
  ctx: Context,
  collectionId: number,
  lock: 'lock' | 'read' = 'read',
): Promise<{ readonly collection: Collection; readonly payment: Payment }> {
  const actor = requireActor(ctx);
  const found = await readCollection(ctx.db, collectionId);
  if (found === null) return refuse('missing', MISSING);
  const isOwn = found.collectedBy === actor.officerId && can(actor, 'fee.collect');
  await authorise(ctx, isOwn ? 'fee.collect' : 'fee.approve', found.unitId);
  const payment = await readPayment(ctx.db, found.paymentId, lock);
  // Read again below the lock: somebody may have voided it meanwhile.
  const collection = await readCollection(ctx.db, collectionId);
  if (payment === null || collection === null) return refuse('missing', MISSING);
  return { collection, payment };
}

const MISSING = 'Không có khoản thu này, hoặc không thuộc đơn vị của bạn.';
