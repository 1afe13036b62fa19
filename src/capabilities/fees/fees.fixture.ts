import type { Context } from '#foundation/context.ts';
import { systemContext } from '#foundation/context.ts';
import type { TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { collect, voidReceipt } from './collecting/service.ts';
import type { WholePayment } from './schema.ts';
import { paymentById, paymentsOfDossier } from './service.ts';
import { findDossier } from './store.ts';

export const COPIES = 'chung-thuc-ban-sao-tu-ban-chinh';

type Owing = { readonly feesCollected?: boolean; readonly exemptionId?: number };

/** What a certified copy of so many pages owes at An Hòa, taken at once or not. */
export async function owedFor(
  system: TestSystem,
  pages: number,
  { feesCollected = false, exemptionId }: Owing = {},
): Promise<WholePayment & { readonly number: string }> {
  const fees = [
    { position: 0, quantity: pages, amount: null, exemption: '', exemptionId: exemptionId ?? null },
  ];
  const { number } = await receivedDossier(system, { slug: COPIES, change: { fees, feesCollected } });
  const ctx = await systemContext(system, 'test');
  const dossier = await findDossier(ctx.db, number);
  const [only] = await paymentsOfDossier(ctx, dossier?.id ?? 0);
  if (!only) throw new Error('Nothing is owed');
  return { number, ...only };
}

/** Takes the money of a payment, in cash unless it is said otherwise. */
export async function payFor(
  cashier: Context,
  { payment }: Pick<WholePayment, 'payment'>,
  more: Partial<Parameters<typeof collect>[1]> = {},
) {
  const { id: paymentId, sequence } = payment;
  const given = { method: 'cash', payer: 'Nguyễn Thị B', reference: '', paidOn: null } as const;
  await collect(cashier, { paymentId, sequence, ...given, ...more });
  return paymentById(cashier, paymentId);
}

export async function voidLast(
  cashier: Context,
  { payment, collections: [receipt] }: WholePayment,
): Promise<number> {
  const { sequence } = payment;
  return voidReceipt(cashier, { collectionId: receipt?.id ?? 0, sequence, reason: 'misprint', note: '' });
}
