import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { addDays, weekdayOf, type LocalDate } from '#kernel/local-date.ts';
import { toLunar, toSolar } from '#kernel/lunar/lunar.ts';
import { isWorkingDay, shiftsOn, whyClosed } from '#kernel/working-time/calendar.ts';
import { computeDue } from '#kernel/working-time/due.ts';
import { starterKnownUntil, starterSpecialDays } from './special-days.ts';
import { starterCalendar } from './starter-calendar.ts';

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027];
const ofYear = (year: number, kind?: string) =>
  starterSpecialDays.filter(
    (day) => day.date.startsWith(`${year}-`) && (kind === undefined || day.kind === kind),
  );
const isWeekend = (date: LocalDate) => weekdayOf(date) === 0 || weekdayOf(date) === 6;
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`);

describe('the starter calendar against itself', () => {
  test('every day has its own date, a name and a legal notice', () => {
    expect(new Set(starterSpecialDays.map(({ date }) => date)).size).toBe(starterSpecialDays.length);
    expect(starterSpecialDays.filter(({ name, legalNotice }) => name === '' || legalNotice === '')).toEqual(
      [],
    );
  });

  test.each(YEARS)('%i has the number of holidays of the law in force', (year) => {
    const statutory = year <= 2020 ? 10 : year <= 2025 ? 11 : 12;
    expect(ofYear(year, 'holiday')).toHaveLength(statutory);
  });

  test.each(YEARS)(
    '%i: the five Tết days surround the first of the first lunar month and touch each other',
    (year) => {
      const tet = ofYear(year, 'holiday').filter(({ name }) => name.startsWith('Tết Nguyên đán'));
      const [first] = tet;
      expect(tet.map(({ date }) => date)).toEqual(
        [0, 1, 2, 3, 4].map((days) => addDays(first?.date ?? '', days)),
      );
      expect(tet.map(({ date }) => date)).toContain(toSolar({ day: 1, month: 1, year, leap: false }));
    },
  );

  test('the lunar day in the name of a holiday is the computed one', () => {
    const named = starterSpecialDays.filter(({ name }) => /\((?:mùng )?\d+/.test(name));
    const computed = named.map(({ date, name }) => {
      const { day, month } = toLunar(date);
      return name.includes('tháng Chạp') ? [`(${day} tháng Chạp)`, month] : [`(mùng ${day}`, month];
    });
    expect(named.every(({ name }, index) => name.includes(String(computed[index]?.[0])))).toBe(true);
    expect(named).toHaveLength(YEARS.length * 6);
  });

  test.each(YEARS)('%i: the Hùng Kings are remembered on the tenth of the third lunar month', (year) => {
    const date = toSolar({ day: 10, month: 3, year, leap: false });
    expect(starterCalendar.specialDays.get(date)?.name).toContain('Giỗ Tổ Hùng Vương');
  });
});

describe('days in lieu and swaps', () => {
  test('a holiday on a weekend has its day in lieu, and every day in lieu a holiday', () => {
    const years = YEARS.map((year) => [
      ofYear(year, 'holiday').filter(({ date }) => isWeekend(date)).length,
      ofYear(year, 'compensatory-off').length,
    ]);
    expect(years.filter(([onWeekend, inLieu]) => onWeekend !== inLieu)).toEqual([]);
  });

  test('days in lieu and swapped days off are weekdays; a swap is worked on a Saturday of the same notice', () => {
    const off = starterSpecialDays.filter(({ kind }) => kind === 'swap-off');
    const work = starterSpecialDays.filter(({ kind }) => kind === 'swap-work');
    const inLieu = starterSpecialDays.filter(({ kind }) => kind === 'compensatory-off');
    expect([...off, ...inLieu].filter(({ date }) => isWeekend(date))).toEqual([]);
    expect(work.filter(({ date }) => weekdayOf(date) !== 6)).toEqual([]);
    const pairs = work.map(({ name, legalNotice }) => {
      const [, day = '', month = '', year = ''] = /(\d+)\/(\d+)\/(\d+)$/.exec(name) ?? [];
      return { date: `${year}-${month.padStart(2, '0')}-${day}`, legalNotice };
    });
    const byDate = (a: { date: string }, b: { date: string }) => a.date.localeCompare(b.date);
    expect(pairs.toSorted(byDate)).toEqual(off.map(({ date, legalNotice }) => ({ date, legalNotice })));
  });

  test('only days whose notice has not been seen are less than sure', () => {
    const likely = starterSpecialDays.filter(({ certainty }) => certainty === 'likely');
    expect(new Set(likely.map(({ date }) => date.slice(0, 4)))).toEqual(new Set(['2027']));
    expect(starterKnownUntil).toBe('2027-12-31');
  });
});

describe('the starter calendar against a second opinion', () => {
  test.each(YEARS)(
    '%i: every public holiday of date-holidays on a fixed or lunar day closes the office',
    (year) => {
      const theirs = new Holidays('VN')
        .getHolidays(year)
        .filter(({ type, name }) => type === 'public' && !/Giao thừa/.test(name))
        .map(({ date }) => date.slice(0, 10));
      expect(theirs.length).toBeGreaterThanOrEqual(6);
      expect(theirs.filter((date) => starterCalendar.specialDays.get(date)?.kind !== 'holiday')).toEqual([]);
    },
  );
});

describe('deadlines on the starter calendar', () => {
  const threeDays = { unit: 'working-day', value: 3 } as const;

  test.each([
    ['an ordinary week', '2020-04-24 09:12', '2020-04-29 09:12'],
    ['over 30 April and 1 May', '2020-04-28 15:20', '2020-05-05 15:20'],
    ['over New Year with its swap', '2025-12-31 10:00', '2026-01-07 10:00'],
    ['with the swapped Saturday', '2026-01-08 10:00', '2026-01-12 10:00'],
    ['over Tết Bính Ngọ', '2026-02-13 14:00', '2026-02-25 14:00'],
    ['over Tết Đinh Mùi', '2027-02-03 16:00', '2027-02-15 16:00'],
    ['over National Day with its swap', '2026-08-28 09:00', '2026-09-07 09:00'],
    ['over Vietnamese Culture Day', '2026-11-23 08:30', '2026-11-27 08:30'],
    ['over December and January', '2021-12-30 09:00', '2022-01-05 09:00'],
  ])('three working days %s', (_, received, due) => {
    expect(computeDue(starterCalendar, at(received), threeDays).dueAt).toEqual(at(due));
  });

  test('24 November 2026 is closed for Vietnamese Culture Day, a year earlier it was not', () => {
    expect(whyClosed(starterCalendar, '2026-11-24')).toBe('Ngày Văn hóa Việt Nam');
    expect(isWorkingDay(starterCalendar, '2025-11-24')).toBe(true);
  });

  test('Saturday 22 August 2026 is worked in full', () => {
    expect(shiftsOn(starterCalendar, '2026-08-22')).toEqual(shiftsOn(starterCalendar, '2026-08-24'));
  });
});
