/** Papers between units as the history tells it. */
import type { DossierEvent } from '../deeds.ts';
import type { DossierState } from '../schema.ts';
import { withOpenHandover } from '../state.ts';
import type { UnitDeed } from './deeds.ts';

export type UnitEvent = Extract<DossierEvent, { kind: UnitDeed['kind'] }>;

/** Only what becomes of the handover under way is part of the state; opinions, links and notes are rows beside it. */
export function applyUnitDeed(state: DossierState, event: UnitEvent): DossierState {
  if (event.kind === 'handover-listed') return withOpenHandover(state, { papers: event.payload.papers });
  return event.kind === 'handover-refused' ? withOpenHandover(state, { endedHow: 'refused' }) : state;
}
