import type { SpecialDayKind } from '#kernel/working-time/calendar.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Database } from '#platform/database/pool.ts';

/** Working hours of a unit (or of everybody) in a period [validFrom, validTo). */
export type WorkingWeekRow = {
  readonly id: number;
  readonly unitId: number | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly shifts: unknown;
  readonly minutesPerWorkingDay: number;
  readonly legalNotice: string;
};

/** A day that is not like its weekday, for a unit or for everybody. */
export type SpecialDayRow = {
  readonly id: number;
  readonly unitId: number | null;
  readonly date: LocalDate;
  readonly kind: SpecialDayKind;
  readonly name: string;
  readonly legalNotice: string;
  readonly shifts: unknown;
  readonly certainty: 'sure' | 'likely';
};

export async function readWorkingWeeks(db: Database): Promise<readonly WorkingWeekRow[]> {
  return db.selectFrom('workingWeeks').selectAll().orderBy('validFrom').execute();
}

/** Special days that hold, in the order of their dates. */
export async function readSpecialDays(db: Database): Promise<readonly SpecialDayRow[]> {
  return db
    .selectFrom('specialDays')
    .select(['id', 'unitId', 'date', 'kind', 'name', 'legalNotice', 'shifts', 'certainty'])
    .where('withdrawnAt', 'is', null)
    .orderBy('date')
    .execute();
}
