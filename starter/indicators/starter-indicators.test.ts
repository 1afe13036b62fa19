import { expect, test } from 'vitest';
import { parsePeriod } from '#kernel/period/period.ts';
import { brokenRelation, codesNeeded } from '#capabilities/indicators/relations.ts';
import { indicatorInput, type Relation } from '#capabilities/indicators/schema.ts';
import { REPORT_LINES, STARTER_INDICATORS } from './all.ts';
import type { StarterIndicator, StatedFigure } from './shape.ts';

const FIGURES = STARTER_INDICATORS.flatMap(({ indicator, figures }) =>
  figures.map((figure) => ({ code: indicator.code, ...figure })),
);

test('every indicator is one that people could have entered, and no two have one code', () => {
  for (const { indicator } of STARTER_INDICATORS) expect(indicatorInput.parse(indicator)).toEqual(indicator);
  const codes = STARTER_INDICATORS.map(({ indicator }) => indicator.code);
  expect(new Set(codes).size).toBe(codes.length);
});

test('the report states more than seventy-five figures, each once, of a period of its indicator and on a line that there is', () => {
  expect(FIGURES.length).toBeGreaterThanOrEqual(75);
  const keys = FIGURES.map(({ code, period, part }) => `${code} ${period} ${part}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  for (const { indicator, figures } of STARTER_INDICATORS) {
    for (const { period, lines } of figures) {
      expect(indicator.periods, `${indicator.code} ${period}`).toContain(parsePeriod(period)?.kind);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(line > 0 && line <= REPORT_LINES && Number.isInteger(line)).toBe(true);
    }
  }
});

test('parts are those that the indicator is divided into', () => {
  const unknown = STARTER_INDICATORS.flatMap(({ indicator, figures }) => {
    const parts = new Set(
      indicator.breakdowns.flatMap(({ key, values }) => values.map(({ value }) => `${key}=${value}`)),
    );
    return figures.filter(({ part }) => part !== '' && !parts.has(part)).map(({ part }) => part);
  });
  expect(unknown).toEqual([]);
});

test('relations name indicators that there are', () => {
  const codes = new Set(STARTER_INDICATORS.map(({ indicator }) => indicator.code));
  const named = STARTER_INDICATORS.flatMap(({ indicator }) => indicator.relations.flatMap(codesNeeded));
  expect(named.filter((code) => !codes.has(code))).toEqual([]);
});

test('what the report contradicts itself in is shown, not hidden', () => {
  expect(broken('CC-COMAT', { kind: 'at-most', of: 'BC-HC' })).toContain('vượt biên chế hành chính');
  expect(broken('BC-SN', { kind: 'sum', of: ['VC-COMAT', 'BC-SN-CHUADUNG'] })).toContain('ít hơn 6');
});

test('what the report says right does not warn', () => {
  expect(broken('BC-GIAO', { kind: 'sum', of: ['BC-HC', 'BC-SN'] })).toBeNull();
  expect(broken('TC-DVSN', { kind: 'sum', of: ['TC-DVSN-HUYEN', 'TC-DVSN-GD'] })).toBeNull();
  expect(broken('TC-DVSN', { kind: 'sum', of: ['TCTC-DVSN-BAODAM', 'TCTC-DVSN-MOTPHAN'] })).toBeNull();
});

/** Every figure that is doubtful or derived says why. */
test('a doubt is explained', () => {
  expect(FIGURES.filter(({ certainty, note }) => certainty === 'doubtful' && note === '')).toEqual([]);
});

/** Whether a relation is broken by the figures of 2020, in words. */
function broken(code: string, relation: Relation): string | null {
  const own = STARTER_INDICATORS.find(({ indicator }) => indicator.code === code);
  if (!own) throw new Error(`no indicator ${code}`);
  expect(own.indicator.relations).toContainEqual(relation);
  return brokenRelation(figureOf(own), relation, { figure: figureByCode, parts: () => [] });
}

function figureByCode(code: string) {
  const found = STARTER_INDICATORS.find(({ indicator }) => indicator.code === code);
  return found ? figureOf(found) : null;
}

function figureOf({ indicator, figures }: StarterIndicator) {
  const { name, kind, unitOfMeasure } = indicator;
  return { name, kind, unitOfMeasure, value: figures.find(isOf2020)?.value ?? null };
}

function isOf2020({ period, part }: StatedFigure): boolean {
  return part === '' && (period === '2020' || period === '2020-03-31');
}
