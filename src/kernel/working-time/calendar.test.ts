import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { isWorkingDay, shiftsOn, whyClosed, workingDayFrom } from './calendar.ts';
import { AFTERNOON, MORNING, office, special } from './office.fixture.ts';

describe('the working calendar', () => {
  test('an ordinary weekday has two shifts, a weekend none and says why', () => {
    expect(shiftsOn(office(), '2026-11-23')).toEqual([MORNING, AFTERNOON]);
    expect(isWorkingDay(office(), '2026-11-21')).toBe(false);
    expect(whyClosed(office(), '2026-11-21')).toBe('Nghỉ hằng tuần');
    expect(whyClosed(office(), '2026-11-23')).toBeNull();
  });

  test.each(['holiday', 'compensatory-off', 'swap-off', 'closure'] as const)(
    'a %s closes a weekday',
    (kind) => {
      const calendar = office([special('2026-11-24', kind, 'Lý do nghỉ')]);
      expect(isWorkingDay(calendar, '2026-11-24')).toBe(false);
      expect(whyClosed(calendar, '2026-11-24')).toBe('Lý do nghỉ');
    },
  );

  test('a swapped Saturday is worked in the Monday shifts unless it says its own', () => {
    const saturday = special('2026-08-22', 'swap-work');
    expect(shiftsOn(office([saturday]), '2026-08-22')).toEqual([MORNING, AFTERNOON]);
    expect(shiftsOn(office([{ ...saturday, shifts: [MORNING] }]), '2026-08-22')).toEqual([MORNING]);
  });

  test('a closure with shifts leaves the office open in these only', () => {
    const storm = { ...special('2026-11-25', 'closure', 'Nghỉ tránh bão'), shifts: [MORNING] };
    expect(shiftsOn(office([storm]), '2026-11-25')).toEqual([MORNING]);
    expect(whyClosed(office([storm]), '2026-11-25')).toBeNull();
  });

  test('a holiday on a Saturday closes an office that works Saturday mornings', () => {
    const calendar = office([special('2021-05-01', 'holiday')], [MORNING]);
    expect(isWorkingDay(calendar, '2021-05-01')).toBe(false);
    expect(shiftsOn(calendar, '2021-05-08')).toEqual([MORNING]);
  });

  test('new hours count from their first day, and a date before all weeks is closed', () => {
    const [week] = office().weeks;
    const summer = {
      validFrom: '2026-06-01',
      validTo: '2026-08-31',
      shiftsByWeekday: Array.from({ length: 7 }, () => [MORNING]),
    };
    const calendar = { ...office(), weeks: [...(week ? [week] : []), summer] };
    expect(shiftsOn(calendar, '2026-05-29')).toHaveLength(2);
    expect(shiftsOn(calendar, '2026-06-01')).toEqual([MORNING]);
    expect(shiftsOn(calendar, '2026-09-01')).toHaveLength(2);
    expect(isWorkingDay(calendar, '1999-12-31')).toBe(false);
  });

  test('an office without any hours is refused instead of searched for ever', () => {
    expect(() => workingDayFrom({ ...office(), weeks: [] }, '2026-01-01')).toThrow(Refusal);
  });
});
