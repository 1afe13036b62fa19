import type { Insertable } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import type { DB } from '#platform/database/types.ts';
import type { SpecialDayRow } from '../schema.ts';

/** A special day as it is first written. */
export type NewSpecialDay = Omit<SpecialDayRow, 'id' | 'withdrawnAt' | 'withdrawalReason'>;

/** Writes a special day that holds; returns its identifier. */
export async function insertSpecialDay(db: Database, day: NewSpecialDay): Promise<number> {
  const row: Insertable<DB['specialDays']> = {
    ...day,
    shifts: day.shifts === null ? null : JSON.stringify(day.shifts),
    withdrawnAt: null,
  };
  const { id } = await db.insertInto('specialDays').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function updateWithdrawal(
  db: Database,
  id: number,
  withdrawal: { readonly withdrawnAt: Date; readonly withdrawalReason: string },
): Promise<void> {
  await db.updateTable('specialDays').set(withdrawal).where('id', '=', id).execute();
}
