/** The clock of a dossier as its history tells it: standing still, running again, stopped for good. */
import type { DossierEvent } from '../deeds.ts';
import { applyMoves, withTimers } from '../run/fold.ts';
import type { DossierState } from '../schema.ts';
import { withStep } from '../state.ts';

type EventOf<Kind extends DossierEvent['kind']> = Extract<DossierEvent, { kind: Kind }>;

export function applyPaused(state: DossierState, event: EventOf<'paused'>): DossierState {
  const pause = { reason: event.payload.reason, from: event.at, to: null };
  return { ...state, pauses: [...state.pauses, pause] };
}

export function applyResumed(state: DossierState, { payload, at }: EventOf<'resumed'>): DossierState {
  const pauses = state.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause));
  const moved = payload.steps.reduce<DossierState>(
    (next, { position, dueAt }) => withStep(next, position, { dueAt: new Date(dueAt) }),
    { ...state, pauses, dueAt: new Date(payload.dueAt) },
  );
  return withTimers(moved, payload.timers);
}

/** Ends without a result: no pause, no timer and no step goes on. */
export function applyClosed(state: DossierState, event: EventOf<'closed'>): DossierState {
  const { payload, at } = event;
  const pauses = state.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause));
  const ended = applyMoves({ ...state, pauses }, event, payload);
  return { ...ended, phase: 'closed', timers: [], closed: { how: payload.how, at } };
}
