import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workingMinutesBetween } from '#kernel/working-time/arithmetic.ts';
import { computeDue } from '#kernel/working-time/due.ts';
import { anyCalendar, anyInstant } from '#kernel/working-time/oracle.fixture.ts';
import { at, office, special } from '#kernel/working-time/office.fixture.ts';
import type { DossierState, DossierStep, Pause } from '../schema.ts';
import { duesAfterExtension, duesAfterWaiting } from './dues.ts';
import { clockSums } from './story.ts';

const LIMIT = { unit: 'working-day', value: 3 } as const;
const UNIT = 1;

function step(over: Partial<DossierStep>): DossierStep {
  return {
    position: 0,
    node: 'step-1',
    name: 'Thẩm tra',
    unitId: UNIT,
    role: 'specialist',
    quotaMinutes: 480,
    state: 'active',
    custody: 'held',
    officerId: null,
    sentBack: false,
    startedAt: null,
    dueAt: null,
    finishedAt: null,
    usedMinutes: 0,
    ...over,
  };
}

type Running = Pick<DossierState, 'pauses' | 'dueAt' | 'receivingUnitId' | 'steps' | 'timers'>;

function running(dueAt: Date, over: Partial<Running> = {}): Running {
  return { pauses: [], dueAt, receivingUnitId: UNIT, steps: [], timers: [], ...over };
}

const open = (from: Date): Pause => ({ reason: 'supplement', from, to: null, until: null });

/** Instants of whole minutes, in order. */
const instants = (count: number) =>
  fc
    .array(anyInstant, { minLength: count, maxLength: count })
    .map((found) => found.toSorted((a, b) => a.getTime() - b.getTime()));

describe('time that does not count', () => {
  test('moves the dossier and its steps by exactly the working time that was waited', () => {
    fc.assert(
      fc.property(anyCalendar, instants(3), (calendar, [received, pausedAt, now]) => {
        if (!received || !pausedAt || !now) return;
        const { dueAt, explanation } = computeDue(calendar, received, LIMIT);
        const state = running(dueAt, {
          pauses: [open(pausedAt)],
          steps: [step({ startedAt: received, dueAt })],
        });
        const moved = duesAfterWaiting(state, { now, calendar: () => calendar, explanation });
        const waited = workingMinutesBetween(calendar, pausedAt, now);
        const due = new Date(moved?.dues.dueAt ?? 0);
        expect(moved?.minutes).toBe(waited);
        expect(workingMinutesBetween(calendar, dueAt, due)).toBe(waited);
        expect(moved?.dues.steps).toEqual([{ position: 0, dueAt: moved?.dues.dueAt }]);
        expect(moved?.explanation.pauses.at(-1)?.minutes).toBe(waited);
      }),
    );
  });

  test('skips a holiday and counts a Saturday that is worked for it', () => {
    const calendar = office([special('2020-04-30', 'holiday'), special('2020-05-02', 'swap-work')]);
    const { dueAt, explanation } = computeDue(calendar, at('2020-04-28 08:00'), LIMIT);
    const state = running(dueAt, { pauses: [open(at('2020-04-29 08:00'))] });
    const moved = duesAfterWaiting(state, {
      now: at('2020-05-04 08:00'),
      calendar: () => calendar,
      explanation,
    });
    // Waited: Wednesday, Friday and the worked Saturday; not the holiday.
    expect(moved?.minutes).toBe(3 * 480);
    expect(moved?.explanation.dueAt).toBe(moved && localOf(moved.dues.dueAt));
  });

  test('moves a step that began during the pause by its own waiting alone', () => {
    const calendar = office([]);
    const { dueAt, explanation } = computeDue(calendar, at('2020-04-28 08:00'), LIMIT);
    const began = at('2020-04-29 13:30');
    const state = running(dueAt, {
      pauses: [open(at('2020-04-29 08:00'))],
      steps: [step({ startedAt: began, dueAt: at('2020-04-30 13:30') })],
    });
    const now = at('2020-04-30 08:00');
    const moved = duesAfterWaiting(state, { now, calendar: () => calendar, explanation });
    const own = new Date(moved?.dues.steps[0]?.dueAt ?? 0);
    expect(workingMinutesBetween(calendar, at('2020-04-30 13:30'), own)).toBe(
      workingMinutesBetween(calendar, began, now),
    );
  });

  test('is nothing while the clock runs', () => {
    const calendar = office([]);
    const { dueAt, explanation } = computeDue(calendar, at('2020-04-28 08:00'), LIMIT);
    const now = at('2020-04-29 08:00');
    expect(duesAfterWaiting(running(dueAt), { now, calendar: () => calendar, explanation })).toBeNull();
  });
});

test('an extension adds exactly the working time granted, and says so', () => {
  fc.assert(
    fc.property(
      anyCalendar,
      instants(2),
      fc.integer({ min: 1, max: 5000 }),
      (calendar, [received, now], minutes) => {
        if (!received || !now) return;
        const { dueAt, explanation } = computeDue(calendar, received, LIMIT);
        const situation = { now, calendar: () => calendar, explanation };
        const moved = duesAfterExtension(running(dueAt), { minutes, reason: 'xác minh' }, situation);
        expect(workingMinutesBetween(calendar, dueAt, new Date(moved.dues.dueAt))).toBe(minutes);
        expect(moved.explanation.extensions).toHaveLength(1);
      },
    ),
  );
});

test('counted and paused working time are the whole span, whatever the pauses', () => {
  fc.assert(
    fc.property(anyCalendar, instants(8), fc.boolean(), (calendar, found, ended) => {
      const [receivedAt, a, b, c, d, e, f, now] = found;
      if (!receivedAt || !a || !b || !c || !d || !e || !f || !now) return;
      const pauses: Pause[] = [
        { ...open(a), to: b },
        { ...open(c), to: d },
        { ...open(e), to: ended ? f : null },
      ];
      const sums = clockSums({ receivedAt, finishedAt: null, closed: null, pauses }, now, calendar);
      expect(sums.counted + sums.paused).toBe(workingMinutesBetween(calendar, receivedAt, now));
    }),
  );
});

function localOf(iso: string): string {
  return new Date(new Date(iso).getTime() + 7 * 3_600_000).toISOString().replace('.000Z', '+07:00');
}
