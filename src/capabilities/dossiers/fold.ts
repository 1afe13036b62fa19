import type { DossierEvent, PlannedStep } from './deeds.ts';
import type { DossierState, DossierStep, Handover } from './schema.ts';

type Received = Extract<DossierEvent, { kind: 'received' }>;
type Moved = Extract<DossierEvent, { kind: 'passed-on' | 'sent-back' }>;

/** The state that a whole history leads to. Throws when it does not begin with a reception: then it is damaged. */
export function replay(events: readonly DossierEvent[]): DossierState {
  const [first, ...rest] = events;
  if (first?.kind !== 'received') throw new Error('A dossier history begins with its reception');
  return rest.reduce(applyEvent, receive(first));
}

/** The state after one more event. Pure: the same history always leads to the same state. */
export function applyEvent(state: DossierState, event: DossierEvent): DossierState {
  return { ...change(state, event), sequence: event.sequence };
}

function change(state: DossierState, event: DossierEvent): DossierState {
  switch (event.kind) {
    case 'received':
      throw new Error(`Dossier ${state.number} was received twice`);
    case 'passed-on':
    case 'sent-back':
      return move(state, event);
    case 'custody-taken':
      return takeCustody(state, event.payload.position, event);
    case 'claimed':
    case 'assigned':
      return withStep(state, event.payload.position, { officerId: event.payload.officerId });
    case 'released':
      return withStep(state, event.payload.position, { officerId: null });
    case 'result-entered':
      return { ...state, result: { ...event.payload, enteredBy: actorOf(event), enteredAt: event.at } };
    case 'finished':
      return { ...state, phase: 'done', finishedAt: event.at, timeliness: event.payload.timeliness };
    case 'returned':
      return giveBack(state, event);
    case 'file-added':
    case 'file-removed':
    case 'disposed':
      return state;
  }
}

function receive(event: Received): DossierState {
  const { payload } = event;
  const steps = payload.steps.map((step, position) => planned(step, position));
  const state: DossierState = {
    number: payload.number,
    receivingUnitId: payload.receivingUnitId,
    phase: 'received',
    sequence: event.sequence,
    receivedAt: event.at,
    receivedBy: actorOf(event),
    dueAt: new Date(payload.dueAt),
    finishedAt: null,
    timeliness: null,
    returnedAt: null,
    steps,
    handovers: [],
    result: null,
  };
  return withStep(state, 0, {
    state: 'active',
    officerId: actorOf(event),
    startedAt: event.at,
    dueAt: new Date(payload.firstStepDueAt),
  });
}

function planned(step: PlannedStep, position: number): DossierStep {
  return {
    position,
    name: step.name,
    unitId: step.unitId,
    role: step.role,
    quotaMinutes: step.quotaMinutes,
    state: 'waiting',
    custody: 'held',
    officerId: null,
    sentBack: false,
    startedAt: null,
    dueAt: null,
    finishedAt: null,
    usedMinutes: 0,
  };
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
    ...entered,
    phase: 'processing',
    handovers: [...entered.handovers, ...handed],
    // A result found wrong at the counter is not finished: it counts again when it really lies ready.
    finishedAt: null,
    timeliness: null,
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
  };
}

function takeCustody(state: DossierState, position: number, event: DossierEvent): DossierState {
  const handovers = state.handovers.map((handover, index) =>
    index === state.handovers.length - 1 && handover.takenAt === null
      ? { ...handover, takenAt: event.at, takenBy: actorOf(event) }
      : handover,
  );
  return { ...withStep(state, position, { custody: 'held' }), handovers };
}

function giveBack(state: DossierState, event: Extract<DossierEvent, { kind: 'returned' }>): DossierState {
  const { position, usedMinutes } = event.payload;
  const closed = withStep(state, position, { state: 'done', finishedAt: event.at, usedMinutes });
  return { ...closed, phase: 'returned', returnedAt: event.at };
}

function withStep(state: DossierState, position: number, patch: Partial<DossierStep>): DossierState {
  const steps = state.steps.map((step) => (step.position === position ? { ...step, ...patch } : step));
  return { ...state, steps };
}

/** The step at a position; a history never names one that was not planned. */
export function stepAt(state: DossierState, position: number): DossierStep {
  const step = state.steps[position];
  if (!step) throw new Error(`Dossier ${state.number} has no step ${position}`);
  return step;
}

function actorOf(event: DossierEvent): number {
  if (event.officerId === null) throw new Error(`Event ${event.kind} has no officer`);
  return event.officerId;
}
