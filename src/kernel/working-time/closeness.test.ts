import { describe, expect, test } from 'vitest';
import { closenessOf, durationWords } from './closeness.ts';
import { at, office, special } from './office.fixture.ts';

describe('how close a due date is', () => {
  test.each([
    ['2020-04-28 09:00', '2020-04-28 08:00', 'late: Trễ 1 giờ'],
    ['2020-04-28 09:00', '2020-04-28 08:25', 'late: Trễ 35 phút'],
    ['2020-04-28 09:00', '2020-04-27 09:00', 'late: Trễ 1 ngày'],
    ['2020-04-27 08:00', '2020-04-24 16:00', 'late: Trễ 2 giờ'],
    ['2020-04-28 20:00', '2020-04-28 17:00', 'late: Vừa quá hạn'],
    ['2020-04-28 09:00', '2020-04-28 09:00', 'today: Hôm nay 09:00'],
    ['2020-04-28 09:00', '2020-04-28 17:00', 'today: Hôm nay 17:00'],
    ['2020-04-28 10:00', '2020-04-29 09:12', 'soon: Ngày mai 09:12'],
    ['2020-04-24 10:00', '2020-04-27 09:12', 'soon: Thứ Hai, 27/4/2020 09:12'],
    ['2020-04-28 10:00', '2020-04-30 09:12', 'fine: Còn 2 ngày'],
    ['2020-04-24 09:12', '2020-04-29 09:12', 'fine: Còn 3 ngày'],
  ] as const)('at %s, due %s', (now, due, expected) => {
    const { kind, words } = closenessOf(office(), at(now), at(due));
    expect(`${kind}: ${words}`).toBe(expected);
  });

  test('days left do not count holidays', () => {
    const calendar = office([special('2020-04-30', 'holiday'), special('2020-05-01', 'holiday')]);
    expect(closenessOf(calendar, at('2020-04-28 10:00'), at('2020-05-05 15:20')).words).toBe('Còn 3 ngày');
    expect(closenessOf(calendar, at('2020-04-29 10:00'), at('2020-05-04 15:20')).kind).toBe('soon');
  });
});

describe('an amount of working time in words', () => {
  test.each([
    [0, '0 phút'],
    [35, '35 phút'],
    [240, '4 giờ'],
    [100, '1 giờ 40 phút'],
    [480, '1 ngày'],
    [600, '1 ngày 2 giờ'],
    [605, '1 ngày 2 giờ'],
    [485, '1 ngày'],
    [4800, '10 ngày'],
  ])('%i minutes', (minutes, words) => {
    expect(durationWords(minutes, 480)).toBe(words);
  });
});
