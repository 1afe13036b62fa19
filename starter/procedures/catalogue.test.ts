import { describe, expect, test } from 'vitest';
import { slugOf } from '#kernel/vietnamese/slug.ts';
import catalogue from './catalogue.json' with { type: 'json' };
import { lifeEvents } from './life-events.ts';

/** Whom a step may name, by scope: the unit itself at the counter and in the commune, a function in the district. */
const functions: ReadonlyMap<string, readonly (string | null)[]> = new Map([
  ['reception', [null]],
  ['commune', [null]],
  [
    'district',
    [
      'office',
      'one-stop',
      'justice',
      'finance-planning',
      'natural-resources',
      'economy-infrastructure',
      'labour-social',
      'education',
      'culture',
      'agriculture',
      'people-committee',
      'land-registry',
    ],
  ],
  ['external', ['police', 'social-insurance', 'tax', 'other']],
]);
const ROLES = ['one-stop', 'specialist', 'unit-leader', 'chairman', 'records-clerk'];
const HOURS_A_DAY = 8;

test('the catalogue has 45 procedures, each with its own code and address', () => {
  const codes = catalogue.flatMap(({ code }) => code ?? []);
  expect(catalogue).toHaveLength(45);
  expect(new Set(codes).size).toBe(codes.length);
  expect(new Set(catalogue.map(({ slug }) => slug)).size).toBe(45);
});

test('every text is in NFC', () => {
  const text = JSON.stringify(catalogue);
  expect(text === text.normalize('NFC')).toBe(true);
});

describe.each(catalogue)('$shortName', (procedure) => {
  test('its code looks like a national one', () => {
    expect(procedure.code ?? '1.000000').toMatch(/^[1-9]\.\d{6}$/);
  });

  test('its short name fits a table and gives its address', () => {
    expect(procedure.shortName.length).toBeLessThanOrEqual(60);
    expect(procedure.slug).toBe(slugOf(procedure.shortName));
  });

  test('people find it under a moment of life and by their own words', () => {
    const known: readonly string[] = lifeEvents.map(({ code }) => code);
    expect(procedure.lifeEvents.length).toBeGreaterThan(0);
    expect(known).toEqual(expect.arrayContaining([...procedure.lifeEvents]));
    expect(procedure.synonyms.length).toBeGreaterThan(2);
    expect(new Set(procedure.synonyms).size).toBe(procedure.synonyms.length);
  });

  test('the quotas of its steps make up the limit, eight hours a day', () => {
    const hours = procedure.steps.reduce((sum, { workingHours }) => sum + workingHours, 0);
    expect(hours).toBe(procedure.timeLimit.value * HOURS_A_DAY);
  });

  test('every step has a place, and the counter begins and ends it', () => {
    for (const { place } of procedure.steps) {
      expect(functions.get(place.scope)).toContain(place.function);
      expect(ROLES).toContain(place.role);
    }
    expect(procedure.steps[0]?.place.scope).toBe('reception');
    expect(procedure.steps.at(-1)?.place.scope).toBe('reception');
  });

  test('it names the law it stands on', () => {
    expect(procedure.legalBasis.length).toBeGreaterThan(0);
  });
});

test('every moment of life leads to a procedure', () => {
  const used = new Set(catalogue.flatMap((procedure) => procedure.lifeEvents));
  expect(lifeEvents.filter(({ code }) => !used.has(code))).toEqual([]);
});
