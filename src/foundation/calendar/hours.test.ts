import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lengthOf, parseShifts, shiftsText } from './hours.ts';

const OFFICE = [
  { from: 420, to: 690 },
  { from: 810, to: 1020 },
];

describe('working hours as typed', () => {
  test.each([
    '07:00-11:30, 13:30-17:00',
    '7:00 – 11:30; 13:30 – 17:00',
    '7h-11h30, 13h30-17h',
    '7-11:30,13.30-17',
  ])('%s is the office day', (text) => expect(parseShifts(text)).toEqual(OFFICE));

  test.each(['', '  ', '-', 'nghỉ', 'Nghỉ'])('“%s” is a day off', (text) =>
    expect(parseShifts(text)).toEqual([]),
  );

  test.each([
    ['ends before it begins', '11:30-07:00'],
    ['overlaps', '07:00-12:00, 11:00-17:00'],
    ['touches', '07:00-12:00, 12:00-17:00'],
    ['stands out of order', '13:30-17:00, 07:00-11:30'],
    ['has a clock that does not exist', '07:75-11:30'],
    ['ends after midnight', '20:00-25:00'],
    ['is no time', 'sáng và chiều'],
  ])('what %s cannot be read', (_, text) => expect(parseShifts(text)).toBeNull());

  test('what is shown can be typed again', () => {
    const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(minutes, (picked) => {
        const sorted = picked.toSorted((a, b) => a - b);
        const shifts = sorted.flatMap((from, index) => {
          const to = sorted[index + 1];
          return index % 2 === 0 && to !== undefined ? [{ from, to }] : [];
        });
        expect(parseShifts(shiftsText(shifts))).toEqual(shifts);
      }),
    );
  });

  test('the office day has eight hours', () => expect(lengthOf(OFFICE)).toBe(480));
});
