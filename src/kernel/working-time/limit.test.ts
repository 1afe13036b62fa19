import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { cutoffMinute, describeLimit, type TimeLimit } from './limit.ts';

describe('a time limit in words', () => {
  test.each<[TimeLimit, string]>([
    [{ unit: 'working-day', value: 3 }, '03 ngày làm việc'],
    [{ unit: 'working-day', value: 15 }, '15 ngày làm việc'],
    [{ unit: 'working-day', value: 0.5 }, '0,5 ngày làm việc'],
    [{ unit: 'working-hour', value: 8 }, '08 giờ làm việc'],
    [{ unit: 'calendar-day', value: 30 }, '30 ngày'],
    [
      { unit: 'same-day', cutoff: '15:00' },
      'trong ngày, nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo',
    ],
    [
      { unit: 'same-day', cutoff: '15:30' },
      'trong ngày, nhận sau 15 giờ 30 thì trả vào ngày làm việc tiếp theo',
    ],
  ])('%o', (limit, words) => {
    expect(describeLimit(limit)).toBe(words);
  });

  test('a cut-off that is no time of day is refused', () => {
    expect(cutoffMinute('15:00')).toBe(900);
    expect(() => cutoffMinute('25:00')).toThrow(Refusal);
    expect(() => cutoffMinute('3 giờ chiều')).toThrow(Refusal);
  });
});
