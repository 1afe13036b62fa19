import { assert, constantFrom, dictionary, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreOf } from './rules.ts';
import { type Measures, POINTS, type PointsByCode } from './schema.ts';
import { FIRST_SCORING_SET } from './sets/first.ts';

const GOOD: Measures = {
  timeliness: 'early',
  units: [{ unitId: 7, quotaMinutes: 480, usedMinutes: 90 }],
  supplements: 0,
  agencies: 0,
};

const MARKED: PointsByCode = { '5': 2, '6': 2, '7': 1, '8': 2, '9': 1 };

const score = (measures: Partial<Measures>, marks: PointsByCode = {}) =>
  scoreOf(FIRST_SCORING_SET, { measures: { ...GOOD, ...measures }, marks }, (id) => `Đơn vị ${id}`);

const points = (measures: Partial<Measures>, marks?: PointsByCode) =>
  score(measures, marks).lines.map((line) => line.points);

describe('The score of a dossier (Decree 61/2018, Article 31)', () => {
  it('reads four criteria from records and leaves the others to reviewers', () => {
    expect(points({})).toEqual([2, 2, 2, 2, null, null, null, null, null]);
    expect(score({})).toMatchObject({ total: 8, known: 4, band: null });
  });

  it('gives less for time as promised, and nothing for time over it', () => {
    expect(points({ timeliness: 'on-time' })[0]).toBe(1);
    expect(points({ timeliness: 'late' })[0]).toBe(0);
  });

  it('is decided by the slowest unit', () => {
    const fast = { unitId: 1, quotaMinutes: 60, usedMinutes: 5 };
    expect(points({ units: [fast, { unitId: 2, quotaMinutes: 60, usedMinutes: 60 }] })[1]).toBe(1);
    expect(points({ units: [fast, { unitId: 2, quotaMinutes: 60, usedMinutes: 61 }] })[1]).toBe(0);
  });

  it('counts requests to supplement and agencies: none, one, more', () => {
    expect([0, 1, 2, 3].map((supplements) => points({ supplements })[2])).toEqual([2, 1, 0, 0]);
    expect([0, 1, 2].map((agencies) => points({ agencies })[3])).toEqual([2, 1, 0]);
  });

  it('has no points for what nobody knows', () => {
    expect(points({ timeliness: null, units: null, agencies: null })).toEqual([
      null,
      null,
      2,
      ...Array.from({ length: 6 }, () => null),
    ]);
  });

  it('has a band once every criterion has points', () => {
    expect(score({}, MARKED)).toMatchObject({ total: 16, known: 9, band: 'Xuất sắc' });
    expect(score({ timeliness: 'late', supplements: 2 }, MARKED).band).toBe('Tốt');
  });

  it('lets a reviewer count an error of the applicant, and never the time', () => {
    expect(points({ supplements: 2 }, { '3': 2 })[2]).toBe(2);
    expect(score({ supplements: 2 }, { '3': 2 }).lines[2]?.explanation).toContain('Theo dữ liệu: Đã yêu cầu');
    expect(points({ timeliness: 'late' }, { '1': 2 })[0]).toBe(0);
  });

  it('names the units with their hours', () => {
    expect(score({}).lines[1]?.explanation).toBe('Đơn vị 7: 1,5 trên 8 giờ.');
  });

  it('is the sum of its points, between nothing and two for each known criterion', () => {
    const mark = constantFrom(...POINTS);
    const marks = dictionary(constantFrom('1', '2', '3', '4', '5', '6', '7', '8', '9'), mark);
    const given = record({ supplements: integer({ min: 0, max: 5 }), agencies: constantFrom(null, 0, 1, 4) });
    assert(
      property(given, marks, (measured, marked) => {
        const { lines, total, known } = score(measured, marked);
        expect(total).toBe(lines.reduce((sum, line) => sum + (line.points ?? 0), 0));
        expect(total).toBeLessThanOrEqual(2 * known);
      }),
    );
  });
});
