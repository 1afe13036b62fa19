import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, changeBy, isOver, orderNumber, refuseTooEarly } from './rules.ts';
import { POSTAL_LABELS, type PostalState } from './schema.ts';
import { codesOf } from '#kernel/labels.ts';

const at = (hour: number): Date => new Date(Date.UTC(2020, 3, 28, hour));
const fresh = {
  state: 'created' as PostalState,
  stateAt: at(8),
  acceptedAt: null,
  deliveredAt: null,
  failedAt: null,
  cost: null,
};
const after = (...states: readonly PostalState[]): Change =>
  states.reduce<Change>(
    (order, state, index) => changeBy(order, { state, at: at(9 + index), cost: null }) ?? order,
    fresh,
  );

describe('A parcel', () => {
  test('goes its way, each time as the post tells it', () => {
    const { state, acceptedAt, deliveredAt } = after('accepted', 'in-transit', 'delivered');
    expect([state, acceptedAt, deliveredAt]).toEqual(['delivered', at(9), at(11)]);
  });

  test('that was delivered was accepted, though nobody said so', () => {
    expect(after('delivered')).toMatchObject({ acceptedAt: at(9), deliveredAt: at(9) });
  });

  test('may be under way again and arrive after it could not be delivered', () => {
    expect(after('accepted', 'failed', 'in-transit', 'delivered')).toMatchObject({
      state: 'delivered',
      failedAt: at(10),
    });
  });

  test('does not go back, and old news change nothing', () => {
    expect(after('in-transit', 'accepted').state).toBe('in-transit');
    const failed = after('accepted', 'failed');
    expect(changeBy(failed, { state: 'in-transit', at: at(9), cost: null })).toBeNull();
  });

  test('whatever news come and in whatever order: what is over stays as it is', () => {
    const news = fc.record({
      state: fc.constantFrom(...codesOf(POSTAL_LABELS)),
      at: fc.integer({ min: 0, max: 50 }).map(at),
      cost: fc.option(fc.nat(100_000)),
    });
    fc.assert(
      fc.property(fc.array(news, { maxLength: 20 }), (all) => {
        const way = all.reduce<readonly Change[]>(
          (before, one) => [...before, changeBy(before.at(-1) ?? fresh, one) ?? before.at(-1) ?? fresh],
          [fresh],
        );
        const last = way.at(-1) ?? fresh;
        const firstEnd = way.find(({ state }) => isOver(state));
        expect(firstEnd === undefined || firstEnd === last).toBe(true);
        const under = way.filter(({ state }) => state !== 'created');
        expect(under.every(({ stateAt }, at) => stateAt >= (under[at - 1]?.stateAt ?? stateAt))).toBe(true);
        expect(last.deliveredAt === null).toBe(last.state !== 'delivered');
        const wasTaken = last.state !== 'created' && last.state !== 'cancelled';
        expect(last.acceptedAt !== null || !wasTaken).toBe(true);
      }),
    );
  });
});

describe('An order', () => {
  test('is known to the post by the number of its dossier, later ones by their own', () => {
    expect(orderNumber('A-0001', 'to-applicant', 1)).toBe('A-0001');
    expect(orderNumber('A-0001', 'to-applicant', 2)).toBe('A-0001-2');
    expect(orderNumber('A-0001', 'from-applicant', 1)).toBe('A-0001-T');
  });

  test('is not made for a result that the counter has not got in hand', () => {
    const handed = { state: 'done', isOnItsWay: true };
    expect(() => refuseTooEarly(handed, 'to-applicant')).toThrow('trên đường bàn giao');
  });

  test.each([
    ['a result before there is one', 'processing', 'to-applicant'],
    ['a result that was returned', 'returned', 'to-applicant'],
    ['papers when the result lies ready', 'done', 'from-applicant'],
  ] as const)('is not made for %s', (_what, state, direction) => {
    expect(() => refuseTooEarly({ state, isOnItsWay: false }, direction)).toThrow(/Hồ sơ/);
  });
});
