/** The clock of a dossier as its history tells it: standing still, running again, stopped for good. */
import type { DossierEvent, Dues } from '../deeds.ts';
import { applyMoves, withTimers } from '../run/fold.ts';
import type { DossierState } from '../schema.ts';
import { withStep } from '../state.ts';

type EventOf<Kind extends DossierEvent['kind']> = Extract<DossierEvent, { kind: Kind }>;

export function applyPaused(state: DossierState, event: EventOf<'paused'>): DossierState {
  const { reason, until = null } = event.payload;
  const pause = { reason, from: event.at, to: null, until };
  return { ...state, pauses: [...state.pauses, pause] };
}

export function applyResumed(state: DossierState, { payload, at }: EventOf<'resumed'>): DossierState {
  const pauses = state.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause));
  return withDues({ ...state, pauses }, payload);
}

export function applyExtended(state: DossierState, { payload }: EventOf<'extended'>): DossierState {
  return withDues(state, payload);
}

export function applyReappointed(state: DossierState, { payload }: EventOf<'reappointed'>): DossierState {
  return { ...state, reappointedAt: new Date(payload.promisedAt) };
}

/** A wish to withdraw stands until somebody answers it. */
export function applyProposed(state: DossierState, { payload, at }: EventOf<'proposed'>): DossierState {
  return payload.what === 'withdrawal' ? { ...state, withdrawalAskedAt: at } : state;
}

export function applyDecided(state: DossierState, { payload }: EventOf<'proposal-decided'>): DossierState {
  return payload.what === 'withdrawal' ? { ...state, withdrawalAskedAt: null } : state;
}

/** New instants of what is due. */
export function withDues(state: DossierState, { dueAt, steps, timers }: Dues): DossierState {
  const moved = steps.reduce<DossierState>(
    (next, step) => withStep(next, step.position, { dueAt: new Date(step.dueAt) }),
    { ...state, dueAt: new Date(dueAt) },
  );
  return withTimers(moved, timers);
}

/** Ends without a result: no pause, no timer and no step goes on. */
export function applyClosed(state: DossierState, event: EventOf<'closed'>): DossierState {
  const { payload, at } = event;
  const pauses = state.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause));
  const ended = applyMoves({ ...state, pauses }, event, payload);
  return { ...ended, phase: 'closed', timers: [], withdrawalAskedAt: null, closed: { how: payload.how, at } };
}
