import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import type { Role } from '#foundation/access/roles.ts';
import type { Actor } from '#foundation/context.ts';
import { starterCalendar } from '#starter/calendar/starter-calendar.ts';
import type { DossierDeed, DossierEvent } from './deeds.ts';
import { applyEvent, plannedState, replay } from './fold.ts';
import { processOfSteps } from '#kernel/process/table/straight-line.ts';
import { decideClaim, decideRelease, decideResult, decideTakeCustody } from './rules.ts';
import { beginning } from './run/moves.ts';
import { decidePassOn, decideReturn, decideSendBack, type MovingSituation } from './run/rules.ts';
import type { DossierState } from './schema.ts';
import { activeStep } from './state.ts';
import { timelinessOf } from './time.ts';

const DUE = new Date('2020-05-05T15:20:00+07:00');

describe('early, on time, late', () => {
  test.each([
    ['2020-05-04T17:00:00+07:00', 'early'],
    ['2020-05-05T07:00:00+07:00', 'on-time'],
    ['2020-05-05T15:20:00+07:00', 'on-time'],
    ['2020-05-05T15:20:01+07:00', 'late'],
    ['2020-05-04T23:59:00+07:00', 'early'],
  ])('done at %s is %s', (at, expected) => {
    expect(timelinessOf(DUE, new Date(at))).toBe(expected);
  });
});

const [COMMUNE, DISTRICT] = [1, 2];
const STEPS: readonly (readonly [number, Role])[] = [
  [COMMUNE, 'one-stop'],
  [COMMUNE, 'specialist'],
  [DISTRICT, 'specialist'],
  [DISTRICT, 'chairman'],
  [COMMUNE, 'one-stop'],
];

type Received = Extract<DossierEvent, { kind: 'received' }>;

const DEFINITION = processOfSteps(
  { id: 'straight', name: 'Năm bước' },
  STEPS.map(([unitId, role]) => ({
    name: `${unitId} ${role}`,
    place: { scope: 'planned', function: null, role },
    workingHours: 2,
  })),
);
const definitions = () => DEFINITION;

const PLANNED: Received = {
  kind: 'received',
  sequence: 1,
  at: new Date('2020-04-28T08:00:00+07:00'),
  officerId: 10,
  payload: {
    number: '000.17.22.H08-200428-0001',
    procedureVersionId: 1,
    receivingUnitId: COMMUNE,
    channel: 'counter',
    returnMethod: 'counter',
    dueAt: DUE.toISOString(),
    firstStepDueAt: '2020-04-28T02:00:00.000Z',
    copies: 1,
    papers: [],
    fees: [],
    steps: STEPS.map(([unitId, role], index) => ({
      node: `step-${index + 1}`,
      name: `${unitId} ${role}`,
      unitId,
      role,
      quotaMinutes: 120,
    })),
  },
};

const BEGUN = beginning(plannedState(PLANNED), DEFINITION, {
  now: PLANNED.at,
  calendar: () => starterCalendar,
  facts: {},
  officerOf: () => 10,
});
const RECEIVED: Received = {
  ...PLANNED,
  payload: { ...PLANNED.payload, process: { definitionId: 1, ...BEGUN.moves } },
};

type Act = 'pass-on' | 'send-back' | 'take' | 'claim' | 'release' | 'result' | 'return';
type Move = {
  readonly act: Act;
  readonly officerId: number;
  readonly unitId: number;
  readonly role: Role;
  readonly minutes: number;
  /** Mostly the one whose step it is acts, so that dossiers get somewhere. */
  readonly isStranger: boolean;
};

const move = fc.record({
  act: fc.constantFrom<Act>(
    'pass-on',
    'pass-on',
    'send-back',
    'take',
    'claim',
    'release',
    'result',
    'return',
  ),
  officerId: fc.constantFrom(10, 10, 10, 11),
  unitId: fc.constantFrom(COMMUNE, DISTRICT),
  role: fc.constantFrom<Role>('one-stop', 'specialist', 'chairman'),
  minutes: fc.integer({ min: 0, max: 2000 }),
  isStranger: fc.boolean(),
});

function decide(
  before: DossierState,
  { act, officerId }: Move,
  situation: MovingSituation,
): readonly DossierDeed[] {
  const { run } = before;
  if (run === null) throw new Error('It began on a process');
  const state = { ...before, run };
  const reference = { number: state.number, sequence: state.sequence };
  switch (act) {
    case 'pass-on':
      return decidePassOn(state, { note: '', officerId: null }, situation).deeds;
    case 'send-back':
      return [decideSendBack(state, { reason: 'Thiếu chữ ký' }, situation)];
    case 'take':
      return [decideTakeCustody(state, { note: '' }, situation)];
    case 'claim':
      return [decideClaim(state, situation)];
    case 'release':
      return [decideRelease(state, situation)];
    case 'result': {
      const result = {
        outcome: 'granted',
        title: `Kết quả ${officerId}`,
        documentNumber: '',
        reason: '',
      } as const;
      return [decideResult(state, { ...reference, ...result, issuedOn: '2020-04-28' }, situation)];
    }
    case 'return':
      return decideReturn(state, { acknowledgement: 'signed' }, situation).deeds;
  }
}

function situationOf(state: DossierState, one: Move, now: Date): MovingSituation {
  const step = activeStep(state);
  const { unitId, role } = one.isStranger || !step ? one : step;
  const { officerId } = one;
  const post = { postId: 1, title: '', roles: [role], unitId, substitutesFor: null };
  const actor: Actor = {
    accountId: 1,
    officerId,
    name: '',
    post,
    posts: [post],
    mustChangePassword: false,
    secondFactor: { hasFactor: false, requiredRoles: [] },
  };
  return { actor, units: [unitId], now, calendar: () => starterCalendar, facts: {} };
}

/** Plays moves one after the other; what is refused changes nothing. */
function play(moves: readonly Move[]): {
  readonly events: readonly DossierEvent[];
  readonly state: DossierState;
} {
  const events: DossierEvent[] = [RECEIVED];
  let state = replay(events, definitions);
  let now = RECEIVED.at;
  for (const one of moves) {
    now = new Date(now.getTime() + one.minutes * 60_000);
    try {
      for (const deed of decide(state, one, situationOf(state, one, now))) {
        const event: DossierEvent = {
          ...deed,
          sequence: state.sequence + 1,
          at: now,
          officerId: one.officerId,
        };
        events.push(event);
        state = applyEvent(state, event, definitions);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { events, state };
}

describe('whatever people try, in whatever order', () => {
  test('some dossiers get all the way, and some go back and forth', () => {
    const played = fc.sample(fc.array(move, { minLength: 60, maxLength: 80 }), 200).map(play);
    expect(played.some(({ state }) => state.phase === 'returned')).toBe(true);
    expect(played.some(({ events }) => events.some((event) => event.kind === 'moved-back'))).toBe(true);
  });

  test('the state is what the history replays to', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
        const { events, state } = play(moves);
        expect(replay(events, definitions)).toEqual(state);
      }),
    );
  });

  test('one step is active until the result is returned, and papers on their way belong to it alone', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 80 }), (moves) => {
        const { state } = play(moves);
        const active = state.steps.filter((step) => step.state === 'active');
        expect(active.length).toBe(state.phase === 'returned' ? 0 : 1);
        expect(state.steps.filter((step) => step.custody === 'handed' && step.state !== 'active')).toEqual(
          [],
        );
        const position = activeStep(state)?.position ?? STEPS.length;
        for (const step of state.steps) {
          expect(step.state).toBe(
            step.position < position ? 'done' : step.position === position ? 'active' : 'waiting',
          );
        }
      }),
    );
  });

  test('early, on time or late is known exactly while the result lies ready or was returned, and needs a result', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 80 }), (moves) => {
        const { state } = play(moves);
        const isFinished = state.phase === 'done' || state.phase === 'returned';
        expect(state.timeliness !== null).toBe(isFinished);
        expect(isFinished && state.result === null).toBe(false);
        const judged = state.finishedAt ? timelinessOf(state.dueAt, state.finishedAt) : null;
        expect(state.timeliness).toBe(judged);
        expect(state.dueAt).toEqual(DUE);
      }),
    );
  });

  test('papers cross between units as often as the active step does, each crossing taken before the next', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 80 }), (moves) => {
        const { state } = play(moves);
        const open = state.handovers.filter((handover) => handover.takenAt === null);
        expect(open.length).toBe(activeStep(state)?.custody === 'handed' ? 1 : 0);
        for (const { fromUnitId, toUnitId } of state.handovers) expect(fromUnitId).not.toBe(toUnitId);
      }),
    );
  });
});
