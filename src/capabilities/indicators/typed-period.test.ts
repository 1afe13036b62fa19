import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#kernel/local-date.ts';
import { periodAround, type Period, periodCode } from '#kernel/period/period.ts';
import { periodWords } from '#kernel/period/words.ts';
import { typedPeriod } from './typed-period.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days));
const regular = fc
  .tuple(fc.constantFrom('month', 'quarter', 'half-year', 'year'), day)
  .map(([kind, when]) => periodAround(kind, when));
const instant = day.map((when): Period => ({ kind: 'instant', from: when, to: when }));
const range = fc
  .tuple(day, fc.integer({ min: 1, max: 4000 }))
  .map(([from, days]): Period => ({ kind: 'range', from, to: addDays(from, days) }));
const period = fc.oneof(regular, instant, range);

describe('A period as it is typed', () => {
  test('is read back from the words in which reports write it, with and without accents', () => {
    fc.assert(
      fc.property(period, (given) => {
        expect(typedPeriod(periodWords(given))).toEqual(given);
        expect(typedPeriod(periodWords(given).normalize('NFD').replaceAll(/\p{M}/gu, ''))).toEqual(given);
      }),
    );
  });

  test('is read back from its code', () => {
    fc.assert(
      fc.property(period, (given) => {
        expect(typedPeriod(periodCode(given))).toEqual(given);
      }),
    );
  });

  test.each([
    ['quý 1/2020', '2020-Q1'],
    ['Quý I/2020', '2020-Q1'],
    ['quý iv 2019', '2019-Q4'],
    ['3/2020', '2020-03'],
    ['tháng 03/2020', '2020-03'],
    ['6 tháng cuối 2019', '2019-H2'],
    ['31/3/2020', '2020-03-31'],
    ['2011-2020', '2011-01-01..2020-12-31'],
    ['2011 – 2020', '2011-01-01..2020-12-31'],
    ['1/1/2011 - 31/3/2020', '2011-01-01..2020-03-31'],
    ['từ năm 2016 đến năm 2019', '2016-01-01..2019-12-31'],
  ])('%s is %s', (text, code) => {
    const read = typedPeriod(text);
    expect(read && periodCode(read)).toBe(code);
  });

  test.each(['', 'hôm qua', 'quý 5/2020', '13/2020', '30/2/2020', '2020 - 2011'])('%s is none', (text) => {
    expect(typedPeriod(text)).toBeNull();
  });
});
