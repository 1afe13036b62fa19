import { describe, expect, test } from 'vitest';
import { MORNING, OFFICE_DAY, week } from '../facts.fixture.ts';
import { decideWeek, weekText } from './rules.ts';
import type { WeekInput } from './schema.ts';

const today = '2020-04-28';
const input: WeekInput = {
  unitCode: 'xa-an-hoa',
  from: '2020-05-01',
  until: null,
  shifts: [[], OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, MORNING],
  hoursPerDay: 8,
  legalNotice: 'Quyết định số 12/QĐ-UBND',
  decision: '',
};
const decide = (
  change: Partial<WeekInput> = {},
  own = [week({ id: 2, unitId: 2 })],
  unitId: number | null = 2,
) => decideWeek([week(), ...own], unitId, { input: { ...input, ...change }, today });

describe('setting working hours', () => {
  test('ends the earlier ones of the same unit and leaves those of everybody', () => {
    const { week: made, ends, replaces } = decide();
    expect(made).toMatchObject({
      unitId: 2,
      validFrom: '2020-05-01',
      validTo: null,
      minutesPerWorkingDay: 480,
    });
    expect(ends?.id).toBe(2);
    expect(replaces).toBeNull();
    expect(decide({}, []).ends).toBeNull();
  });

  test('holds until the hours that were set for later', () => {
    const winter = week({ id: 3, unitId: 2, validFrom: '2020-10-15' });
    expect(decide({}, [winter]).week.validTo).toBe('2020-10-15');
    expect(decide({ until: '2020-09-30' }, [winter]).week.validTo).toBe('2020-10-01');
    expect(decide({ until: '2020-12-31' }, [winter]).week.validTo).toBe('2020-10-15');
  });

  test('from the same day takes the place of hours set by mistake', () => {
    const mistaken = week({ id: 4, unitId: 2, validFrom: '2020-05-01' });
    expect(decide({}, [mistaken])).toMatchObject({ replaces: { id: 4 }, ends: null });
  });

  test.each([
    ['a past date without a decision', { from: '2020-04-27' }, /Ngày 27\/4\/2020 đã qua/],
    ['a week without work', { shifts: [[], [], [], [], [], [], []] as const }, /ít nhất một buổi/],
    ['an end before the beginning', { until: '2020-04-30' }, /từ ngày bắt đầu trở đi/],
  ])('is refused: %s', (_, change, sentence) => {
    expect(() => decide(change)).toThrow(sentence);
  });

  test('for everybody has no end, so that no date is without hours', () => {
    expect(() => decide({ until: '2020-12-31' }, [], null)).toThrow(/Giờ làm việc chung phải luôn có/);
  });
});

describe('a week in words', () => {
  test('puts like days together', () => {
    expect(weekText(input.shifts)).toEqual([
      'Thứ Hai đến Thứ Sáu: 07:00–11:30, 13:30–17:00',
      'Thứ Bảy: 07:00–11:30',
      'Chủ Nhật: nghỉ',
    ]);
    expect(weekText(week().shifts)[1]).toBe('Thứ Bảy, Chủ Nhật: nghỉ');
  });
});
