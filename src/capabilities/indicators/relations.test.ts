import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenRelation, type KnownFigures, type RelatedFigure } from './relations.ts';

const counted = (name: string, value: number | null): RelatedFigure => ({
  name,
  kind: 'count',
  unitOfMeasure: 'biên chế',
  value,
});
const amount = fc.integer({ min: 0, max: 100_000 });
const sumOf = (...of: string[]) => ({ kind: 'sum', of }) as const;

function known(figures: Readonly<Record<string, RelatedFigure>>): KnownFigures {
  return { figure: (code) => figures[code] ?? null, parts: () => Object.values(figures) };
}

describe('Parts of a whole', () => {
  test('that make it are never warned of, whichever way they are divided', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), (values) => {
        const parts = Object.fromEntries(values.map((value, at) => [`P${at}`, counted(`Phần ${at}`, value)]));
        const whole = counted(
          'Tổng',
          values.reduce((sum, value) => sum + value, 0),
        );
        expect(brokenRelation(whole, sumOf(...Object.keys(parts)), known(parts))).toBeNull();
        expect(brokenRelation(whole, { kind: 'parts', key: 'cap' }, known(parts))).toBeNull();
      }),
    );
  });

  test('that do not make it are warned of, with by how much', () => {
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 999 }), (one, other, difference) => {
        const parts = { A: counted('Huyện', one), B: counted('Xã', other) };
        const message = brokenRelation(
          counted('Tổng', one + other + difference),
          sumOf('A', 'B'),
          known(parts),
        );
        expect(message).toContain(`ít hơn ${difference}`);
      }),
    );
  });

  test('of which some are not known are warned of only when they are too many already', () => {
    fc.assert(
      fc.property(amount, amount, (whole, part) => {
        const message = brokenRelation(
          counted('Tổng', whole),
          sumOf('A', 'B'),
          known({ A: counted('Huyện', part) }),
        );
        expect(message !== null).toBe(part > whole);
      }),
    );
  });

  test('say each part with its name', () => {
    const parts = { A: counted('Biên chế có mặt', 70), B: counted('Biên chế chưa sử dụng', 8) };
    expect(brokenRelation(counted('Biên chế được giao', 80), sumOf('A', 'B'), known(parts))).toBe(
      'Biên chế được giao: 80 biên chế; các phần cộng lại là 78 (biên chế có mặt 70; biên chế chưa sử dụng 8), ít hơn 2.',
    );
  });
});

describe('A limit', () => {
  test('is broken by what is above it and by nothing else', () => {
    fc.assert(
      fc.property(amount, amount, (value, limit) => {
        const figures = known({ A: counted('Được giao', limit) });
        const message = brokenRelation(counted('Có mặt', value), { kind: 'at-most', of: 'A' }, figures);
        expect(message !== null).toBe(value > limit);
      }),
    );
  });
});

describe('A share', () => {
  const share = (value: number | null): RelatedFigure => ({
    name: 'Tỷ lệ',
    kind: 'ratio',
    unitOfMeasure: '%',
    value,
  });
  const relation = { kind: 'ratio', numerator: 'A', denominator: 'B' } as const;

  test('that follows from its ends holds, also as rounded to a tenth of a per cent', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 100_000 }), (numerator, denominator) => {
        const figures = known({
          A: counted('Đúng hạn', numerator),
          B: counted('Đã giải quyết', denominator),
        });
        const exact = numerator / denominator;
        expect(brokenRelation(share(exact), relation, figures)).toBeNull();
        expect(brokenRelation(share(Math.round(exact * 1000) / 1000), relation, figures)).toBeNull();
      }),
    );
  });

  test('that does not is explained with both ends', () => {
    const figures = known({ A: counted('Đúng hạn', 45), B: counted('Đã giải quyết', 50) });
    expect(brokenRelation(share(0.98), relation, figures)).toBe(
      'Tỷ lệ: 98%, trong khi đúng hạn 45 trên đã giải quyết 50 là 90%.',
    );
  });

  test('of nothing says nothing', () => {
    const figures = known({ A: counted('Đúng hạn', 0), B: counted('Đã giải quyết', 0) });
    expect(brokenRelation(share(1), relation, figures)).toBeNull();
    expect(brokenRelation(share(null), relation, figures)).toBeNull();
  });
});
