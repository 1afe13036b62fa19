import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, instantAt, localDateOf } from '#kernel/local-date.ts';
import { addWorkingMinutes, workingMinutesBetween } from '#kernel/working-time/arithmetic.ts';
import type { SpecialDay, WorkingCalendar } from '#kernel/working-time/calendar.ts';
import { computeDue } from '#kernel/working-time/due.ts';
import type { TimeLimit } from '#kernel/working-time/limit.ts';
import type { DossierEvent } from '../deeds.ts';
import type { DossierState } from '../schema.ts';
import { movesOf, shifted, type Sides } from './rules.ts';

const OFFICE = [
  { from: 420, to: 690 },
  { from: 810, to: 1020 },
];
const calendarWith = (...days: readonly SpecialDay[]): WorkingCalendar => ({
  weeks: [
    {
      validFrom: '2000-01-01',
      validTo: null,
      shiftsByWeekday: [[], OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, []],
    },
  ],
  specialDays: new Map(days.map((day) => [day.date, day])),
  minutesPerWorkingDay: 480,
  knownUntil: '2030-12-31',
});
const off = (date: string): SpecialDay => ({
  date,
  kind: 'holiday',
  name: 'Nghỉ',
  legalNotice: 'Công văn 1',
});
const PLAIN = calendarWith();
const at = (text: string) => new Date(`${text}+07:00`);
const RECEIVED = at('2020-05-04T08:00');
const FIVE_DAYS: TimeLimit = { unit: 'working-day', value: 5 };
const sides = (before: WorkingCalendar, after: WorkingCalendar): Sides => ({
  before: () => before,
  after: () => after,
  now: at('2020-05-05T08:00'),
});

function dossier(change: Partial<DossierState> = {}): DossierState {
  return {
    number: '1',
    receivingUnitId: 1,
    phase: 'processing',
    sequence: 1,
    receivedAt: RECEIVED,
    receivedBy: 1,
    dueAt: computeDue(PLAIN, RECEIVED, FIVE_DAYS).dueAt,
    finishedAt: null,
    timeliness: null,
    returnedAt: null,
    steps: [],
    handovers: [],
    result: null,
    run: null,
    timers: [],
    pauses: [],
    closed: null,
    parentId: null,
    withdrawalAskedAt: null,
    reappointedAt: null,
    ...change,
  };
}

const event = (kind: string, when: Date, payload: object = {}): DossierEvent =>
  // Only what the reckoning reads.
  ({ kind, payload, at: when, sequence: 1, officerId: 1 }) as unknown as DossierEvent;
const dueOf = (
  state: DossierState,
  events: readonly DossierEvent[],
  [before, after]: readonly [WorkingCalendar, WorkingCalendar],
) => movesOf({ state, events, limit: FIVE_DAYS }, sides(before, after))?.dueAt ?? null;

describe('a day off declared while dossiers run', () => {
  const after = calendarWith(off('2020-05-07'));

  test('moves the promise by that day, and only of dossiers that were to work on it', () => {
    expect(dueOf(dossier(), [], [PLAIN, after])).toBe(at('2020-05-12T08:00').toISOString());
    const early = computeDue(PLAIN, at('2020-05-04T08:00'), { unit: 'working-day', value: 2 }).dueAt;
    const short = { state: dossier({ dueAt: early }), events: [], limit: { ...FIVE_DAYS, value: 2 } };
    expect(movesOf(short, sides(PLAIN, after))).toBeNull();
  });

  test('taken back moves it back to where it was', () => {
    const moved = dossier({ dueAt: at('2020-05-12T08:00') });
    expect(dueOf(moved, [], [after, PLAIN])).toBe(dossier().dueAt.toISOString());
  });

  test('keeps the difference of a promise that was written by hand', () => {
    const byHand = dossier({ dueAt: addWorkingMinutes(PLAIN, dossier().dueAt, 300) });
    const expected = addWorkingMinutes(after, at('2020-05-12T08:00'), 300);
    expect(dueOf(byHand, [], [PLAIN, after])).toBe(expected.toISOString());
    const shorter = dossier({ dueAt: at('2020-05-08T10:00') });
    expect(dueOf(shorter, [], [PLAIN, after])).toBe(at('2020-05-11T10:00').toISOString());
  });

  test('counts waiting and extensions on the new calendar too', () => {
    const pausedAt = at('2020-05-06T08:00');
    const resumedAt = at('2020-05-08T08:00');
    const waited = workingMinutesBetween(PLAIN, pausedAt, resumedAt);
    const dueAt = addWorkingMinutes(PLAIN, addWorkingMinutes(PLAIN, dossier().dueAt, waited), 480);
    const events = [
      event('paused', pausedAt),
      event('resumed', resumedAt),
      event('extended', at('2020-05-08T09:00'), { minutes: 480 }),
    ];
    // The day off lies in the waiting: it was nobody's working time, so nothing of the promise is lost or won.
    expect(dueOf(dossier({ dueAt }), events, [PLAIN, after])).toBeNull();
  });

  test('moves steps by the calendar of their unit from when they began, and leaves what has its result', () => {
    const step = {
      position: 0,
      node: 'a',
      name: 'Thẩm định',
      unitId: 2,
      role: 'specialist' as const,
      quotaMinutes: 960,
      state: 'active' as const,
      custody: 'held' as const,
      officerId: null,
      sentBack: false,
      startedAt: at('2020-05-06T08:00'),
      dueAt: addWorkingMinutes(PLAIN, at('2020-05-06T08:00'), 960),
      finishedAt: null,
      usedMinutes: 0,
    };
    const dues = movesOf(
      { state: dossier({ steps: [step] }), events: [], limit: FIVE_DAYS },
      sides(PLAIN, after),
    );
    const expected = addWorkingMinutes(after, at('2020-05-06T08:00'), 960).toISOString();
    expect(dues?.steps).toEqual([{ position: 0, dueAt: expected }]);
    expect(dueOf(dossier({ phase: 'done' }), [], [PLAIN, after])).toBeNull();
    expect(dueOf(dossier({ phase: 'closed' }), [], [PLAIN, after])).toBeNull();
  });
});

const days = fc.integer({ min: 0, max: 30 }).map((offset) => addDays('2020-05-04', offset));
const offset = fc.integer({ min: -2000, max: 2000 });

test('declaring a day and taking it back again moves nothing, whatever was written by hand', () => {
  fc.assert(
    fc.property(days, offset, (day, minutes) => {
      const after = calendarWith(off(day));
      const dueAt = shifted(PLAIN, dossier().dueAt, minutes);
      const there = dueOf(dossier({ dueAt }), [], [PLAIN, after]);
      const back = dueOf(dossier({ dueAt: there === null ? dueAt : new Date(there) }), [], [after, PLAIN]);
      const end = back ?? there ?? dueAt.toISOString();
      expect(workingMinutesBetween(PLAIN, new Date(end), dueAt)).toBe(0);
    }),
  );
});

test('as much working time lies before the promise on the new calendar as did on the old one', () => {
  fc.assert(
    fc.property(days, offset, (day, minutes) => {
      const after = calendarWith(off(day));
      const dueAt = shifted(PLAIN, dossier().dueAt, minutes);
      const to = dueOf(dossier({ dueAt }), [], [PLAIN, after]);
      fc.pre(to !== null && dueAt > RECEIVED);
      const promised = workingMinutesBetween(PLAIN, RECEIVED, dueAt);
      expect(workingMinutesBetween(after, RECEIVED, new Date(to ?? 0))).toBe(promised);
    }),
  );
});

test('so many working minutes earlier is the end of work where the span is used up', () => {
  const monday = instantAt('2020-05-04', 480);
  expect(shifted(PLAIN, monday, -60)).toEqual(instantAt('2020-05-01', 1020));
  expect(localDateOf(shifted(PLAIN, monday, -61))).toBe('2020-05-01');
});
