import { sql } from 'kysely';
import type { Database } from '#platform/database/pool.ts';
import { shiftsSchema, weekShiftsSchema } from './hours.ts';
import type { SpecialDayRow, WorkingWeekRow } from './schema.ts';

/** Working hours that hold or held, oldest first. */
export async function readWorkingWeeks(db: Database): Promise<readonly WorkingWeekRow[]> {
  const rows = await db
    .selectFrom('workingWeeks')
    .select(['id', 'unitId', 'validFrom', 'validTo', 'shifts', 'minutesPerWorkingDay', 'legalNotice'])
    .where('withdrawnAt', 'is', null)
    .orderBy('validFrom')
    .execute();
  return rows.map((row) => ({ ...row, shifts: weekShiftsSchema.parse(row.shifts) }));
}

/** Special days that hold, in the order of their dates. */
export async function readSpecialDays(db: Database): Promise<readonly SpecialDayRow[]> {
  return (await readDeclaredDays(db)).filter((day) => day.withdrawnAt === null);
}

/** Every special day that was ever declared, withdrawn ones too, in the order of their dates. */
export async function readDeclaredDays(db: Database): Promise<readonly SpecialDayRow[]> {
  const rows = await db.selectFrom('specialDays').selectAll().orderBy('date').orderBy('id').execute();
  return rows.map((row) => ({ ...row, shifts: row.shifts === null ? null : shiftsSchema.parse(row.shifts) }));
}

/** Lets one transaction at a time change the calendar; readers go on. */
export async function lockCalendar(db: Database): Promise<void> {
  await sql`lock table calendar_revisions in share row exclusive mode`.execute(db);
}
