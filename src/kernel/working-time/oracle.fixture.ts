/**
 * A second, deliberately plain way to count working time: every minute of every day is looked at, nothing is
 * shared with the code under test. And the random calendars and limits to count on.
 */
import * as fc from 'fast-check';
import { addDays, instantAt, type LocalDate } from '#kernel/local-date.ts';
import type { Shift, SpecialDay, SpecialDayKind, WorkingCalendar } from './calendar.ts';
import { AFTERNOON, MORNING } from './office.fixture.ts';

const MINUTE_MS = 60_000;
const FIRST_DATE = '2023-12-20';
const CHANGE_OF_HOURS = '2024-02-01';
const KINDS: readonly SpecialDayKind[] = ['holiday', 'compensatory-off', 'swap-off', 'swap-work', 'closure'];

/** Hours as offices keep them: full and half days, one long shift, three short ones. */
const openDay = fc.constantFrom<readonly Shift[]>(
  [MORNING, AFTERNOON],
  [MORNING],
  [AFTERNOON],
  [{ from: 0, to: 1439 }],
  [
    { from: 480, to: 540 },
    { from: 541, to: 720 },
    { from: 800, to: 1001 },
  ],
);
const anyDay = fc.oneof(openDay, fc.constant<readonly Shift[]>([]));

/** A week that works at least on Mondays, so that every quota ends somewhere. */
const anyWeekShifts = fc
  .tuple(openDay, fc.array(anyDay, { minLength: 5, maxLength: 5 }), anyDay)
  .map(([monday, others, sunday]) => [sunday, monday, ...others]);

const anySpecialDay = fc
  .record({
    date: fc.integer({ min: 0, max: 60 }).map((days) => addDays(FIRST_DATE, days)),
    kind: fc.constantFrom(...KINDS),
    shifts: fc.option(openDay, { nil: undefined }),
  })
  .map(({ date, kind, shifts }): SpecialDay => {
    const day = { date, kind, name: `Ngày ${kind}`, legalNotice: 'Thông báo thử nghiệm' };
    return shifts === undefined ? day : { ...day, shifts };
  });

/** Two working weeks one after the other, with special days around the turn of the year. */
export const anyCalendar: fc.Arbitrary<WorkingCalendar> = fc
  .record({
    first: anyWeekShifts,
    second: anyWeekShifts,
    special: fc.array(anySpecialDay, { maxLength: 25 }),
  })
  .map(({ first, second, special }) => ({
    weeks: [
      { validFrom: '2020-01-01', validTo: addDays(CHANGE_OF_HOURS, -1), shiftsByWeekday: first },
      { validFrom: CHANGE_OF_HOURS, validTo: null, shiftsByWeekday: second },
    ],
    specialDays: new Map(special.map((day) => [day.date, day])),
    minutesPerWorkingDay: 480,
    knownUntil: '2024-12-31',
  }));

/** A minute in the weeks around the special days. */
export const anyInstant: fc.Arbitrary<Date> = fc
  .integer({ min: 0, max: 60 * 1440 })
  .map((minutes) => instantAt(FIRST_DATE, minutes));

/** Counts on one calendar, minute by minute. Inside, moments are minutes since the first date. */
export function naiveOffice(calendar: WorkingCalendar) {
  const days = new Map<number, readonly boolean[]>();
  const minutesOf = (day: number): readonly boolean[] => {
    const minutes = days.get(day) ?? workedMinutes(calendar, addDays(FIRST_DATE, day));
    days.set(day, minutes);
    return minutes;
  };
  const isOpen = (moment: number) => minutesOf(Math.floor(moment / 1440))[moment % 1440] === true;
  return {
    /** The first worked minute at or after an instant. */
    firstOpen(instant: Date): Date {
      let moment = minutesSinceFirst(instant);
      while (!isOpen(moment)) moment += 1;
      return instantAt(FIRST_DATE, moment);
    },
    /** The end of the last of so many worked minutes. */
    add(instant: Date, minutes: number): Date {
      let moment = minutesSinceFirst(instant);
      for (let left = minutes; left > 0; moment += 1) if (isOpen(moment)) left -= 1;
      return instantAt(FIRST_DATE, moment);
    },
    between(a: Date, b: Date): number {
      let count = 0;
      const end = minutesSinceFirst(b);
      for (let moment = minutesSinceFirst(a); moment < end; moment += 1) if (isOpen(moment)) count += 1;
      return count;
    },
    /** The end of the first day from `date` on that is worked at all. */
    closeFrom(date: LocalDate): Date {
      let day = Math.floor(minutesSinceFirst(instantAt(date, 0)) / 1440);
      while (!minutesOf(day).includes(true)) day += 1;
      return instantAt(FIRST_DATE, day * 1440 + minutesOf(day).lastIndexOf(true) + 1);
    },
  };
}

function workedMinutes(calendar: WorkingCalendar, date: LocalDate): readonly boolean[] {
  const shifts = shiftsIn(calendar, date);
  const isWorked = (minute: number) => shifts.some(({ from, to }) => from <= minute && minute < to);
  return Array.from({ length: 1440 }, (_, minute) => isWorked(minute));
}

function shiftsIn(calendar: WorkingCalendar, date: LocalDate): readonly Shift[] {
  const week = calendar.weeks[date < CHANGE_OF_HOURS ? 0 : 1];
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  const special = calendar.specialDays.get(date);
  if (special === undefined) return week?.shiftsByWeekday[weekday] ?? [];
  if (special.kind === 'swap-work') return special.shifts ?? week?.shiftsByWeekday[1] ?? [];
  return special.kind === 'closure' ? (special.shifts ?? []) : [];
}

function minutesSinceFirst(instant: Date): number {
  return (instant.getTime() - instantAt(FIRST_DATE, 0).getTime()) / MINUTE_MS;
}
