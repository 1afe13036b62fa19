/** When something would be due by its history on a calendar: nothing is taken from what was promised. */
import { addWorkingMinutes, workingMinutesBetween } from '#kernel/working-time/arithmetic.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import { computeDue } from '#kernel/working-time/due.ts';
import type { TimeLimit } from '#kernel/working-time/limit.ts';
import { nodeAt } from '#kernel/process/graph.ts';
import type { DossierEvent, TimerSet } from '../deeds.ts';
import type { DossierState, DossierStep, DossierTimer } from '../schema.ts';

/** The calendar of a unit as it was counted with at an instant. */
export type CalendarAt = (unitId: number, at: Date) => WorkingCalendar;

export type History = {
  readonly state: DossierState;
  readonly events: readonly DossierEvent[];
  /** The limit that counts: of the procedure it was received under, or of a later version it was taken to. */
  readonly limit: TimeLimit;
};

type Span = { readonly from: Date; readonly to: Date };

/** Reception and limit, then all that was waited and all that was extended, in the order in which it happened. */
export function expectedDue({ state, events, limit }: History, calendarAt: CalendarAt): Date {
  const { receivingUnitId: unit, receivedAt } = state;
  const base = computeDue(calendarAt(unit, receivedAt), receivedAt, limit).dueAt;
  return laterMoves(events).reduce(
    (due, move) => addWorkingMinutes(calendarAt(unit, move.at), due, minutesOf(move, unit, calendarAt)),
    base,
  );
}

/** What a step had left when it began, then what was waited since. */
export function expectedStep(
  { events }: History,
  step: DossierStep & { readonly startedAt: Date },
  calendarAt: CalendarAt,
): Date {
  const { unitId, startedAt, quotaMinutes, usedMinutes } = step;
  const base = addWorkingMinutes(
    calendarAt(unitId, startedAt),
    startedAt,
    Math.max(0, quotaMinutes - usedMinutes),
  );
  return afterWaiting(base, laterMoves(events), { unitId, since: startedAt, calendarAt });
}

/** What a timer was set to, then what was waited since; null when the history does not say when it was set. */
export function expectedTimer(
  { state, events }: History,
  timer: DossierTimer,
  calendarAt: CalendarAt,
): Date | null {
  const set = events.findLast((event) => timersSet(event).some((one) => isSame(one, timer)));
  const minutes = state.run === null ? null : minutesOfTimer(nodeAt(state.run.definition, timer.node));
  if (set === undefined || minutes === null) return null;
  const { receivingUnitId: unitId } = state;
  const base = addWorkingMinutes(calendarAt(unitId, set.at), set.at, minutes);
  return afterWaiting(base, laterMoves(events), { unitId, since: set.at, calendarAt });
}

/** A time that does not count, or more time that was granted. */
type LaterMove = { readonly at: Date; readonly waited: Span | null; readonly minutes: number };

function laterMoves(events: readonly DossierEvent[]): readonly LaterMove[] {
  let pausedAt: Date | null = null;
  const moves: LaterMove[] = [];
  for (const event of events) {
    if (event.kind === 'paused') pausedAt = event.at;
    if (event.kind === 'resumed' && pausedAt !== null) {
      moves.push({ at: event.at, waited: { from: pausedAt, to: event.at }, minutes: 0 });
    }
    if (event.kind === 'extended') {
      moves.push({ at: event.at, waited: null, minutes: event.payload.minutes });
    }
  }
  return moves;
}

function minutesOf({ at, waited, minutes }: LaterMove, unitId: number, calendarAt: CalendarAt): number {
  if (waited === null) return minutes;
  return workingMinutesBetween(calendarAt(unitId, at), waited.from, waited.to);
}

type Waiting = { readonly unitId: number; readonly since: Date; readonly calendarAt: CalendarAt };

function afterWaiting(base: Date, moves: readonly LaterMove[], about: Waiting): Date {
  const { unitId, since, calendarAt } = about;
  return moves.reduce((due, { at, waited }) => {
    if (waited === null || waited.to <= since) return due;
    const calendar = calendarAt(unitId, at);
    const from = waited.from > since ? waited.from : since;
    return addWorkingMinutes(calendar, due, workingMinutesBetween(calendar, from, waited.to));
  }, base);
}

/** Timers that a move set by the engine's word; moving them later is no setting. */
function timersSet(event: DossierEvent): readonly TimerSet[] {
  if (event.kind === 'received') return event.payload.process?.timers ?? [];
  const isMove = event.kind === 'advanced' || event.kind === 'moved-back' || event.kind === 'migrated';
  return isMove ? event.payload.timers : [];
}

function isSame(one: Pick<TimerSet, 'token' | 'node'>, other: Pick<TimerSet, 'token' | 'node'>): boolean {
  return one.token === other.token && one.node === other.node;
}

function minutesOfTimer(node: ReturnType<typeof nodeAt>): number | null {
  return node.kind === 'timer-event' || node.kind === 'boundary-timer' ? node.minutes : null;
}
