import { localDateOf, minuteOfDay } from '#kernel/local-date.ts';
import { formatClock, formatLongDate } from '#kernel/vietnamese/format.ts';
import type { TimelineEntry } from '#web/ui/timeline.tsx';
import type { ReturnMethod } from '#capabilities/slips/words.ts';
import { clockTold, type Told } from '../clock/citizen.ts';
import type { DossierEvent } from '../deeds.ts';
import { isReturnStep } from '../rules.ts';
import type { DossierState, DossierStep } from '../schema.ts';

/** Wrong codes from one address within the window before it has to wait. Editable here until settings have a table. */
export const LOOKUP_LIMIT = { attempts: 20, minutes: 15 } as const;

type Facts = {
  readonly state: DossierState;
  readonly events: readonly DossierEvent[];
  readonly returnMethod: ReturnMethod;
  readonly unitName: (unitId: number) => string;
};

/**
 * Where the dossier is, in the words of a person who waits for it: units and dates, no names of officials, steps of one
 * unit in a row told as one.
 */
export function plainTimeline(facts: Facts): readonly TimelineEntry[] {
  const { state, events, unitName } = facts;
  const submitted: TimelineEntry = {
    state: 'done',
    title: `Bạn đã nộp hồ sơ tại ${unitName(state.receivingUnitId)}`,
    note: whenWords(state.receivedAt),
  };
  const groups = groupsOf(
    state.steps.filter((step) => !isReturnStep(state, step) && isPossible(state, step)),
  );
  const worked = groups.map((group) => ({ at: beganAt(group), entry: groupEntry(group, unitName) }));
  const told = [...worked, ...clockTold(events, state)].toSorted(byTime).map(({ entry }) => entry);
  return [submitted, ...told, ...(state.closed ? [] : [returnEntry(facts)])];
}

/** After the end nothing comes any more. */
function isPossible({ closed }: DossierState, step: DossierStep): boolean {
  return closed === null || step.startedAt !== null;
}

const NOT_YET = new Date(8.64e15);

/** Where a group stands among what happened; what has not begun comes last, in its order. */
function beganAt(group: readonly DossierStep[]): Date {
  return group.find((step) => step.startedAt !== null)?.startedAt ?? NOT_YET;
}

function byTime(a: Told, b: Told): number {
  return a.at.getTime() - b.at.getTime();
}

function groupsOf(steps: readonly DossierStep[]): readonly (readonly DossierStep[])[] {
  const groups: DossierStep[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last && last[0]?.unitId === step.unitId) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

function groupEntry(group: readonly DossierStep[], unitName: (unitId: number) => string): TimelineEntry {
  const name = unitName(group[0]?.unitId ?? 0);
  const active = group.find((step) => step.state === 'active');
  const begun = group.find((step) => step.startedAt !== null)?.startedAt ?? null;
  if (active?.custody === 'handed') return { state: 'now', title: `Hồ sơ đang được chuyển đến ${name}` };
  if (active) {
    return {
      state: 'now',
      title: `${name} đang xử lý: ${active.name}`,
      ...(begun ? { note: `từ ${whenWords(begun)}` } : {}),
    };
  }
  const finished = group.at(-1)?.finishedAt ?? null;
  if (finished) return { state: 'done', title: `${name} đã xử lý xong`, note: whenWords(finished) };
  return { state: 'todo', title: `${name} xử lý` };
}

function returnEntry({ state, returnMethod, unitName }: Facts): TimelineEntry {
  const place =
    returnMethod === 'postal' ? 'qua bưu chính đến nhà bạn' : `tại ${unitName(state.receivingUnitId)}`;
  if (state.returnedAt)
    return { state: 'done', title: 'Bạn đã nhận kết quả', note: whenWords(state.returnedAt) };
  if (state.phase === 'done') return { state: 'now', title: `Kết quả đã có, trả ${place}` };
  return { state: 'todo', title: `Trả kết quả ${place}` };
}

function whenWords(instant: Date): string {
  return `${formatLongDate(localDateOf(instant))}, ${formatClock(minuteOfDay(instant))}`;
}
