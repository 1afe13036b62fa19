import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#kernel/local-date.ts';
import { cutoffsOn, yearsBefore } from './rules.ts';
import type { RetentionRule } from './schema.ts';

const rule = (change: Partial<RetentionRule> = {}): RetentionRule => ({
  id: 1,
  kind: 'dossier',
  procedureId: null,
  domain: null,
  years: 10,
  legalBasis: 'Thông tư thử',
  certainty: 'sure',
  note: '',
  validFrom: '2015-01-01',
  validTo: null,
  sequence: 1,
  ...change,
});

describe('Years that records are kept', () => {
  test.each([
    ['2026-11-24', 10, '2016-11-24'],
    ['2024-02-29', 4, '2020-02-29'],
    ['2024-02-29', 1, '2023-02-28'],
    ['2100-02-28', 80, '2020-02-28'],
  ])('up to %s for %i years: what ended by %s', (today, years, ended) => {
    expect(yearsBefore(today, years)).toBe(ended);
  });

  test('never end a day too soon, whatever the day', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1990-01-01', count));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (today, years) => {
        const ended = yearsBefore(today, years);
        const over = `${String(Number(ended.slice(0, 4)) + years).padStart(4, '0')}${ended.slice(4)}`;
        expect(over <= today).toBe(true);
      }),
    );
  });

  test('count by the rules in force on the day, and never for what is kept for ever', () => {
    const old = rule({ id: 2, years: 5, validFrom: '2010-01-01', validTo: '2015-01-01' });
    const forEver = rule({ id: 3, years: null, domain: 'Hộ tịch' });
    expect(cutoffsOn([old, rule(), forEver], '2026-11-24')).toMatchObject([
      { ruleId: 1, endedOn: '2016-11-24' },
      { ruleId: 3, endedOn: null },
    ]);
  });
});
