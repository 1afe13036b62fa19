import { notify } from '#capabilities/notifications/service.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import type { DossierState } from '../schema.ts';
import { readDossierId } from './store.ts';

/** Tells the applicant, in the transaction of the reception, that the dossier was received and when to come. */
export async function tellReceived(
  tx: TransactionContext,
  dossier: { readonly id: number; readonly number: string },
): Promise<void> {
  await notify(tx, { template: 'received', dossier, to: 'applicant', facts: {} });
}

/** Tells the applicant, in the transaction in which the result comes to the counter, that it lies ready. */
export async function tellFinished(
  tx: TransactionContext,
  id: number,
  { number, timeliness }: Pick<DossierState, 'number' | 'timeliness'>,
): Promise<void> {
  const template = timeliness === 'early' ? 'result-early' : 'result-ready';
  await notify(tx, { template, dossier: { id, number }, to: 'applicant', facts: {} });
}

/** Jobs that an earlier release left in the queue; each may run twice. */
export async function tellLate(
  ctx: Context,
  number: string,
  template: 'received' | 'result-ready',
): Promise<void> {
  const id = await readDossierId(ctx.db, number);
  if (id === null) return;
  const once = `${template} ${number}`;
  await inTransaction(ctx, async (tx) =>
    notify(tx, { template, dossier: { id, number }, to: 'applicant', facts: {}, once }),
  );
}
