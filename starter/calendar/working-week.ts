/**
 * The working week a new unit starts with: five days of eight hours (Decision 188/1999/QĐ-TTg, in force from
 * 2 October 1999). The hours of the day are set by the provincial People's Committee; these are the usual ones and
 * each unit may record its own.
 */
import type { Shift, WorkingWeek } from '#kernel/working-time/calendar.ts';

const MORNING: Shift = { from: 7 * 60, to: 11 * 60 + 30 };
const AFTERNOON: Shift = { from: 13 * 60 + 30, to: 17 * 60 };
const WORKDAY: readonly Shift[] = [MORNING, AFTERNOON];
const REST: readonly Shift[] = [];

/** Monday to Friday 07:00–11:30 and 13:30–17:00. */
export const starterWorkingWeek: WorkingWeek = {
  validFrom: '1999-10-02',
  validTo: null,
  shiftsByWeekday: [REST, WORKDAY, WORKDAY, WORKDAY, WORKDAY, WORKDAY, REST],
};

/** Minutes that make one working day in a time limit. */
export const starterMinutesPerWorkingDay = 480;
