import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { addWorkingMinutes, workingMinutesBetween } from '#kernel/working-time/arithmetic.ts';
import type { WorkingCalendar } from '#kernel/working-time/calendar.ts';
import type { Actor } from '#foundation/context.ts';
import type { Timeliness } from '#capabilities/slips/words.ts';
import type { DossierDeed } from './deeds.ts';
import { stepAt } from './fold.ts';
import type {
  DossierPhase,
  DossierState,
  DossierStep,
  NationalState,
  ResultInput,
  ReturnInput,
} from './schema.ts';

/** Who acts, and for which units: that of the post, and ended ones whose work it took over. */
export type Hand = { readonly actor: Actor; readonly units: readonly number[] };

/** Who acts, when, and the working calendars of the units concerned. */
export type Situation = Hand & {
  readonly now: Date;
  readonly calendar: (unitId: number) => WorkingCalendar;
};

/** States of the national portal (value set shared by national and provincial systems). */
export const NATIONAL_STATE = {
  received: 2,
  processing: 4,
  done: 9,
  returned: 10,
} as const satisfies Readonly<Record<DossierPhase, NationalState>>;

/**
 * Early, on time or late. Late is after the due instant; early is on a day before the due day. A dossier due today
 * and done today is on time. Our reading of Form 05's column "kết quả" (Circular 01/2018/TT-VPCP).
 */
export function timelinessOf(dueAt: Date, at: Date): Timeliness {
  if (at.getTime() > dueAt.getTime()) return 'late';
  return localDateOf(at) < localDateOf(dueAt) ? 'early' : 'on-time';
}

/** The step being worked on; null once the result has been returned. */
export function activeStep(state: DossierState): DossierStep | null {
  return state.steps.find((step) => step.state === 'active') ?? null;
}

/** Every unit that takes part: the one that received, and those that carry out a step. */
export function unitsOf({
  receivingUnitId,
  steps,
}: Pick<DossierState, 'receivingUnitId' | 'steps'>): readonly number[] {
  return [...new Set([receivingUnitId, ...steps.map((step) => step.unitId)])];
}

/** What the boxes show of a dossier while it waits at a step; null once it has been returned. */
export function workInHand(state: DossierState) {
  const step = activeStep(state);
  if (step === null) return null;
  const { number, sequence, receivingUnitId, receivedAt, dueAt, phase, timeliness } = state;
  const { unitId, custody, sentBack, officerId, position, name, role, dueAt: stepDueAt } = step;
  return {
    number,
    sequence,
    receivingUnitId,
    receivedAt,
    dueAt,
    phase,
    timeliness,
    unitId,
    custody,
    sentBack,
    officerId,
    stepPosition: position,
    stepName: name,
    stepRole: role,
    stepDueAt,
  };
}

/** Whether the acting post is the one the step names: its unit, the right role. */
export function isStepOf({ actor, units }: Hand, step: DossierStep): boolean {
  return units.includes(step.unitId) && actor.post.roles.includes(step.role);
}

/** Whether this step gives the result to the applicant: the last step, at the one-stop. */
export function isReturnStep(state: DossierState, step: DossierStep): boolean {
  return step.position === state.steps.length - 1 && step.role === 'one-stop';
}

/** Decree 61/2018/NĐ-CP, Art. 18–19: the step's unit does its part and passes the dossier on. */
export function decidePassOn(
  state: DossierState,
  input: { readonly note: string; readonly officerId: number | null },
  situation: Situation,
): readonly DossierDeed[] {
  const step = requireOwnStep(state, situation);
  if (isReturnStep(state, step))
    refuse('conflict', 'Đây là bước cuối: hãy trả kết quả cho người nộp, không chuyển bước nữa.');
  const next = stepAt(state, step.position + 1);
  const passedOn: DossierDeed = {
    kind: 'passed-on',
    payload: { ...moveTo(step, next, situation), officerId: input.officerId, note: input.note },
  };
  if (!isReturnStep(state, next)) return [passedOn];
  if (!state.result) refuse('invalid', 'Hãy nhập kết quả giải quyết trước khi chuyển sang bước trả kết quả.');
  const finished: DossierDeed = {
    kind: 'finished',
    payload: { timeliness: timelinessOf(state.dueAt, situation.now) },
  };
  return [passedOn, finished];
}

/** The step before gets the dossier back with a reason, to the officer who did it. */
export function decideSendBack(state: DossierState, reason: string, situation: Situation): DossierDeed {
  const step = requireOwnStep(state, situation);
  if (step.position === 0) refuse('conflict', 'Đây là bước đầu tiên, không có bước trước để trả lại.');
  const previous = stepAt(state, step.position - 1);
  return {
    kind: 'sent-back',
    payload: { ...moveTo(step, previous, situation), officerId: previous.officerId, reason },
  };
}

/** The receiving unit confirms that it has the papers: the second signature of Form 05. */
export function decideTakeCustody(state: DossierState, note: string, hand: Hand): DossierDeed {
  const step = requireActiveStep(state);
  requireRole(step, hand);
  if (step.custody !== 'handed') refuse('conflict', 'Hồ sơ này đã được xác nhận nhận bàn giao rồi.');
  return { kind: 'custody-taken', payload: { position: step.position, note } };
}

/** An officer takes the step from the unit's box, or over from a colleague; both are recorded. */
export function decideClaim(state: DossierState, hand: Hand): DossierDeed {
  const { actor } = hand;
  const step = requireActiveStep(state);
  requireRole(step, hand);
  if (step.officerId === actor.officerId) refuse('conflict', 'Bạn đang thụ lý hồ sơ này rồi.');
  return {
    kind: 'claimed',
    payload: { position: step.position, officerId: actor.officerId, from: step.officerId },
  };
}

/** A leader of the step's unit names the officer who handles it. */
export function decideAssign(state: DossierState, officerId: number): DossierDeed {
  const step = requireActiveStep(state);
  if (step.officerId === officerId) refuse('conflict', 'Người này đang thụ lý hồ sơ rồi.');
  return { kind: 'assigned', payload: { position: step.position, officerId, from: step.officerId } };
}

/** Whoever handles the step puts it back into the unit's box. */
export function decideRelease(state: DossierState, hand: Hand): DossierDeed {
  const step = requireOwnStep(state, hand);
  if (step.officerId === null) refuse('conflict', 'Hồ sơ đang ở hộp việc chung của đơn vị rồi.');
  return { kind: 'released', payload: { position: step.position, from: step.officerId } };
}

/** The result is entered by a step that works on the dossier, never by the counter that receives or returns it. */
export function decideResult(state: DossierState, input: ResultInput, situation: Situation): DossierDeed {
  const step = requireOwnStep(state, situation);
  if (isReturnStep(state, step)) {
    refuse('conflict', 'Kết quả đã ở quầy trả. Nếu kết quả sai, hãy trả lại bước trước để sửa.');
  }
  if (step.position === 0) {
    refuse('conflict', 'Bước tiếp nhận không ghi kết quả. Hãy chuyển hồ sơ đến bước giải quyết trước.');
  }
  if (input.issuedOn > localDateOf(situation.now)) {
    refuse('invalid', 'Ngày ký không thể sau hôm nay.', { issuedOn: 'Ngày ký không thể sau hôm nay.' });
  }
  if (input.outcome === 'declined' && input.reason.length < 10) {
    const sentence = 'Hãy ghi rõ lý do và căn cứ từ chối giải quyết.';
    refuse('invalid', sentence, { reason: sentence });
  }
  const { outcome, title, documentNumber, issuedOn, reason } = input;
  return { kind: 'result-entered', payload: { outcome, title, documentNumber, issuedOn, reason } };
}

/** Decree 61/2018/NĐ-CP, Art. 20: the one-stop gives the result to the applicant, who acknowledges it. */
export function decideReturn(
  state: DossierState,
  input: Pick<ReturnInput, 'acknowledgement'>,
  situation: Situation,
): DossierDeed {
  const step = requireOwnStep(state, situation);
  if (state.phase !== 'done' || !isReturnStep(state, step)) {
    refuse('conflict', 'Hồ sơ chưa có kết quả ở quầy nên chưa trả được.');
  }
  return {
    kind: 'returned',
    payload: {
      acknowledgement: input.acknowledgement,
      position: step.position,
      usedMinutes: usedMinutes(step, situation),
    },
  };
}

function moveTo(from: DossierStep, to: DossierStep, situation: Situation) {
  const left = Math.max(0, to.quotaMinutes - to.usedMinutes);
  const stepDueAt = addWorkingMinutes(situation.calendar(to.unitId), situation.now, left);
  const handover =
    from.unitId === to.unitId
      ? null
      : { timeliness: timelinessOf(from.dueAt ?? situation.now, situation.now) };
  return {
    from: from.position,
    to: to.position,
    usedMinutes: usedMinutes(from, situation),
    stepDueAt: stepDueAt.toISOString(),
    handover,
  };
}

/** Working minutes the step has used, over all its visits. */
export function usedMinutes(step: DossierStep, situation: Pick<Situation, 'now' | 'calendar'>): number {
  if (step.startedAt === null || step.state !== 'active') return step.usedMinutes;
  const visit = workingMinutesBetween(situation.calendar(step.unitId), step.startedAt, situation.now);
  return step.usedMinutes + Math.round(visit);
}

function requireActiveStep(state: DossierState): DossierStep {
  return activeStep(state) ?? refuse('conflict', 'Hồ sơ đã trả kết quả, không còn bước nào để xử lý.');
}

function requireRole(step: DossierStep, hand: Hand): void {
  if (!isStepOf(hand, step)) {
    refuse('forbidden', 'Bước này thuộc đơn vị hoặc vị trí khác nên bạn không xử lý được.');
  }
}

/** The active step, when the actor may work on it and nobody else does. */
function requireOwnStep(state: DossierState, hand: Hand): DossierStep {
  const step = requireActiveStep(state);
  requireRole(step, hand);
  if (step.custody === 'handed') {
    refuse('conflict', 'Hãy xác nhận đã nhận bàn giao hồ sơ trước khi xử lý.');
  }
  if (step.officerId !== null && step.officerId !== hand.actor.officerId) {
    refuse('conflict', 'Hồ sơ đang do người khác trong đơn vị thụ lý. Hãy nhận thay trước khi xử lý.');
  }
  return step;
}
