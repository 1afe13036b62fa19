/** Online payment: an order handed to the gateway, and what the gateway reports of it, each counting once. */
import { randomBytes } from 'node:crypto';
import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { isSigned } from '#platform/messaging/signature.ts';
import type { GatewayOrder } from '#platform/payment/payment-gateway.ts';
import { asSystem, type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { accountOf } from '../accounts/service.ts';
import { take } from '../collecting/service.ts';
import type { PaymentDeed } from '../deeds.ts';
import { isForTreasury } from '../rules.ts';
import { LINE_KIND_LABELS, type Payment } from '../schema.ts';
import { findDossier, readLines, readPaidDossier, readPayment, updatePayment } from '../store.ts';
import { transferCode } from '../words.ts';
import { gatewayReport, isFresh, type PaymentOrder } from './schema.ts';
import { finishOrder, insertOrder, readOrder, readOrders } from './store.ts';

/** Orders of a payment, the last first. Whoever sees the payment sees them. */
export async function ordersOf(ctx: Context, paymentId: number): Promise<readonly PaymentOrder[]> {
  return readOrders(ctx.db, paymentId);
}

/** An order by its code, which is too long to guess; for the page that pretends to be the gateway. */
export async function orderByCode(ctx: Context, code: string): Promise<PaymentOrder> {
  const order = await asSystem(ctx, async ({ db }) => readOrder(db, code));
  return order ?? refuse('missing', 'Không có lần nộp tiền trực tuyến này.');
}

/**
 * Hands an open payment of a dossier to the gateway, for whoever has shown the code of its receipt. A link that is still
 * good is not asked for again.
 */
export async function startOrder(
  ctx: Context,
  { number, paymentId }: { readonly number: string; readonly paymentId: number },
): Promise<void> {
  const { payments: gateway } = ctx;
  if (gateway === null)
    return refuse('conflict', 'Cơ quan chưa có cổng thanh toán trực tuyến. Hãy nộp tại quầy.');
  await asSystem(ctx, async (system) => {
    const payment = await payable(system, number, paymentId);
    if ((await readOrders(system.db, paymentId)).some((order) => isFresh(order, system.now))) return;
    const order = await orderFor(system, payment);
    const { url } = await gateway.start(order);
    await inTransaction(system, async (tx) => {
      const fresh = await readPayment(tx.db, paymentId, 'lock');
      if (fresh?.state !== 'open') refuse('conflict', NOT_OPEN);
      const { code, amount } = order;
      const orderId = await insertOrder(tx.db, { paymentId, code, amount, url, startedAt: tx.now });
      await keep(tx, fresh, { kind: 'gateway-started', payload: { orderId, code, amount } });
    });
  });
}

async function payable(ctx: Context, number: string, paymentId: number): Promise<Payment> {
  const dossier = await findDossier(ctx.db, number);
  const payment = await readPayment(ctx.db, paymentId);
  if (payment === null || dossier === null || payment.dossierId !== dossier.id) {
    return refuse('missing', 'Hồ sơ không có khoản phải nộp này.');
  }
  if (payment.state !== 'open') refuse('conflict', NOT_OPEN);
  if (isForTreasury(await readLines(ctx.db, [paymentId]))) {
    refuse('conflict', 'Khoản này nộp vào Kho bạc theo thông báo của cơ quan thuế.');
  }
  return payment;
}

async function orderFor(ctx: Context, payment: Payment): Promise<GatewayOrder> {
  const dossier = await readPaidDossier(ctx.db, payment.dossierId);
  const lines = await readLines(ctx.db, [payment.id]);
  const unitName = await unitNames(ctx, 'name');
  return {
    code: randomBytes(16).toString('hex'),
    dossierNumber: dossier?.number ?? '',
    procedureName: dossier?.title ?? '',
    unitName: unitName(payment.unitId),
    payer: dossier?.applicantName ?? '',
    amount: payment.total,
    lines: lines.map(({ kind, name, amount }) => ({ kind: LINE_KIND_LABELS[kind], name, amount })),
    account: await accountOf(ctx, payment.unitId),
    purpose: transferCode(payment.id),
  };
}

/** A report with its signature, as it came. */
export type SentReport = { readonly body: string; readonly time: string; readonly signature: string };

/** What is answered, as HTTP says it. */
export type ReportAnswer = 200 | 400 | 403 | 404 | 409;

/**
 * Takes what the gateway reports: signed, of a known order, with its amount. The same report again changes nothing. Money
 * for something that was paid otherwise meanwhile is noted with the order, so that the counter gives it back.
 */
export async function takeReport(ctx: Context, report: SentReport): Promise<ReportAnswer> {
  const { payments: gateway } = ctx;
  if (gateway === null || !isSigned(gateway.key, report.body, { ...report, now: ctx.now })) return 403;
  const said = gatewayReport.safeParse(parsed(report.body));
  if (!said.success) return 400;
  const { MaTraCuuTT: code, SoTien: amount, TrangThai: state, MaGiaoDich: reference } = said.data;
  if (state === '1' && reference === '') return 400;
  return asSystem(ctx, async (system) =>
    inTransaction(system, async (tx) => {
      const found = await readOrder(tx.db, code);
      if (found === null) return 404;
      const payment = await readPayment(tx.db, found.paymentId, 'lock');
      const order = await readOrder(tx.db, code);
      if (payment === null || order === null) return 404;
      if (order.state !== 'waiting') return 200;
      if (state === '1' && amount !== order.amount) return 409;
      await settle(tx, { payment, order, outcome: state === '1' ? 'paid' : 'failed', reference });
      return 200;
    }),
  );
}

type Settling = {
  readonly payment: Payment;
  readonly order: PaymentOrder;
  readonly outcome: 'paid' | 'failed';
  readonly reference: string;
};

async function settle(
  tx: TransactionContext,
  { payment, order, outcome, reference }: Settling,
): Promise<void> {
  await finishOrder(tx.db, order.id, { state: outcome, reference, finishedAt: tx.now });
  const sequence = await keep(tx, payment, {
    kind: 'gateway-finished',
    payload: { orderId: order.id, outcome, reference },
  });
  if (outcome !== 'paid' || payment.state !== 'open') return;
  const dossier = await readPaidDossier(tx.db, payment.dossierId);
  await take(tx, {
    payment: { ...payment, sequence },
    method: 'gateway',
    unitId: payment.unitId,
    payer: dossier?.applicantName ?? '',
    reference,
    paidOn: localDateOf(tx.now),
    collectedBy: null,
  });
}

async function keep(tx: TransactionContext, { id, sequence }: Payment, deed: PaymentDeed): Promise<number> {
  const next = await record(tx, { name: 'payment', id, after: sequence }, [deed]);
  await updatePayment(tx.db, id, { sequence: next });
  return next;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Not JSON: it says nothing that we understand.
  }
}

const NOT_OPEN = 'Khoản này không còn chờ nộp. Hãy tải lại trang để xem.';
