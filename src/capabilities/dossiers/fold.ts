import {
  applyClosed,
  applyDecided,
  applyExtended,
  applyPaused,
  applyProposed,
  applyReappointed,
  applyResumed,
  withDues,
} from './clock/fold.ts';
import type { DossierEvent, PlannedStep } from './deeds.ts';
import {
  applyAdopted,
  applyMigrated,
  applyMoves,
  type Definitions,
  runOf,
  untouched,
  withTimers,
} from './run/fold.ts';
import type { DossierState, DossierStep, Handover } from './schema.ts';
import { stepAt, withOpenHandover, withStep } from './state.ts';
import { isUnitDeed } from './custody/deeds.ts';
import { applyUnitDeed } from './custody/fold.ts';

type Received = Extract<DossierEvent, { kind: 'received' }>;
type Moved = Extract<DossierEvent, { kind: 'passed-on' | 'sent-back' }>;

/** The state that a whole history leads to. Throws when it does not begin with a reception: then it is damaged. */
export function replay(events: readonly DossierEvent[], definitions: Definitions): DossierState {
  const [first, ...rest] = events;
  if (first?.kind !== 'received') throw new Error('A dossier history begins with its reception');
  return rest.reduce((state, event) => applyEvent(state, event, definitions), receive(first, definitions));
}

/** The state after one more event. Pure: the same history always leads to the same state. */
export function applyEvent(state: DossierState, event: DossierEvent, definitions: Definitions): DossierState {
  return { ...change(state, event, definitions), sequence: event.sequence };
}

function change(state: DossierState, event: DossierEvent, definitions: Definitions): DossierState {
  if (isUnitDeed(event)) return applyUnitDeed(state, event);
  if (isOfClock(event)) return changeClock(state, event);
  switch (event.kind) {
    case 'received':
      throw new Error(`Dossier ${state.number} was received twice`);
    case 'advanced':
    case 'moved-back':
      return unfinished(applyMoves(state, event, event.payload));
    case 'adopted':
      return applyAdopted(state, event, definitions);
    case 'migrated':
      return applyMigrated(state, event, definitions);
    case 'passed-on':
    case 'sent-back':
      return move(state, event);
    case 'result-entered':
      return { ...state, result: { ...event.payload, enteredBy: actorOf(event), enteredAt: event.at } };
    case 'finished':
      return { ...state, phase: 'done', finishedAt: event.at, timeliness: event.payload.timeliness };
    case 'returned':
      return giveBack(state, event);
    case 'custody-taken':
    case 'claimed':
    case 'assigned':
    case 'released':
      return handle(state, event);
  }
}

type Handled = Extract<DossierEvent, { kind: 'custody-taken' | 'claimed' | 'assigned' | 'released' }>;

/** Who has a step and its papers in hand. */
function handle(state: DossierState, event: Handled): DossierState {
  const { position } = event.payload;
  switch (event.kind) {
    case 'custody-taken':
      return takeCustody(state, position, event);
    case 'claimed':
    case 'assigned':
      return withStep(state, position, { officerId: event.payload.officerId });
    case 'released':
      return withStep(state, position, { officerId: null });
  }
}

/** What moves what is due, or nothing of the state. */
const OF_CLOCK = {
  paused: true,
  resumed: true,
  closed: true,
  extended: true,
  'due-moved': true,
  reappointed: true,
  proposed: true,
  'proposal-decided': true,
  'late-explained': true,
  'supplement-received': true,
  'letter-issued': true,
  corrected: true,
  'answers-changed': true,
  'obligation-told': true,
  'file-added': true,
  'file-removed': true,
  disposed: true,
} as const;
type OfClock = Extract<DossierEvent, { kind: keyof typeof OF_CLOCK }>;

function isOfClock(event: DossierEvent): event is OfClock {
  return event.kind in OF_CLOCK;
}

/** What stands still and what is due; the rest of what can happen leaves the state as it is. */
function changeClock(state: DossierState, event: OfClock): DossierState {
  switch (event.kind) {
    case 'paused':
      return applyPaused(state, event);
    case 'resumed':
      return applyResumed(state, event);
    case 'closed':
      return applyClosed(state, event);
    case 'extended':
      return applyExtended(state, event);
    case 'due-moved':
      return withDues(state, event.payload);
    case 'reappointed':
      return applyReappointed(state, event);
    case 'proposed':
      return applyProposed(state, event);
    case 'proposal-decided':
      return applyDecided(state, event);
    case 'late-explained':
    case 'supplement-received':
    case 'letter-issued':
    case 'corrected':
    case 'answers-changed':
    case 'obligation-told':
    case 'file-added':
    case 'file-removed':
    case 'disposed':
      return state;
  }
}

/** A result found wrong at the counter is not finished: it counts again when it really lies ready. */
function unfinished(state: DossierState): DossierState {
  return { ...state, phase: 'processing', finishedAt: null, timeliness: null };
}

/** A dossier with its steps planned and nothing begun. */
export function plannedState(event: Received): DossierState {
  const { payload } = event;
  return {
    number: payload.number,
    parentId: payload.parent?.id ?? null,
    receivingUnitId: payload.receivingUnitId,
    phase: 'received',
    sequence: event.sequence,
    receivedAt: payload.earlier ? new Date(payload.earlier.receivedAt) : event.at,
    receivedBy: payload.parent?.officerId ?? actorOf(event),
    dueAt: new Date(payload.dueAt),
    finishedAt: null,
    timeliness: null,
    returnedAt: null,
    steps: payload.steps.map((step, position) => planned(step, position)),
    handovers: [],
    result: null,
    run: null,
    timers: [],
    pauses: [],
    closed: null,
    withdrawalAskedAt: null,
    reappointedAt: null,
  };
}

function receive(event: Received, definitions: Definitions): DossierState {
  const { payload } = event;
  const state = plannedState(event);
  if (payload.process !== undefined) {
    const { definitionId, ...moves } = payload.process;
    const begun = applyMoves(state, event, { ...moves, calls: [] });
    return withTimers({ ...begun, run: runOf(definitionId, moves.calls, definitions) }, moves.timers);
  }
  return withStep(state, 0, {
    state: 'active',
    officerId: actorOf(event),
    startedAt: event.at,
    dueAt: new Date(payload.firstStepDueAt),
  });
}

function planned({ node = '', ...step }: PlannedStep, position: number): DossierStep {
  return untouched({ position, node, ...step });
}

/** Forward or back: one step ends, another begins, and between two units the papers are on their way. */
function move(state: DossierState, event: Moved): DossierState {
  const { from, to, usedMinutes, stepDueAt, officerId, handover } = event.payload;
  const back = event.kind === 'sent-back';
  const left = withStep(state, from, {
    state: back ? 'waiting' : 'done',
    finishedAt: back ? null : event.at,
    usedMinutes,
    sentBack: false,
    custody: 'held',
  });
  const entered = withStep(left, to, {
    state: 'active',
    startedAt: event.at,
    finishedAt: null,
    dueAt: new Date(stepDueAt),
    officerId,
    sentBack: back,
    custody: handover ? 'handed' : 'held',
  });
  const handed = handover ? [handoverOf(state, event, handover.timeliness)] : [];
  return {
    ...unfinished(entered),
    handovers: [...entered.handovers, ...handed],
  };
}

function handoverOf(state: DossierState, event: Moved, timeliness: Handover['timeliness']): Handover {
  return {
    fromUnitId: stepAt(state, event.payload.from).unitId,
    toUnitId: stepAt(state, event.payload.to).unitId,
    handedBy: actorOf(event),
    handedAt: event.at,
    takenBy: null,
    takenAt: null,
    timeliness,
    note: event.kind === 'passed-on' ? event.payload.note : event.payload.reason,
    endedHow: null,
    papers: null,
  };
}

function takeCustody(state: DossierState, position: number, event: DossierEvent): DossierState {
  const taken = { takenAt: event.at, takenBy: actorOf(event) };
  return withOpenHandover(withStep(state, position, { custody: 'held' }), taken);
}

function giveBack(state: DossierState, event: Extract<DossierEvent, { kind: 'returned' }>): DossierState {
  const { position, usedMinutes, calls = [] } = event.payload;
  const moves = { calls, left: [{ position, usedMinutes, how: 'done' as const }], entered: [], timers: [] };
  const closed = applyMoves(state, event, moves);
  return { ...closed, phase: 'returned', returnedAt: event.at };
}

function actorOf(event: DossierEvent): number {
  if (event.officerId === null) throw new Error(`Event ${event.kind} has no officer`);
  return event.officerId;
}
