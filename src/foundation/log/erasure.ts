import type { TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';

/**
 * Notes which entries lost their salt because the personal data of their events were erased, in the transaction that
 * erases. The check of the log then knows that nobody has tampered with them; entries and proofs stay as they are.
 */
export async function noteErased(tx: TransactionContext, places: readonly number[]): Promise<void> {
  const [first] = places.toSorted((one, other) => one - other);
  if (first === undefined) return;
  // A place is erased once, so that it names a stream of its own and two erasures at once do not collide.
  const deeds = places.map((index) => ({ kind: 'erased', payload: { index } }));
  await record(tx, { name: 'log', id: first, after: 0 }, deeds);
}
