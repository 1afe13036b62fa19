/** What the clock of a dossier went through, from its history: for officers with names, for the applicant without. Pure. */
import { workingMinutesBetween } from '#kernel/working-time/arithmetic.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import type { DossierEvent } from '../deeds.ts';
import type { DossierState } from '../schema.ts';
import { pausedMinutes } from '../time.ts';

/** Deeds that change when something is due, or whether time counts at all. */
const OF_THE_CLOCK = [
  'received',
  'paused',
  'resumed',
  'extended',
  'reappointed',
  'late-explained',
  'supplement-received',
  'due-moved',
  'migrated',
  'closed',
  'finished',
] as const satisfies readonly DossierEvent['kind'][];

export type ClockEvent = Extract<DossierEvent, { kind: (typeof OF_THE_CLOCK)[number] }>;

export function isOfTheClock<Event extends DossierEvent>(event: Event): event is Event & ClockEvent {
  return (OF_THE_CLOCK as readonly string[]).includes(event.kind);
}

/** How often something was done to the clock so far. */
export type ClockCounts = {
  readonly supplements: number;
  readonly extensions: number;
  readonly reappointments: number;
};

export function clockCounts(events: readonly DossierEvent[]): ClockCounts {
  const count = (test: (event: DossierEvent) => boolean): number => events.filter(test).length;
  return {
    supplements: count((event) => event.kind === 'paused' && event.payload.reason === 'supplement'),
    extensions: count(({ kind }) => kind === 'extended'),
    reappointments: count(({ kind }) => kind === 'reappointed'),
  };
}

/** The due instant that was promised at reception. */
export function firstDue(events: readonly DossierEvent[]): Date | null {
  const [first] = events;
  return first?.kind === 'received' ? new Date(first.payload.dueAt) : null;
}

/** Working minutes of a dossier so far, in the calendar of the unit that received it. */
export type ClockSums = {
  readonly from: Date;
  /** Now, or when the result lay ready or the dossier ended without one. */
  readonly to: Date;
  readonly counted: number;
  readonly paused: number;
};

/** Counted and paused time, each summed by itself; together they are the whole span. */
export function clockSums(
  state: Pick<DossierState, 'receivedAt' | 'finishedAt' | 'closed' | 'pauses'>,
  now: Date,
  calendar: WorkingCalendar,
): ClockSums {
  const from = state.receivedAt;
  const to = state.closed?.at ?? state.finishedAt ?? now;
  let counted = 0;
  let running = from;
  for (const pause of state.pauses) {
    if (pause.from > to) break;
    counted += workingMinutesBetween(calendar, running, pause.from);
    running = pause.to ?? to;
  }
  if (running < to) counted += workingMinutesBetween(calendar, running, to);
  return { from, to, counted, paused: pausedMinutes(state.pauses, { from, to }, calendar) };
}
