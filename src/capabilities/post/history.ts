import type { TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import type { PostalOrder } from './schema.ts';
import { type OrderChange, updateOrder } from './store.ts';

/** What of a change the history proves; free words and people stay out of it, so that they can be erased. */
const PROVEN = [
  'state',
  'stateAt',
  'acceptedAt',
  'deliveredAt',
  'failedAt',
  'cost',
  'trackingCode',
  'registeredAt',
] as const;

/** What can become of an order after it was made. */
export type OrderDeed =
  'registered' | 'declined-by-post' | 'moved' | 'cancelled' | 'sent-again' | 'brought-back';

/** Records what became of an order and brings its row up to date. */
export async function changeOrder(
  tx: TransactionContext,
  { id, sequence: after }: Pick<PostalOrder, 'id' | 'sequence'>,
  { kind, change }: { readonly kind: OrderDeed; readonly change: OrderChange },
): Promise<void> {
  const proven = PROVEN.flatMap((name) =>
    change[name] === undefined ? [] : [[name, change[name]] as const],
  );
  const payload = Object.fromEntries(proven);
  const sequence = await record(tx, { name: 'postal-order', id, after }, [{ kind, payload }]);
  await updateOrder(tx.db, id, { ...change, sequence });
}
