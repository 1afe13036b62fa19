import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#kernel/local-date.ts';
import { successorsOf, treeOn } from '../rules.ts';
import type { UnitSuccession, UnitVersion } from '../schema.ts';
import { actOn, creation, standingOn } from './acts.fixture.ts';
import { applyAct, NO_ORGANISATION, replayActs } from './rules.ts';
import type { ActDraft, Organisation, UnitChange } from './schema.ts';

const CODES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const code = fc.constantFrom(...CODES);
const parent = fc.option(code, { nil: null, freq: 2 });

const change: fc.Arbitrary<UnitChange> = fc.oneof(
  fc.record({ code, parent }).map(({ code, parent }) => creation(code, { parent })),
  code.map((code): UnitChange => ({ kind: 'rename', code, name: `Tên mới ${code}`, shortName: code })),
  fc.record({ kind: fc.constant('move' as const), code, parent }),
  fc.record({
    kind: fc.constant('merge' as const),
    from: fc.uniqueArray(code, { minLength: 1, maxLength: 3 }),
    into: code,
  }),
  fc.record({
    kind: fc.constant('split' as const),
    code,
    into: fc.uniqueArray(code, { minLength: 2, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('abolish' as const),
    code,
    successors: fc.uniqueArray(code, { minLength: 1, maxLength: 2 }),
  }),
);

/** Random acts of which those that the rules refuse are left out: whatever remains must be sound. */
const history = fc
  .array(fc.record({ day: fc.nat(12), changes: fc.array(change, { minLength: 1, maxLength: 4 }) }), {
    minLength: 4,
    maxLength: 40,
  })
  .map((drafts) => {
    const acts = drafts.map(({ day, changes }, index) =>
      actOn(addDays('2020-01-01', day), changes, `act-${index}`),
    );
    return acceptedOf(acts.toSorted((one, other) => one.effectiveOn.localeCompare(other.effectiveOn)));
  });

function acceptedOf(acts: readonly ActDraft[]): { acts: readonly ActDraft[]; organisation: Organisation } {
  const accepted: ActDraft[] = [];
  let organisation = NO_ORGANISATION;
  for (const act of acts) {
    const outcome = applyAct(organisation, act);
    if ('problems' in outcome) continue;
    accepted.push(act);
    organisation = outcome.organisation;
  }
  return { acts: accepted, organisation };
}

const DAYS = Array.from({ length: 14 }, (_, day) => addDays('2020-01-01', day));

describe('whatever acts are accepted', () => {
  test('the periods of a unit never overlap', () => {
    fc.assert(
      fc.property(history, ({ organisation }) => {
        for (const unit of CODES) {
          const periods = organisation.periods
            .filter((period) => period.code === unit)
            .toSorted((one, other) => one.validFrom.localeCompare(other.validFrom));
          periods.forEach((period, index) => {
            const next = periods[index + 1];
            expect(period.validTo === null || period.validFrom < period.validTo).toBe(true);
            expect(next === undefined || isUntil(period.validTo, next.validFrom)).toBe(true);
          });
        }
      }),
    );
  });

  test('a tree on any date has no orphan and no circle', () => {
    fc.assert(
      fc.property(history, ({ organisation }) => {
        for (const day of DAYS) {
          const standing = standingOn(organisation, day);
          for (const unit of standing.values()) {
            let steps = 0;
            for (let above = unit.parent; above !== null; above = standing.get(above)?.parent ?? null) {
              expect(standing.has(above)).toBe(true);
              steps += 1;
              expect(steps).toBeLessThanOrEqual(CODES.length);
            }
          }
        }
      }),
    );
  });
});

describe('whatever acts are accepted, their successions', () => {
  test('have no circle', () => {
    fc.assert(
      fc.property(history, ({ organisation }) => {
        for (const unit of CODES) expect(reachable(organisation, unit)).not.toContain(unit);
      }),
    );
  });

  test('leave the work of every unit that ended to somebody', () => {
    fc.assert(
      fc.property(history, ({ organisation }) => {
        const { versions, successions } = numbered(organisation);
        for (const day of DAYS) {
          const tree = treeOn(versions, day);
          const begun = versions.filter((version) => version.validFrom <= day);
          for (const { unitId } of begun) {
            const heirs = successorsOf(tree, successions, unitId);
            expect(heirs.length).toBeGreaterThan(0);
            expect(heirs.every((heir) => tree.units.has(heir.id))).toBe(true);
          }
        }
      }),
    );
  });

  test('come out the same when the acts are replayed', () => {
    fc.assert(
      fc.property(history, ({ acts, organisation }) => {
        expect(replayActs(acts)).toEqual({ organisation });
      }),
    );
  });
});

function isUntil(end: string | null, start: string): boolean {
  return end !== null && end <= start;
}

function reachable(organisation: Organisation, from: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (unit: string): void => {
    for (const { predecessor, successor } of organisation.successions) {
      if (predecessor !== unit || seen.has(successor)) continue;
      seen.add(successor);
      visit(successor);
    }
  };
  visit(from);
  return seen;
}

/** The organisation with places in `CODES` as identifiers, as the database would have it. */
function numbered(organisation: Organisation): {
  versions: readonly UnitVersion[];
  successions: readonly UnitSuccession[];
} {
  const versions = organisation.periods.map(({ parent, act: _act, ...period }, id) => ({
    ...period,
    id,
    unitId: CODES.indexOf(period.code),
    parentId: parent === null ? null : CODES.indexOf(parent),
    actId: 0,
    address: '',
    phone: '',
  }));
  const successions = organisation.successions.map(({ predecessor, successor, effectiveOn }) => ({
    predecessorId: CODES.indexOf(predecessor),
    successorId: CODES.indexOf(successor),
    actId: 0,
    effectiveOn,
  }));
  return { versions, successions };
}
