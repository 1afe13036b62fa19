import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begin, complete } from '#kernel/process/engine/engine.ts';
import { type Instance, waitingTokens } from '#kernel/process/engine/instance.ts';
import { recorded, type RecordedCall } from '#kernel/process/engine/replay.ts';
import { boundary, end, parallel, processOf, start, task } from '#kernel/process/process.fixture.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import type { PlannedStep } from '../deeds.ts';
import { applyMigrated, runOf } from '../run/fold.ts';
import type { RunningState } from '../run/rules.ts';
import type { DossierStep } from '../schema.ts';
import { activeSteps } from '../state.ts';
import { usedMinutes } from '../time.ts';
import { planMigration, type Target } from './plan.ts';

const HOURS = [
  { from: 420, to: 690 },
  { from: 810, to: 1020 },
];
const CALENDAR: WorkingCalendar = {
  weeks: [
    { validFrom: '2000-01-01', validTo: null, shiftsByWeekday: [[], HOURS, HOURS, HOURS, HOURS, HOURS, []] },
  ],
  specialDays: new Map(),
  minutesPerWorkingDay: 480,
  knownUntil: '2030-12-31',
};
const at = (text: string) => new Date(`${text}+07:00`);
const BEGUN = at('2020-05-04T08:00');
const CLOCK = { now: at('2020-05-04T10:00'), calendar: () => CALENDAR };
const DUE = at('2020-05-11T08:00');

const named = (id: string, name: string, quota = 240) => ({ ...task(id, quota), name });
const OLD = processOf(
  [start(), named('a', 'Tiếp nhận'), named('b', 'Thẩm định'), named('c', 'Phê duyệt'), end()],
  'start > a > b > c > end',
);

function planOf(definition: ProcessDefinition): readonly PlannedStep[] {
  return definition.nodes.flatMap((node) =>
    node.kind === 'user-task'
      ? [
          {
            node: node.id,
            name: node.name,
            unitId: 1,
            role: 'specialist' as const,
            quotaMinutes: node.quotaMinutes ?? 0,
          },
        ]
      : [],
  );
}

/** A dossier that has finished so many steps, the next ones begun at eight. */
function standing(definition: ProcessDefinition, done: readonly string[]): RunningState {
  const first = begin(definition, { decisions: [] });
  let instance: Instance = first.instance;
  const calls: RecordedCall[] = [recorded({ kind: 'begun' }, first)];
  for (const node of done) {
    const move = complete(definition, instance, { node, facts: {} });
    calls.push(recorded({ kind: 'completed', node }, move));
    ({ instance } = move);
  }
  const waiting = new Set(waitingTokens(instance).map(({ node }) => node));
  const steps = planOf(definition).map((step, position): DossierStep => {
    const state = waiting.has(step.node ?? '')
      ? 'active'
      : done.includes(step.node ?? '')
        ? 'done'
        : 'waiting';
    return {
      ...step,
      node: step.node ?? '',
      position,
      state,
      custody: 'held',
      officerId: state === 'active' ? 7 : null,
      sentBack: false,
      startedAt: state === 'waiting' ? null : BEGUN,
      dueAt: state === 'waiting' ? null : at('2020-05-04T15:00'),
      finishedAt: state === 'done' ? BEGUN : null,
      usedMinutes: state === 'done' ? 90 : 0,
    };
  });
  return {
    number: '1',
    receivingUnitId: 1,
    parentId: null,
    withdrawalAskedAt: null,
    reappointedAt: null,
    phase: 'processing',
    sequence: 1,
    receivedAt: BEGUN,
    receivedBy: 1,
    dueAt: DUE,
    finishedAt: null,
    timeliness: null,
    returnedAt: null,
    handovers: [],
    result: null,
    timers: [],
    pauses: [],
    closed: null,
    steps,
    run: runOf(1, calls, () => definition),
  };
}

const targetOf = (definition: ProcessDefinition, change: Partial<Target> = {}): Target => ({
  definitionId: 2,
  definition,
  steps: planOf(definition),
  dueAt: DUE,
  limitVersionId: null,
  mapping: {},
  reason: 'Quy trình mới',
  ...change,
});

function migrated(state: RunningState, target: Target) {
  const { deed, skipped } = planMigration(state, target, CLOCK);
  const event = { ...deed, sequence: 2, at: CLOCK.now, officerId: null };
  return { state: applyMigrated(state, event, () => target.definition), skipped, deed };
}

describe('a dossier goes on under another version', () => {
  const NEW = processOf(
    [
      start(),
      named('x1', 'Tiếp nhận'),
      named('x2', 'Kiểm tra'),
      named('x3', 'Thẩm định', 480),
      named('x4', 'Phê duyệt'),
      end(),
    ],
    'start > x1 > x2 > x3 > x4 > end',
  );

  test('at the step of the same name, with its officer and the time it has used', () => {
    const { state, skipped } = migrated(standing(OLD, ['a']), targetOf(NEW));
    const [step, ...others] = activeSteps(state);
    expect(others).toEqual([]);
    expect(step).toMatchObject({ node: 'x3', name: 'Thẩm định', officerId: 7, usedMinutes: 120 });
    // Two hours of eight are used: six are left from ten o'clock.
    expect(step?.dueAt).toEqual(at('2020-05-05T08:00'));
    expect(state.steps[0]).toMatchObject({ node: 'x1', state: 'done', usedMinutes: 90 });
    expect(skipped).toEqual(['Kiểm tra']);
  });

  test('where a person says so when nothing has the same name', () => {
    const other = processOf(
      [start(), named('y1', 'Nhận'), named('y2', 'Xét'), end()],
      'start > y1 > y2 > end',
    );
    expect(() => planMigration(standing(OLD, ['a']), targetOf(other), CLOCK)).toThrow(
      /không có bước tương ứng/,
    );
    const { state } = migrated(standing(OLD, ['a']), targetOf(other, { mapping: { b: 'y2' } }));
    expect(activeSteps(state)).toMatchObject([{ node: 'y2', usedMinutes: 120 }]);
    // What was done under the old version stays to be read.
    expect(state.steps.map(({ name, state: how }) => `${name} ${how}`)).toContain('Tiếp nhận done');
  });

  test('not while it stands still, is on its way, or has no place where all its work can go on', () => {
    const state = standing(OLD, ['a']);
    const paused = { ...state, pauses: [{ reason: 'decided' as const, from: BEGUN, to: null, until: null }] };
    expect(() => planMigration(paused, targetOf(NEW), CLOCK)).toThrow(/tạm dừng/);
    const handed = state.steps.map((step) => ({ ...step, custody: 'handed' as const }));
    expect(() => planMigration({ ...state, steps: handed }, targetOf(NEW), CLOCK)).toThrow(/bàn giao/);
    const both = processOf(
      [
        start(),
        parallel('p'),
        named('b', 'Thẩm định'),
        named('c', 'Lấy ý kiến'),
        parallel('q'),
        named('d', 'Ký'),
        end(),
      ],
      'start > p > b > q > d > end',
      'p > c > q',
    );
    const line = processOf(
      [start(), named('b', 'Thẩm định'), named('c', 'Lấy ý kiến'), named('d', 'Ký'), end()],
      'start > b > c > d > end',
    );
    expect(() => planMigration(standing(both, []), targetOf(line), CLOCK)).toThrow(/không thể cùng lúc/);
    const merged = targetOf(line, { mapping: { b: 'd', c: 'd' } });
    expect(() => planMigration(standing(both, []), merged, CLOCK)).toThrow(/cùng lúc không thể cùng thành/);
    expect(activeSteps(migrated(standing(both, ['c']), targetOf(line, { mapping: {} })).state)).toMatchObject(
      [{ node: 'b' }],
    );
  });

  test('with timers that count what was waited, and none that has gone off already', () => {
    const watched = processOf(
      [
        start(),
        named('b', 'Thẩm định'),
        boundary('late', 'b', false),
        named('c', 'Báo'),
        named('d', 'Ký'),
        end(),
      ],
      'start > b > d > end',
      'late > c > d',
    );
    const plain = processOf(
      [start(), named('b', 'Thẩm định'), named('d', 'Ký'), end()],
      'start > b > d > end',
    );
    const { deed } = migrated(standing(plain, []), targetOf(watched));
    // Four hours after eight with the break of noon, however late it moved.
    expect(deed.payload.timers).toMatchObject([
      { node: 'late', dueAt: at('2020-05-04T14:00').toISOString() },
    ]);
  });
});

const orders = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 2 });

test('no token is lost, no time is forgotten, and no step that was worked on begins anew', () => {
  fc.assert(
    fc.property(orders, orders, fc.nat(4), (before, after, done) => {
      const line = (ids: readonly string[]) =>
        processOf(
          [start(), ...ids.map((id) => named(`n-${id}`, `Bước ${id}`)), end()],
          ['start', ...ids.map((id) => `n-${id}`), 'end'].join(' > '),
        );
      const state = standing(
        line(before),
        before.slice(0, done % before.length).map((id) => `n-${id}`),
      );
      const [now] = activeSteps(state);
      const target = targetOf(line(after));
      fc.pre(target.steps.some(({ node }) => node === now?.node));
      const next = migrated(state, target).state;
      expect(activeSteps(next).map(({ node }) => node)).toEqual([now?.node]);
      expect(waitingTokens(next.run?.instance ?? state.run.instance)).toHaveLength(1);
      const used = (steps: readonly DossierStep[], from: RunningState | typeof next) =>
        steps.reduce((sum, step) => sum + usedMinutes(from, step, CLOCK), 0);
      expect(used(next.steps, next)).toBe(used(state.steps, state));
    }),
  );
});
