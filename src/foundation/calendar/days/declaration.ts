import type { Context } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { insertSpecialDay, type NewSpecialDay } from './store.ts';

/**
 * Writes a special day and its deed, inside a transaction that has decided on it already: the verbs and the starter
 * data. Returns the day's identifier; the caller adds the revision.
 */
export async function saveDay(tx: Context, day: NewSpecialDay): Promise<number> {
  const id = await insertSpecialDay(tx.db, day);
  await record(tx, { name: 'calendar', id, after: 0 }, [{ kind: 'day-declared', payload: day }]);
  return id;
}
