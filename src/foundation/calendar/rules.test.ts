import { describe, expect, test } from 'vitest';
import { isWorkingDay, shiftsOn, whyClosed } from '#kernel/working-time/calendar.ts';
import { computeDue } from '#kernel/working-time/due.ts';
import { COMMUNE, day, DISTRICT, MORNING, OFFICE_DAY, OTHER_COMMUNE, SCHOOL, week } from './facts.fixture.ts';
import { calendarOf, isAnnounced, requireDecision } from './rules.ts';

const storm = day({ id: 11, unitId: 2, date: '2020-04-29', kind: 'closure', name: 'Nghỉ tránh bão' });

describe('working hours of a unit', () => {
  const own = week({
    id: 2,
    unitId: 2,
    validFrom: '2020-05-04',
    shifts: [[], MORNING, MORNING, MORNING, MORNING, MORNING, MORNING],
    minutesPerWorkingDay: 270,
  });
  const facts = { weeks: [week(), own], days: [] };

  test('are inherited by the units below it', () => {
    expect(shiftsOn(calendarOf(facts, COMMUNE), '2020-05-09')).toEqual(MORNING);
    expect(shiftsOn(calendarOf(facts, SCHOOL), '2020-05-09')).toEqual(MORNING);
    expect(calendarOf(facts, SCHOOL).minutesPerWorkingDay).toBe(270);
  });

  test('do not touch the units above or beside it', () => {
    for (const chain of [DISTRICT, OTHER_COMMUNE, []]) {
      expect(isWorkingDay(calendarOf(facts, chain), '2020-05-09')).toBe(false);
      expect(calendarOf(facts, chain).minutesPerWorkingDay).toBe(480);
    }
  });

  test('are those of everybody before they begin and after they end', () => {
    const summer = { ...own, validTo: '2020-09-01' };
    const calendar = calendarOf({ weeks: [week(), summer], days: [] }, COMMUNE);
    expect(shiftsOn(calendar, '2020-04-29')).toEqual(OFFICE_DAY);
    expect(shiftsOn(calendar, '2020-08-31')).toEqual(MORNING);
    expect(shiftsOn(calendar, '2020-09-01')).toEqual(OFFICE_DAY);
  });

  test('of the nearest unit win, whichever was set first', () => {
    const later = week({ id: 3, validFrom: '2020-06-01' });
    const calendar = calendarOf(
      { weeks: [own, { ...week(), validTo: '2020-06-01' }, later], days: [] },
      COMMUNE,
    );
    expect(shiftsOn(calendar, '2020-06-08')).toEqual(MORNING);
  });
});

describe('special days of a unit', () => {
  const facts = { weeks: [week()], days: [storm, day()] };

  test("another unit's closure does not touch us", () => {
    expect(whyClosed(calendarOf(facts, COMMUNE), '2020-04-29')).toBe('Nghỉ tránh bão');
    expect(whyClosed(calendarOf(facts, SCHOOL), '2020-04-29')).toBe('Nghỉ tránh bão');
    expect(whyClosed(calendarOf(facts, OTHER_COMMUNE), '2020-04-29')).toBeNull();
    expect(whyClosed(calendarOf(facts, DISTRICT), '2020-04-29')).toBeNull();
  });

  test('move the due date of that unit only', () => {
    const limit = { unit: 'working-day', value: 1 } as const;
    const receivedAt = new Date('2020-04-28T15:20:00+07:00');
    const dueOf = (chain: readonly number[]) =>
      computeDue(calendarOf(facts, chain), receivedAt, limit).explanation.dueAt;
    expect(dueOf(OTHER_COMMUNE)).toBe('2020-04-29T15:20:00+07:00');
    expect(dueOf(COMMUNE)).toBe('2020-05-01T15:20:00+07:00');
  });

  test('never open a public holiday', () => {
    const morning = { ...storm, date: '2020-04-30', shifts: MORNING };
    const worked = { ...storm, date: '2020-04-30', kind: 'swap-work' as const };
    for (const own of [morning, worked]) {
      expect(whyClosed(calendarOf({ weeks: [week()], days: [day(), own] }, COMMUNE), '2020-04-30')).toBe(
        'Ngày Chiến thắng',
      );
    }
  });

  test('may keep a unit at work on a day that others swapped', () => {
    const swapped = day({ kind: 'swap-off', date: '2020-04-29', name: 'Nghỉ hoán đổi' });
    const worked = { ...storm, kind: 'swap-work' as const, name: 'Vẫn làm việc' };
    const both = { weeks: [week()], days: [swapped, worked] };
    expect(isWorkingDay(calendarOf(both, COMMUNE), '2020-04-29')).toBe(true);
    expect(isWorkingDay(calendarOf(both, OTHER_COMMUNE), '2020-04-29')).toBe(false);
  });
});

describe('how far the holidays are known', () => {
  const tet = day({ date: '2020-01-25', name: 'Tết Nguyên đán (mùng 1)' });

  test('is the last year whose Tết was declared', () => {
    const early = day({ date: '2023-01-01', name: 'Tết Dương lịch' });
    expect(calendarOf({ weeks: [week()], days: [tet, early] }, []).knownUntil).toBe('2020-12-31');
    expect(isAnnounced([tet], 2020)).toBe(true);
    expect(isAnnounced([early], 2023)).toBe(false);
  });
});

describe('a change from a past date', () => {
  const change = { date: '2020-04-27', today: '2020-04-28', field: 'date' };

  test('needs the document that decided it', () => {
    expect(() => requireDecision({ ...change, decision: '' })).toThrow(/Ngày 27\/4\/2020 đã qua/);
    expect(() => requireDecision({ ...change, decision: 'Quyết định số 5/QĐ-UBND' })).not.toThrow();
    expect(() => requireDecision({ ...change, date: '2020-04-28', decision: '' })).not.toThrow();
  });
});
