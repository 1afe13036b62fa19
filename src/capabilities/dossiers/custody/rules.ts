/** Who has the papers, who hands them over and takes them, and whose time a step counts against. Pure. */
import { refuse } from '#kernel/refusal.ts';
import { workingMinutesBetween } from '#kernel/working-time/arithmetic.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import type { DossierDeed } from '../deeds.ts';
import { decideTakeCustody, type Hand, isStepOf } from '../rules.ts';
import type { DossierState, DossierStep, Handover } from '../schema.ts';
import { activeSteps, holderOf, openHandover } from '../state.ts';
import { type Clock, usedMinutes } from '../time.ts';
import type { FoundDiscrepancy, ListingInput } from './schema.ts';

/** The step that waits for papers on their way, when the actor may take them. */
export function comingStep(state: DossierState, hand: Hand): DossierStep {
  const step = activeSteps(state).find(({ custody }) => custody === 'handed');
  if (step === undefined || openHandover(state) === null) {
    refuse('conflict', 'Không có giấy tờ nào đang trên đường bàn giao, hoặc đã được xác nhận nhận rồi.');
  }
  if (!isStepOf(hand, step)) {
    refuse('forbidden', 'Giấy tờ được bàn giao cho đơn vị hoặc vị trí khác nên bạn không nhận được.');
  }
  return step;
}

/** Taken whole, or with something not as it should be; each discrepancy is recorded beside it. */
export function decideReceive(
  state: DossierState,
  input: { readonly note: string; readonly discrepancies: readonly FoundDiscrepancy[] },
  hand: Hand,
): { readonly taken: DossierDeed; readonly from: Handover } {
  const step = comingStep(state, hand);
  const from = openHandover(state);
  if (from === null) throw new Error(`Nothing of dossier ${state.number} is on its way`);
  if (input.discrepancies.some(({ kind, note }) => kind !== 'missing' && note.trim().length < 5)) {
    const sentence = 'Hãy ghi rõ giấy tờ hư hỏng hoặc không đúng thế nào.';
    refuse('invalid', sentence, { discrepancies: sentence });
  }
  return { taken: decideTakeCustody(state, { note: input.note, position: step.position }, hand), from };
}

/** The sender says which papers go, and how many of each, while they are on their way. */
export function decideListing(
  state: DossierState,
  { papers }: Pick<ListingInput, 'papers'>,
  { hand, known }: { readonly hand: Hand; readonly known: ReadonlySet<number> },
): DossierDeed {
  const open = openHandover(state);
  if (open === null)
    refuse('conflict', 'Hồ sơ không có lần bàn giao nào đang chờ nhận nên không kê được nữa.');
  if (!hand.units.includes(open.fromUnitId)) {
    refuse('forbidden', 'Chỉ đơn vị bàn giao được kê giấy tờ đã giao.');
  }
  const handed = papers.filter(({ position, copies }) => known.has(position) && copies > 0);
  if (handed.length === 0) refuse('invalid', 'Hãy kê ít nhất một giấy tờ được bàn giao.');
  return { kind: 'handover-listed', payload: { papers: handed } };
}

/**
 * Whether papers have been on their way longer than they may: one working day. Dossiers are passed on the same day, or at the
 * beginning of the next (Decree 61/2018/NĐ-CP, Art. 18).
 */
export function isOverdue(handedAt: Date, now: Date, calendar: WorkingCalendar): boolean {
  return workingMinutesBetween(calendar, handedAt, now) > calendar.minutesPerWorkingDay;
}

/** Whoever has the papers of a dossier leads its handling; a step beside it works from the electronic copies. */
export type Part = 'lead' | 'support';

/** The time of one unit in a dossier against its quota, in working minutes. */
export type UnitTime = {
  readonly unitId: number;
  readonly part: Part;
  readonly steps: readonly DossierStep[];
  readonly quotaMinutes: number;
  readonly usedMinutes: number;
  /** Whether one of its steps is worked on now. */
  readonly isActive: boolean;
};

/** What every unit used of its time (Circular 01/2018/TT-VPCP, Form 05), in the order in which they began. */
export function unitTimes(state: DossierState, clock: Clock): readonly UnitTime[] {
  const begun = state.steps
    .filter(({ state: how }) => how === 'active' || how === 'done')
    .toSorted(
      (a, b) => (a.startedAt?.getTime() ?? 0) - (b.startedAt?.getTime() ?? 0) || a.position - b.position,
    );
  const groups = Map.groupBy(begun, (step) => `${step.unitId} ${partOf(state, step)}`);
  return [...groups.values()].flatMap((steps): readonly UnitTime[] => {
    const [first] = steps;
    if (first === undefined) return [];
    return [
      {
        unitId: first.unitId,
        part: partOf(state, first),
        steps,
        quotaMinutes: steps.reduce((sum, step) => sum + step.quotaMinutes, 0),
        usedMinutes: steps.reduce((sum, step) => sum + usedMinutes(state, step, clock), 0),
        isActive: steps.some((step) => step.state === 'active'),
      },
    ];
  });
}

/** Whether a step that has begun leads or supports: by where the papers were going when it began. */
export function partOf(state: DossierState, step: DossierStep): Part {
  const { startedAt } = step;
  return startedAt === null || step.unitId === papersAt(state, startedAt) ? 'lead' : 'support';
}

/** The unit with the papers, or to which they were going, at an instant. */
export function papersAt({ handovers, receivingUnitId }: DossierState, at: Date): number {
  const handed = handovers.findLast(({ handedAt, endedHow }) => handedAt <= at && endedHow === null);
  return handed?.toUnitId ?? receivingUnitId;
}

/** Where the papers are, and where they are going when they are on their way. */
export function whereabouts(state: DossierState): {
  readonly holder: number;
  readonly goingTo: number | null;
} {
  return { holder: holderOf(state), goingTo: openHandover(state)?.toUnitId ?? null };
}
