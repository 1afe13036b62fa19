import type { LocalDate } from '#kernel/local-date.ts';
import type { Database } from '#platform/database/pool.ts';
import type { WorkingWeekRow } from '../schema.ts';
import { weekShiftsSchema } from '../hours.ts';

/** A working week as it is first written. */
export type NewWorkingWeek = Omit<WorkingWeekRow, 'id'> & { readonly decision: string };

/** A working week with everything that is kept of it. */
export type SetWeekRow = NewWorkingWeek & { readonly id: number; readonly withdrawnAt: Date | null };

/** Every working week that was ever set, replaced ones too. */
export async function readSetWeeks(db: Database): Promise<readonly SetWeekRow[]> {
  const rows = await db.selectFrom('workingWeeks').selectAll().orderBy('id').execute();
  return rows.map((row) => ({ ...row, shifts: weekShiftsSchema.parse(row.shifts) }));
}

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
