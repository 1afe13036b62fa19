/** An office for the tests of this folder: the usual week, and the special days that the test gives it. */
import { instantAt, type LocalDate } from '#kernel/local-date.ts';
import type { Shift, SpecialDay, SpecialDayKind, WorkingCalendar } from './calendar.ts';

export const MORNING: Shift = { from: 7 * 60, to: 11 * 60 + 30 };
export const AFTERNOON: Shift = { from: 13 * 60 + 30, to: 17 * 60 };
const FULL_DAY = [MORNING, AFTERNOON];

/** Monday to Friday, eight hours; `saturday` adds shifts on Saturdays. */
export function office(
  specialDays: readonly SpecialDay[] = [],
  saturday: readonly Shift[] = [],
): WorkingCalendar {
  return {
    weeks: [
      {
        validFrom: '2000-01-01',
        validTo: null,
        shiftsByWeekday: [[], FULL_DAY, FULL_DAY, FULL_DAY, FULL_DAY, FULL_DAY, saturday],
      },
    ],
    specialDays: new Map(specialDays.map((day) => [day.date, day])),
    minutesPerWorkingDay: 480,
    knownUntil: '2027-12-31',
  };
}

export function special(date: LocalDate, kind: SpecialDayKind, name = 'Ngày đặc biệt'): SpecialDay {
  return { date, kind, name, legalNotice: 'Thông báo thử nghiệm' };
}

/** The instant of `2020-04-28 15:20` in Vietnam. */
export function at(text: string): Date {
  const [date = '', clock = '00:00'] = text.split(' ');
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return instantAt(date, hours * 60 + minutes);
}
