import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#kernel/local-date.ts';
import {
  contains,
  parsePeriod,
  type Period,
  periodAround,
  periodBefore,
  periodCode,
  periodsWithin,
  yearsLater,
} from './period.ts';
import { periodWords } from './words.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days));
const regular = fc.constantFrom('month', 'quarter', 'half-year', 'year');

function read(code: string): Period {
  const period = parsePeriod(code);
  if (period === null) throw new Error(`no period: ${code}`);
  return period;
}

describe('A period', () => {
  it.each(['2020-03-31', '2020-03', '2020-Q1', '2020-H2', '2020', '2011-01-01..2020-03-31'])(
    'is read from its code %s and written the same again',
    (code) => {
      expect(periodCode(read(code))).toBe(code);
    },
  );

  it.each(['', '2020-13', '2020-Q5', '2020-H3', '2020-02-30', '2020-05-01..2020-01-01', '20', '2020-1'])(
    'is not read from "%s"',
    (code) => {
      expect(parsePeriod(code)).toBeNull();
    },
  );

  it.each([
    ['2020-03-31', 'ngày 31/3/2020'],
    ['2020-02', 'tháng 2 năm 2020'],
    ['2020-Q4', 'quý IV năm 2020'],
    ['2020-H1', '6 tháng đầu năm 2020'],
    ['2020', 'năm 2020'],
    ['2011-01-01..2020-12-31', 'giai đoạn 2011 - 2020'],
    ['2015-01-01..2020-03-31', 'từ ngày 1/1/2015 đến ngày 31/3/2020'],
  ])('%s is called "%s"', (code, words) => {
    expect(periodWords(read(code))).toBe(words);
  });

  it('around a day holds that day, comes back from its code, and meets the one before it', () => {
    fc.assert(
      fc.property(regular, day, (kind, when) => {
        const period = periodAround(kind, when);
        expect(period.from <= when && when <= period.to).toBe(true);
        expect(parsePeriod(periodCode(period))).toEqual(period);
        expect(addDays(periodBefore(period).to, 1)).toBe(period.from);
      }),
    );
  });

  it('of a year is made of its quarters, and those of their months, without a gap', () => {
    fc.assert(
      fc.property(day, (when) => {
        const year = periodAround('year', when);
        const quarters = periodsWithin(year, 'quarter');
        expect(quarters).toHaveLength(4);
        expect(quarters.flatMap((quarter) => periodsWithin(quarter, 'month'))).toEqual(
          periodsWithin(year, 'month'),
        );
        expect(quarters.every((quarter) => contains(year, quarter))).toBe(true);
      }),
    );
  });

  it('some years later is of the same kind, also in leap years', () => {
    expect(yearsLater(read('2020-02'), 1)).toEqual(read('2021-02'));
    expect(yearsLater(read('2021-02'), -1)).toEqual(read('2020-02'));
    expect(yearsLater(read('2020-Q1'), -5)).toEqual(read('2015-Q1'));
    expect(yearsLater(read('2020-02-29'), 1)).toEqual(read('2021-02-28'));
  });
});
