import { notify } from '#capabilities/notifications/service.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { readDossierId } from './store.ts';

/** Tells the applicant that the dossier was received and when to come. A job of an earlier release; may run twice. */
export async function tellReceived(ctx: Context, number: string): Promise<void> {
  await tell(ctx, number, 'received');
}

/** Tells the applicant that the result lies ready. A job of an earlier release; may run twice. */
export async function tellResultReady(ctx: Context, number: string): Promise<void> {
  await tell(ctx, number, 'result-ready');
}

async function tell(ctx: Context, number: string, template: 'received' | 'result-ready'): Promise<void> {
  const id = await readDossierId(ctx.db, number);
  if (id === null) return;
  const once = `${template} ${number}`;
  await inTransaction(ctx, async (tx) =>
    notify(tx, { template, dossier: { id, number }, to: 'applicant', facts: {}, once }),
  );
}
