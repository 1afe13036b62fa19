import Holidays from 'date-holidays';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type LocalDate } from '#kernel/local-date.ts';
import { Refusal } from '#kernel/refusal.ts';
import { toLunar, toSolar } from './lunar.ts';

/** First day of the lunar year; the dates of 2018–2027 stand in the annual holiday notices. */
const TET: readonly (readonly [number, LocalDate])[] = [
  [1969, '1969-02-16'],
  [1985, '1985-01-21'],
  [1999, '1999-02-16'],
  [2000, '2000-02-05'],
  [2007, '2007-02-17'],
  [2018, '2018-02-16'],
  [2019, '2019-02-05'],
  [2020, '2020-01-25'],
  [2021, '2021-02-12'],
  [2022, '2022-02-01'],
  [2023, '2023-01-22'],
  [2024, '2024-02-10'],
  [2025, '2025-01-29'],
  [2026, '2026-02-17'],
  [2027, '2027-02-06'],
  [2030, '2030-02-02'],
];

const anyDate = fc.integer({ min: 0, max: 48_000 }).map((days) => addDays('1968-02-01', days));

describe('the first day of the lunar year', () => {
  test('agrees with a second opinion on Tết in every twelfth year from 1969 to 2089', () => {
    const years = Array.from({ length: 11 }, (_, index) => 1969 + 12 * index);
    const opinion = new Holidays('VN', { languages: ['vi'] });
    const theirs = years.map((year) =>
      opinion
        .getHolidays(year)
        .find(({ name }) => name === 'Tết Nguyên Đán')
        ?.date.slice(0, 10),
    );
    expect(theirs).toEqual(years.map((year) => toSolar({ day: 1, month: 1, year, leap: false })));
  });
});

describe('the Vietnamese lunar calendar', () => {
  test.each(TET)('Tết %i falls on %s', (year, date) => {
    expect(toLunar(date)).toEqual({ day: 1, month: 1, year, leap: false });
    expect(toSolar({ day: 1, month: 1, year, leap: false })).toBe(date);
  });

  test('Tết 1985 came a month before the Chinese new year, whose day was the first of the second month', () => {
    expect(toLunar('1985-02-20')).toEqual({ day: 1, month: 2, year: 1985, leap: false });
  });

  test('the notice for 2025 calls 25 January the 26th of the twelfth month and 2 February the 5th of the first', () => {
    expect(toLunar('2025-01-25')).toEqual({ day: 26, month: 12, year: 2024, leap: false });
    expect(toLunar('2025-02-02')).toEqual({ day: 5, month: 1, year: 2025, leap: false });
  });

  test.each([
    [2020, 4],
    [2023, 2],
    [2025, 6],
    [2028, 5],
    [2033, 11],
  ])('%i has a leap month %i', (year, month) => {
    const date = toSolar({ day: 1, month, year, leap: true });
    expect(toLunar(date)).toEqual({ day: 1, month, year, leap: true });
    expect(toLunar(addDays(date, -1))).toMatchObject({ month, year, leap: false });
  });

  test('a day that the year does not have is refused', () => {
    expect(() => toSolar({ day: 1, month: 5, year: 2026, leap: true })).toThrow(Refusal);
    expect(() => toSolar({ day: 30, month: 12, year: 2024, leap: false })).toThrow(Refusal);
    expect(() => toSolar({ day: 1, month: 13, year: 2026, leap: false })).toThrow(Refusal);
    expect(() => toLunar('1967-12-31')).toThrow(Refusal);
  });

  test('every date goes to the lunar calendar and back', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const lunar = toLunar(date);
        expect(toSolar(lunar)).toBe(date);
      }),
      { numRuns: 500 },
    );
  });

  test('tomorrow is the next lunar day, or the first of a month after 29 or 30 days', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const today = toLunar(date);
        const tomorrow = toLunar(addDays(date, 1));
        const sameMonth = { ...today, day: today.day + 1 };
        const expected = tomorrow.day === 1 && today.day >= 29 && today.day <= 30 ? tomorrow : sameMonth;
        expect(tomorrow).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
