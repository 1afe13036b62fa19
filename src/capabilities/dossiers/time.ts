/** Time of a dossier against what was promised: early or late, and how much of it a step has used. */
import { localDateOf } from '#kernel/local-date.ts';
import { workingMinutesBetween } from '#kernel/working-time/arithmetic.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import type { Timeliness } from '#capabilities/slips/words.ts';
import type { DossierState, DossierStep, Pause } from './schema.ts';

export type Clock = { readonly now: Date; readonly calendar: (unitId: number) => WorkingCalendar };

/**
 * Early, on time or late. Late is after the due instant; early is on a day before the due day. A dossier due today
 * and done today is on time. Our reading of Form 05's column "kết quả" (Circular 01/2018/TT-VPCP).
 */
export function timelinessOf(dueAt: Date, at: Date): Timeliness {
  if (at.getTime() > dueAt.getTime()) return 'late';
  return localDateOf(at) < localDateOf(dueAt) ? 'early' : 'on-time';
}

/** Working minutes the step has used, over all its visits; while the clock stands still none are used. */
export function usedMinutes(
  { pauses }: Pick<DossierState, 'pauses'>,
  step: DossierStep,
  { now, calendar }: Clock,
): number {
  if (step.startedAt === null || step.state !== 'active') return step.usedMinutes;
  const own = calendar(step.unitId);
  const visit = workingMinutesBetween(own, step.startedAt, now);
  const waited = pausedMinutes(pauses, { from: step.startedAt, to: now }, own);
  return step.usedMinutes + Math.round(visit - waited);
}

/** Working minutes of a span in which the clock stood still. */
export function pausedMinutes(
  pauses: readonly Pause[],
  span: { readonly from: Date; readonly to: Date },
  calendar: WorkingCalendar,
): number {
  return pauses.reduce((sum, pause) => {
    const from = pause.from > span.from ? pause.from : span.from;
    const until = pause.to ?? span.to;
    const to = until < span.to ? until : span.to;
    return from < to ? sum + workingMinutesBetween(calendar, from, to) : sum;
  }, 0);
}
