/** The starter week and special days as one calendar, before any unit has recorded hours or closings of its own. */
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import { starterKnownUntil, starterSpecialDays } from './special-days.ts';
import { starterMinutesPerWorkingDay, starterWorkingWeek } from './working-week.ts';

export const starterCalendar: WorkingCalendar = {
  weeks: [starterWorkingWeek],
  specialDays: new Map(starterSpecialDays.map((day) => [day.date, day])),
  minutesPerWorkingDay: starterMinutesPerWorkingDay,
  knownUntil: starterKnownUntil,
};
