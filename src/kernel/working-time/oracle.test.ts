import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, localDateOf, minuteOfDay } from '#kernel/local-date.ts';
import { addWorkingMinutes, moveDueByPause, normaliseStart, workingMinutesBetween } from './arithmetic.ts';
import { computeDue } from './due.ts';
import { anyCalendar, anyInstant, naiveOffice } from './oracle.fixture.ts';

const RUNS = { numRuns: 300 };
const anyQuota = fc.integer({ min: 1, max: 6 * 480 });

describe('working time against a count of every minute', () => {
  test('counting starts at the first minute that is worked', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, (calendar, instant) => {
        expect(normaliseStart(calendar, instant)).toEqual(naiveOffice(calendar).firstOpen(instant));
      }),
      RUNS,
    );
  });

  test('added minutes end where the last of them ends', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyQuota, (calendar, instant, minutes) => {
        expect(addWorkingMinutes(calendar, instant, minutes)).toEqual(
          naiveOffice(calendar).add(instant, minutes),
        );
      }),
      RUNS,
    );
  });

  test('the time between two moments is the number of worked minutes', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyInstant, (calendar, a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        expect(workingMinutesBetween(calendar, earlier, later)).toBe(
          naiveOffice(calendar).between(earlier, later),
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe('deadlines against a count of every minute', () => {
  test('working days and hours', () => {
    const anyLimit = fc.record({
      unit: fc.constantFrom('working-day' as const, 'working-hour' as const),
      value: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyLimit, (calendar, received, limit) => {
        const oracle = naiveOffice(calendar);
        const minutes = limit.value * (limit.unit === 'working-day' ? 480 : 60);
        expect(computeDue(calendar, received, limit).dueAt).toEqual(
          oracle.add(oracle.firstOpen(received), minutes),
        );
      }),
      RUNS,
    );
  });

  test('calendar days', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, fc.integer({ min: 1, max: 60 }), (calendar, received, value) => {
        const oracle = naiveOffice(calendar);
        const lastDay = addDays(localDateOf(oracle.firstOpen(received)), value);
        const { dueAt } = computeDue(calendar, received, { unit: 'calendar-day', value });
        expect(dueAt).toEqual(oracle.closeFrom(lastDay));
      }),
      RUNS,
    );
  });

  test('the same day with a cut-off', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, (calendar, received) => {
        const oracle = naiveOffice(calendar);
        const start = oracle.firstOpen(received);
        const day = localDateOf(start);
        const moment = localDateOf(received) === day ? received : start;
        const late = minuteOfDay(moment) > 15 * 60;
        const { dueAt } = computeDue(calendar, received, { unit: 'same-day', cutoff: '15:00' });
        expect(dueAt).toEqual(oracle.closeFrom(late ? addDays(day, 1) : day));
      }),
      RUNS,
    );
  });
});

describe('what always holds', () => {
  test('as much of the quota is left after a pause as before it', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, fc.tuple(anyQuota, anyQuota), (calendar, pausedAt, quotas) => {
        const [left, waited] = quotas;
        const due = addWorkingMinutes(calendar, pausedAt, left);
        const resumedAt = addWorkingMinutes(calendar, pausedAt, waited);
        const moved = moveDueByPause(calendar, due, pausedAt, resumedAt);
        expect(workingMinutesBetween(calendar, resumedAt, moved)).toBe(left);
      }),
      RUNS,
    );
  });

  test('the explanation accounts for every minute of the quota and for every day up to the due date', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, fc.integer({ min: 1, max: 6 }), (calendar, received, value) => {
        const { dueAt, explanation } = computeDue(calendar, received, { unit: 'working-day', value });
        const worked = explanation.days.map((day) => (day.kind === 'worked' ? day.minutes : 0));
        expect(worked.reduce((sum, minutes) => sum + minutes, 0)).toBe(value * 480);
        const first = localDateOf(received);
        const span = daysBetween(first, localDateOf(dueAt)) + 1;
        expect(explanation.days.map(({ date }) => date)).toEqual(
          Array.from({ length: span }, (_, index) => addDays(first, index)),
        );
        expect(new Date(explanation.dueAt)).toEqual(dueAt);
        expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
      }),
      RUNS,
    );
  });

  test('a dossier received later is never due earlier', () => {
    fc.assert(
      fc.property(anyCalendar, fc.tuple(anyInstant, anyInstant), anyQuota, (calendar, starts, minutes) => {
        const inOrder = starts.toSorted((a, b) => a.getTime() - b.getTime());
        const [first, second] = inOrder.map((start) => addWorkingMinutes(calendar, start, minutes));
        expect(first?.getTime()).toBeLessThanOrEqual(second?.getTime() ?? 0);
      }),
      RUNS,
    );
  });
});
