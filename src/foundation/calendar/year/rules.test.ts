import { describe, expect, test } from 'vitest';
import { COMMUNE, day, MORNING, week } from '../facts.fixture.ts';
import { calendarOf, countingDays } from '../rules.ts';
import type { SpecialDayRow } from '../schema.ts';
import { monthView, yearView } from './rules.ts';

function sceneOf(days: readonly SpecialDayRow[]) {
  const calendar = calendarOf({ weeks: [week()], days }, COMMUNE);
  return { calendar, days: countingDays(days, COMMUNE), today: '2020-04-28' };
}

describe('a month as a table', () => {
  const half = day({
    id: 12,
    unitId: 2,
    date: '2020-04-29',
    kind: 'closure',
    name: 'Nghỉ tránh bão',
    shifts: MORNING,
  });
  const april = monthView(sceneOf([day(), half]), 2020, 4);
  const cells = april.weeks.flat().filter((cell) => cell !== null);

  test('has its weeks from Monday, every day once', () => {
    expect(april.weeks[0]?.map((cell) => cell?.number ?? null)).toEqual([null, null, 1, 2, 3, 4, 5]);
    expect(cells.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    expect(april.weeks.every(({ length }) => length === 7)).toBe(true);
  });

  test('counts the days that are worked, also in part', () => expect(april.workingDays).toBe(21));

  test('says of each day what it is', () => {
    const cellOf = (number: number) => cells.find((cell) => cell.number === number);
    expect(cellOf(28)).toEqual({ number: 28, kind: 'plain', today: true });
    expect(cellOf(29)).toMatchObject({
      kind: 'partial',
      mark: 'Đ',
      words: 'Nghỉ tránh bão: làm việc 07:00–11:30',
    });
    expect(cellOf(30)).toMatchObject({ kind: 'off', mark: 'L', href: '/calendar/days/10' });
    expect(cellOf(26)).toEqual({ number: 26, kind: 'rest' });
  });

  test('marks what is only expected', () => {
    const likely = monthView(sceneOf([day({ certainty: 'likely' })]), 2020, 4);
    expect(likely.weeks.flat().find((cell) => cell?.number === 30)).toMatchObject({
      uncertain: true,
      words: 'Ngày Chiến thắng (dự kiến)',
    });
  });
});

test('a year has its twelve months, February of a leap year with 29 days', () => {
  const months = yearView(sceneOf([]), 2020);
  expect(months.map(({ month }) => month)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  expect(months[1]?.weeks.flat().filter((cell) => cell !== null)).toHaveLength(29);
});
