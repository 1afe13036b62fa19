/** Payments with their dossier: whoever looks at one reads the dossier, and that is recorded. */
import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise, can, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import type { Permission } from '#foundation/access/rules.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import type { NamedEvent } from '#foundation/history/schema.ts';
import { namedHistoryOf } from '#foundation/history/service.ts';
import { type TransferInstruction, transferOf } from '#capabilities/fees/accounts/service.ts';
import type { PaymentOrder } from '#capabilities/fees/gateway/schema.ts';
import { ordersOf } from '#capabilities/fees/gateway/service.ts';
import type { FeeLetterhead } from '#capabilities/fees/print.ts';
import { refundById } from '#capabilities/fees/refunds/service.ts';
import type { Collection, PaidDossier, Payment, Refund, WholePayment } from '#capabilities/fees/schema.ts';
import { collectionById, methodsOf, paymentById } from '#capabilities/fees/service.ts';
import type { CollectMethod } from '#capabilities/fees/collecting/schema.ts';
import { counterOf } from '../print/counter.ts';
import type { ReadManner } from '../reads/schema.ts';
import { noteReads } from '../reads/service.ts';

export type PaymentView = WholePayment & {
  readonly dossier: PaidDossier & { readonly address: string };
  readonly events: readonly NamedEvent[];
  /** How it is transferred, while it is open and the unit has an account. */
  readonly transfer: TransferInstruction | null;
  readonly methods: readonly CollectMethod[];
  /** What came through the gateway although it was paid otherwise: it goes back. */
  readonly twice: readonly PaymentOrder[];
  readonly acts: PaymentActs;
};

/** What the actor may do about a payment; its page offers exactly these. */
export type PaymentActs = {
  readonly collect: boolean;
  readonly change: boolean;
  readonly voidReceipt: boolean;
  readonly refund: boolean;
};

/** One payment with all that was done about it; that it was looked at is recorded. */
export async function viewPayment(
  ctx: Context,
  id: number,
  look: { readonly manner: ReadManner; readonly detail: string } = {
    manner: 'opened',
    detail: 'Phí, lệ phí',
  },
): Promise<PaymentView> {
  return inTransaction(ctx, async (tx) => {
    const whole = await paymentById(tx, id);
    const { payment } = whole;
    await noteReads(tx, { subject: 'dossier', ids: [payment.dossierId], ...look });
    const isOpen = payment.state === 'open';
    const methods = methodsOf(whole.lines);
    return {
      ...whole,
      dossier: { ...whole.dossier, address: await addressFor(tx, whole) },
      methods,
      twice: await paidTwice(tx, whole),
      events: await namedHistoryOf(tx, 'payment', id),
      transfer: isOpen && methods.includes('transfer') ? await transferOf(tx, payment) : null,
      acts: await actsOf(tx, whole),
    };
  });
}

/** Where the applicant lives stands on papers for posts that may read personal data in full. */
async function addressFor(
  ctx: Context,
  { payment, dossier }: { readonly payment: Payment; readonly dossier: { readonly address: string } },
): Promise<string> {
  return (await isOf(ctx, 'dossier.read-personal', payment.unitId)) ? dossier.address : '';
}

async function paidTwice(
  ctx: Context,
  { payment, collections }: WholePayment,
): Promise<readonly PaymentOrder[]> {
  const taken = new Set(collections.map(({ reference }) => reference));
  const orders = await ordersOf(ctx, payment.id);
  return orders.filter(({ state, reference }) => state === 'paid' && !taken.has(reference));
}

/** Stops whoever may not change a payment before their form is looked at. */
export async function requireChanging(ctx: Context, id: number): Promise<void> {
  const { payment } = await paymentById(ctx, id);
  await authorise(ctx, payment.origin === 'process' ? 'fee.approve' : 'fee.collect', payment.unitId);
}

async function actsOf(ctx: Context, { payment, collections: [live] }: WholePayment): Promise<PaymentActs> {
  const collects = await isOf(ctx, 'fee.collect', payment.unitId);
  const approves = await isOf(ctx, 'fee.approve', payment.unitId);
  const isOpen = payment.state === 'open';
  const isOwn = live?.collectedBy === requireActor(ctx).officerId;
  const isToday = live !== undefined && localDateOf(live.collectedAt) === localDateOf(ctx.now);
  const holds = live !== undefined && live.voidedAt === null;
  return {
    collect: isOpen && collects,
    change: isOpen && (payment.origin === 'process' ? approves : collects),
    voidReceipt: holds && isToday && (isOwn || approves),
    refund: holds && live.bookId !== null && collects,
  };
}

async function isOf(ctx: Context, permission: Permission, unitId: number): Promise<boolean> {
  if (!can(requireActor(ctx), permission)) return false;
  const units = await unitsWith(ctx, permission);
  return units === null || units.includes(unitId);
}

export type ReceiptView = { readonly view: PaymentView; readonly collection: Collection };

/** The payment of a receipt, for printing and for what is done about it. */
export async function viewReceipt(
  ctx: Context,
  id: number,
  manner: ReadManner = 'opened',
): Promise<ReceiptView> {
  const { paymentId } = await collectionById(ctx, id);
  const view = await viewPayment(ctx, paymentId, { manner, detail: 'Biên lai thu phí, lệ phí' });
  const collection = view.collections.find((one) => one.id === id);
  return collection ? { view, collection } : refuse('missing', 'Không có biên lai này.');
}

export type RefundView = {
  readonly refund: Refund;
  readonly mayDecide: boolean;
  readonly mayPay: boolean;
  readonly view: PaymentView;
  readonly collection: Collection;
};

/** A refund with the receipt and the dossier that it is about. */
export async function viewRefund(
  ctx: Context,
  id: number,
  manner: ReadManner = 'opened',
): Promise<RefundView> {
  const found = await refundById(ctx, id);
  return { ...found, ...(await viewReceipt(ctx, found.refund.collectionId, manner)) };
}

/** Who collects, as it was called on that day. */
export async function letterheadOf(ctx: Context, unitId: number, at: Date): Promise<FeeLetterhead> {
  const { letterhead, oneStop } = await counterOf(ctx, unitId, at);
  return { ...letterhead, address: oneStop.address };
}
