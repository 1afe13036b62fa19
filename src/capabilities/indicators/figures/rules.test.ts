import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#kernel/local-date.ts';
import { contains, parsePeriod, type Period, periodCode, yearsLater } from '#kernel/period/period.ts';
import { DECLARED } from '../registry.ts';
import { catalogueOf } from '../catalogue/rules.ts';
import { codesNeeded } from '../relations.ts';
import type { Indicator, Observation } from '../schema.ts';
import { seriesPeriods, seriesWith } from '../series.ts';
import { combined } from './divided.ts';
import { missingFigure, observationFor, observedFigure, wayOf } from './rules.ts';

const day = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays('2000-01-01', days));
const catalogue = catalogueOf(DECLARED, []);
const [computed] = catalogue;
if (!computed) throw new Error('Nothing is declared');

function read(code: string): Period {
  const period = parsePeriod(code);
  if (!period) throw new Error(code);
  return period;
}

function observed(code: string, value = 1): Observation {
  return {
    id: 1,
    code: 'BC-GIAO',
    unitId: 1,
    period: read(code),
    part: '',
    value,
    numerator: null,
    denominator: null,
    content: '',
    documentId: null,
    sourceTitle: 'Báo cáo',
    place: 'dòng 1',
    certainty: 'certain',
    note: '',
    sequence: 1,
    enteredBy: null,
    enteredAt: new Date(0),
  };
}

describe('The catalogue', () => {
  test('has relations only with indicators that there are', () => {
    const codes = new Set(catalogue.map(({ code }) => code));
    const named = catalogue.flatMap(({ relations }) => relations.flatMap(codesNeeded));
    expect(named.filter((code) => !codes.has(code))).toEqual([]);
  });

  test('says of every indicator what it is and how it is counted', () => {
    expect(catalogue.filter(({ definition, method, name }) => !definition || !method || !name)).toEqual([]);
  });
});

describe('Who answers for a period', () => {
  const since = '2019-11-01';
  const indicator: Indicator = { ...computed, since };

  test('is the records from the change-over on, and sources before it', () => {
    fc.assert(
      fc.property(day, (from) => {
        const period: Period = { kind: 'instant', from, to: from };
        expect(wayOf(indicator, period)[0]).toBe(from >= since ? 'computed' : 'observed');
      }),
    );
  });

  test('is a source first for the period into which the change-over falls', () => {
    expect(wayOf(indicator, read('2019'))).toEqual(['observed', 'computed']);
    expect(wayOf(indicator, read('2018'))).toEqual(['observed']);
    expect(wayOf(indicator, read('2020'))).toEqual(['computed', 'observed']);
  });

  test('is never the records for what nobody computes', () => {
    expect(wayOf({ ...indicator, declaration: null }, read('2020'))).toEqual(['observed']);
  });
});

describe('The observation for a period', () => {
  const periods = ['year', 'range', 'instant'] as const;

  test('is the one of just that period when there is one', () => {
    const all = ['2015', '2020', '2020-03-31'].map((code) => observed(code));
    expect(observationFor({ periods }, read('2020'), all)?.period).toEqual(read('2020'));
  });

  test('of a state is the latest day within it', () => {
    const all = ['2020-01-15', '2020-03-31', '2021-01-01'].map((code) => observed(code));
    expect(observationFor({ periods }, read('2020'), all)?.period.from).toBe('2020-03-31');
    expect(observationFor({ periods: ['year'] }, read('2020'), all)).toBeNull();
  });

  test('of a stretch is the longest within it, and never one that reaches beyond', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.integer({ min: 0, max: 3000 })), { maxLength: 6 }), (spans) => {
        const all = spans.map(([from, days]) => observed(`${from}..${addDays(from, days)}`));
        const asked = read('2005-01-01..2015-12-31');
        const found = observationFor({ periods: ['range'] }, asked, all);
        const within = all.filter(({ period }) => contains(asked, period));
        expect(found === null).toBe(within.length === 0);
        const length = ({ period }: Observation) => Date.parse(period.to) - Date.parse(period.from);
        if (found) expect(length(found)).toBe(Math.max(...within.map(length)));
      }),
    );
  });
});

describe('A series', () => {
  test('goes back no further than the records do, and holds every year that sources state', () => {
    const indicator = { ...computed, since: '2019-11-01' };
    const { kind, periods } = seriesPeriods(indicator, {
      observed: [read('2015'), read('2016')],
      today: '2020-04-28',
      kind: 'year',
    });
    expect(kind).toBe('year');
    expect(periods.map(periodCode)).toEqual(['2015', '2016', '2019', '2020']);
  });

  test('marks the change-over only where both kinds stand in it', () => {
    const indicator: Indicator = { ...computed, since: '2019-11-01' };
    const ask = { code: computed.code, unitId: 1, period: read('2018') };
    const stated = observedFigure(indicator, ask, observed('2018', 300));
    const counted = { ...stated, period: read('2020'), origin: 'computed' as const };
    const nothing = missingFigure(indicator, ask, { at: new Date(0), note: '' });
    expect(seriesWith(indicator, 'year', [nothing, stated, counted])).toEqual({
      kind: 'year',
      figures: [stated, counted],
      changeOver: '2019-11-01',
    });
    expect(seriesWith(indicator, 'year', [stated]).changeOver).toBeNull();
  });

  test('of a state has the same day of each year', () => {
    const { periods } = seriesPeriods(
      { ...computed, since: null },
      { observed: [], today: '2020-03-31', kind: 'instant' },
    );
    expect(periods.at(-2)).toEqual(yearsLater(read('2020-03-31'), -1));
  });
});

test('Shares of several units are taken anew from their ends, however they are put together', () => {
  const end = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(end, end), { maxLength: 8 }), (ends) => {
      const values = ends.map(([numerator, rest]) => {
        const denominator = numerator + rest;
        return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
      });
      const all = combined('ratio', values);
      const halves = [combined('ratio', values.slice(0, 3)), combined('ratio', values.slice(3))];
      expect(combined('ratio', halves)).toEqual(all);
      expect(all.value === null || (all.value >= 0 && all.value <= 1)).toBe(true);
    }),
  );
});
