import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { addWorkingMinutes, moveDueByPause, normaliseStart, workingMinutesBetween } from './arithmetic.ts';
import { at, MORNING, office, special } from './office.fixture.ts';

describe('the start of counting', () => {
  test.each([
    ['before opening', '2020-04-28 06:15', '2020-04-28 07:00'],
    ['in working time', '2020-04-28 09:12', '2020-04-28 09:12'],
    ['at the start of lunch', '2020-04-28 11:30', '2020-04-28 13:30'],
    ['in the lunch break', '2020-04-28 12:40', '2020-04-28 13:30'],
    ['at closing time', '2020-04-28 17:00', '2020-04-29 07:00'],
    ['in the evening', '2020-04-28 21:00', '2020-04-29 07:00'],
    ['on a Friday evening', '2020-04-24 18:00', '2020-04-27 07:00'],
    ['on a Sunday', '2020-04-26 10:00', '2020-04-27 07:00'],
  ])('received %s', (_, received, start) => {
    expect(normaliseStart(office(), at(received))).toEqual(at(start));
  });

  test('seconds are cut', () => {
    expect(normaliseStart(office(), new Date('2020-04-28T09:12:59+07:00'))).toEqual(at('2020-04-28 09:12'));
  });
});

describe('working minutes', () => {
  test('a quota that ends with a shift is due then, not at the next opening', () => {
    expect(addWorkingMinutes(office(), at('2020-04-28 07:00'), 270)).toEqual(at('2020-04-28 11:30'));
    expect(addWorkingMinutes(office(), at('2020-04-28 07:00'), 480)).toEqual(at('2020-04-28 17:00'));
    expect(addWorkingMinutes(office(), at('2020-04-28 07:00'), 481)).toEqual(at('2020-04-29 07:01'));
  });

  test('nothing added moves nothing; a negative quota is refused', () => {
    expect(addWorkingMinutes(office(), at('2020-04-26 10:00'), 0)).toEqual(at('2020-04-26 10:00'));
    expect(() => addWorkingMinutes(office(), at('2020-04-28 07:00'), -1)).toThrow(Refusal);
  });

  test('an office that works Saturday mornings counts them as half days', () => {
    expect(addWorkingMinutes(office([], [MORNING]), at('2020-04-24 09:00'), 480)).toEqual(
      at('2020-04-25 09:00'),
    );
    expect(addWorkingMinutes(office([], [MORNING]), at('2020-04-24 15:00'), 480)).toEqual(
      at('2020-04-27 08:30'),
    );
  });

  test('time between two moments leaves lunch, nights and weekends out, and is negative backwards', () => {
    expect(workingMinutesBetween(office(), at('2020-04-24 11:00'), at('2020-04-27 14:00'))).toBe(
      30 + 210 + 270 + 30,
    );
    expect(workingMinutesBetween(office(), at('2020-04-27 14:00'), at('2020-04-24 11:00'))).toBe(-540);
    expect(workingMinutesBetween(office(), at('2020-04-25 08:00'), at('2020-04-26 20:00'))).toBe(0);
  });

  test('a swapped Saturday counts in full', () => {
    const calendar = office([special('2026-08-22', 'swap-work'), special('2026-08-31', 'swap-off')]);
    expect(workingMinutesBetween(calendar, at('2026-08-22 00:00'), at('2026-08-23 00:00'))).toBe(480);
    expect(addWorkingMinutes(calendar, at('2026-08-21 10:00'), 480)).toEqual(at('2026-08-22 10:00'));
  });
});

describe('a pause', () => {
  test('moves the due date by the working time that passed', () => {
    const due = at('2020-04-29 09:12');
    const moved = moveDueByPause(office(), due, at('2020-04-27 10:00'), at('2020-04-28 10:00'));
    expect(moved).toEqual(at('2020-04-30 09:12'));
  });

  test('outside working hours moves nothing', () => {
    const due = at('2020-04-29 17:00');
    expect(moveDueByPause(office(), due, at('2020-04-27 18:00'), at('2020-04-28 06:00'))).toEqual(due);
  });
});
