/** The front door: what other capabilities ask of fees. */
import { refuse } from '#kernel/refusal.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { authorise, requireActor } from '#foundation/access/authorise.ts';
import type { Context, TransactionContext } from '#foundation/context.ts';
import { ask } from './asking/service.ts';
import { takeAtCounter } from './collecting/service.ts';
import { totalOf } from './rules.ts';
import type { ChargeLine, Collection, PaidDossier, Payment, WholePayment } from './schema.ts';
import {
  erasePersons,
  readCollection,
  readCollections,
  readLines,
  readPaidDossier,
  readPayment,
  readPaymentsOf,
  readRefunds,
} from './store.ts';

export { askPayment } from './asking/service.ts';
export { priceOf } from './calculation.ts';
export { chargedOf } from './exemptions/rules.ts';
export { exemptionsInForce } from './exemptions/service.ts';
export { methodsFor as methodsOf } from './rules.ts';

/** What a dossier owes when it is received; with `payer` it is taken in cash at once, by a receipt in that name. */
export type ReceptionCharge = {
  readonly dossierId: number;
  readonly unitId: number;
  readonly lines: readonly ChargeLine[];
  readonly payer: string | null;
};

/**
 * Writes what is owed for a dossier that was just received, and takes it in cash when the counter has it already. Call it
 * last in the transaction: the receipt book stays locked until the end. No lines: nothing is written.
 */
export async function chargeAtReception(tx: TransactionContext, charge: ReceptionCharge): Promise<void> {
  const { dossierId, unitId, lines, payer } = charge;
  if (lines.length === 0) return;
  const ids = await ask(tx, { dossierId, unitId, origin: 'reception', lines, note: '' });
  if (payer === null || totalOf(lines) === 0) return;
  const actor = await authorise(tx, 'fee.collect', requireActor(tx).post.unitId);
  for (const id of ids) await takeCash(tx, id, { actor, payer });
}

async function takeCash(
  tx: TransactionContext,
  id: number,
  { actor, payer }: { readonly actor: ReturnType<typeof requireActor>; readonly payer: string },
): Promise<void> {
  const payment = await readPayment(tx.db, id);
  if (payment?.state !== 'open') return;
  const today = localDateOf(tx.now);
  await takeAtCounter(tx, { payment, actor, method: 'cash', payer, reference: '', paidOn: today });
}

/** Everything that was asked and paid for a dossier. Whoever sees the dossier sees it. */
export async function paymentsOfDossier(ctx: Context, dossierId: number): Promise<readonly WholePayment[]> {
  return wholeOf(ctx, await readPaymentsOf(ctx.db, dossierId));
}

/** One payment with its dossier, for whoever reads fees at its unit. */
export async function paymentById(
  ctx: Context,
  id: number,
): Promise<WholePayment & { readonly dossier: PaidDossier & { readonly address: string } }> {
  requireActor(ctx);
  const payment = await readPayment(ctx.db, id);
  if (payment === null) return refuse('missing', MISSING);
  await authorise(ctx, 'fee.read', payment.unitId);
  const [whole] = await wholeOf(ctx, [payment]);
  const dossier = await readPaidDossier(ctx.db, payment.dossierId);
  if (!whole || dossier === null) return refuse('missing', MISSING);
  return { ...whole, dossier };
}

/** Erases what the payments of a disposed dossier say of persons; `name` stands for who paid. */
export async function erasePayments(tx: TransactionContext, dossierId: number, name: string): Promise<void> {
  await erasePersons(tx.db, dossierId, name);
}

/** A collection of a payment that the actor may read; whether they do is said by the payment. */
export async function collectionById(ctx: Context, id: number): Promise<Collection> {
  requireActor(ctx);
  return (await readCollection(ctx.db, id)) ?? refuse('missing', MISSING);
}

async function wholeOf(ctx: Context, payments: readonly Payment[]): Promise<readonly WholePayment[]> {
  const ids = payments.map(({ id }) => id);
  if (ids.length === 0) return [];
  const lines = await readLines(ctx.db, ids);
  const collections = await readCollections(ctx.db, ids);
  const refunds = await readRefunds(ctx.db, ids);
  return payments.map((payment) => {
    const own = <Of extends { readonly paymentId: number }>(rows: readonly Of[]) =>
      rows.filter(({ paymentId }) => paymentId === payment.id);
    return {
      payment,
      lines: own(lines),
      collections: own(collections),
      refunds: own(refunds),
    };
  });
}

const MISSING = 'Không có khoản thu này, hoặc không thuộc đơn vị của bạn.';
