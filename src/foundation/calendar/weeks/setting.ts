import type { Context } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { insertWorkingWeek, type NewWorkingWeek } from './store.ts';

/**
 * Writes working hours and their deed, inside a transaction that has decided on them already: the verb and the
 * starter data. Returns the week's identifier; the caller adds the revision.
 */
export async function saveWeek(tx: Context, week: NewWorkingWeek): Promise<number> {
  const id = await insertWorkingWeek(tx.db, week);
  await record(tx, { name: 'calendar', id, after: 0 }, [{ kind: 'week-set', payload: week }]);
  return id;
}
