import type { LocalDate } from '#kernel/local-date.ts';
import type { Database } from '#platform/database/pool.ts';
import type { WorkingWeekRow } from '../schema.ts';

/** A working week as it is first written. */
export type NewWorkingWeek = Omit<WorkingWeekRow, 'id'> & { readonly decision: string };

/** Writes a week that holds; returns its identifier. */
export async function insertWorkingWeek(db: Database, week: NewWorkingWeek): Promise<number> {
  const { id } = await db
    .insertInto('workingWeeks')
    .values({ ...week, shifts: JSON.stringify(week.shifts), withdrawnAt: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateWeekEnd(db: Database, id: number, validTo: LocalDate): Promise<void> {
  await db.updateTable('workingWeeks').set({ validTo }).where('id', '=', id).execute();
}

export async function updateWeekWithdrawal(db: Database, id: number, withdrawnAt: Date): Promise<void> {
  await db.updateTable('workingWeeks').set({ withdrawnAt }).where('id', '=', id).execute();
}
