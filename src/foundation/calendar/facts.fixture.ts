/** Facts of a small calendar for tests of rules: a district (1), its commune (2) with a school (3), another commune (4). */
import type { SpecialDayRow, WorkingWeekRow } from './schema.ts';

export const DISTRICT: readonly number[] = [1];
export const COMMUNE: readonly number[] = [2, 1];
export const SCHOOL: readonly number[] = [3, 2, 1];
export const OTHER_COMMUNE: readonly number[] = [4, 1];

export const OFFICE_DAY = [
  { from: 420, to: 690 },
  { from: 810, to: 1020 },
];
export const MORNING = [{ from: 420, to: 690 }];

/** Five office days, for everybody, from 2000 on. */
export function week(change: Partial<WorkingWeekRow> = {}): WorkingWeekRow {
  return {
    id: 1,
    unitId: null,
    validFrom: '2000-01-01',
    validTo: null,
    shifts: [[], OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, []],
    minutesPerWorkingDay: 480,
    legalNotice: 'Quyết định số 01/QĐ-UBND',
    ...change,
  };
}

/** The holiday of 30 April 2020, for everybody. */
export function day(change: Partial<SpecialDayRow> = {}): SpecialDayRow {
  return {
    id: 10,
    unitId: null,
    date: '2020-04-30',
    kind: 'holiday',
    name: 'Ngày Chiến thắng',
    legalNotice: 'Điều 115 Bộ luật Lao động 2012',
    decision: '',
    shifts: null,
    partnerDate: null,
    certainty: 'sure',
    withdrawnAt: null,
    withdrawalReason: '',
    ...change,
  };
}
