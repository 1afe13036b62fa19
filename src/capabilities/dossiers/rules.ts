import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { nodeAt } from '#kernel/process/graph.ts';
import { waitingTokens } from '#kernel/process/engine/instance.ts';
import { NODE_KIND_LABELS } from '#kernel/process/schema.ts';
import type { Role } from '#foundation/access/roles.ts';
import type { Actor } from '#foundation/context.ts';
import type { DossierDeed } from './deeds.ts';
import { isLastNode } from './run/moves.ts';
import type {
  DossierPhase,
  DossierState,
  DossierStep,
  NationalState,
  PauseReason,
  ResultInput,
} from './schema.ts';
import { activeSteps, holderOf, isEnded } from './state.ts';
import type { Clock } from './time.ts';

/** Who acts, and for which units: that of the post, and ended ones whose work it took over. */
export type Hand = { readonly actor: Actor; readonly units: readonly number[] };

/** Who acts, when, and the working calendars of the units concerned. */
export type Situation = Hand & Clock;

/** States of the national portal (value set shared by national and provincial systems). */
const NATIONAL_STATE = {
  received: 2,
  processing: 4,
  done: 9,
  returned: 10,
  closed: 8,
} as const satisfies Readonly<Record<DossierPhase, NationalState>>;

/** Every unit that takes part: the one that received, and those that carry out a step. */
export function unitsOf({
  receivingUnitId,
  steps,
}: Pick<DossierState, 'receivingUnitId' | 'steps'>): readonly number[] {
  return [...new Set([receivingUnitId, ...steps.map((step) => step.unitId)])];
}

/** What the boxes show of a dossier: a row for each step worked on; one for what it waits for when there is none. */
export function workInHand(state: DossierState): readonly WorkRow[] {
  if (isEnded(state)) return [];
  const { number, sequence, receivingUnitId, receivedAt, dueAt, phase, timeliness } = state;
  const pausedFor = pausedForOf(state);
  const linked = state.parentId !== null;
  const head = { number, sequence, receivingUnitId, receivedAt, dueAt, phase, timeliness, pausedFor, linked };
  const rows = activeSteps(state).map((step) => ({
    ...head,
    unitId: step.unitId,
    custody: step.custody,
    sentBack: step.sentBack,
    officerId: step.officerId,
    stepPosition: step.position,
    stepName: step.name,
    stepRole: step.role,
    stepDueAt: step.dueAt,
  }));
  return rows.length > 0 ? rows : [{ ...head, ...waitingWork(state) }];
}

export type WorkRow = Pick<
  DossierState,
  'number' | 'sequence' | 'receivingUnitId' | 'receivedAt' | 'dueAt' | 'phase' | 'timeliness'
> &
  Pick<DossierStep, 'unitId' | 'custody' | 'sentBack' | 'officerId'> & {
    readonly pausedFor: PauseReason | null;
    readonly linked: boolean;
    readonly stepPosition: number;
    readonly stepName: string;
    readonly stepRole: Role;
    readonly stepDueAt: Date | null;
  };

/** Where no step stands for the row of a box. */
const NO_STEP = -1;

/** Nobody works on it: the unit with the papers sees what it waits for. */
function waitingWork(state: DossierState) {
  const [waiting] = state.run === null ? [] : waitingTokens(state.run.instance);
  const node = state.run && waiting ? nodeAt(state.run.definition, waiting.node) : null;
  return {
    unitId: holderOf(state),
    custody: 'held',
    sentBack: false,
    officerId: null,
    stepPosition: NO_STEP,
    stepName: node ? `Chờ: ${node.name || NODE_KIND_LABELS[node.kind]}` : 'Chờ',
    stepRole: 'one-stop',
    stepDueAt: null,
  } as const;
}

/** Why the clock stands still, or null. */
export function pausedForOf({ pauses }: Pick<DossierState, 'pauses'>): PauseReason | null {
  const last = pauses.at(-1);
  return last?.to === null ? last.reason : null;
}

/** The state in the value set of the national portal: finer than the phase where something is waited for. */
export function nationalStateOf(
  state: Pick<DossierState, 'phase' | 'pauses' | 'withdrawalAskedAt'>,
): NationalState {
  if (state.withdrawalAskedAt !== null) return 7;
  const paused = pausedForOf(state);
  if (paused === 'supplement') return 5;
  return paused === 'payment' ? 6 : NATIONAL_STATE[state.phase];
}

/** Whether the acting post is the one the step names: its unit, the right role. */
export function isStepOf({ actor, units }: Hand, step: DossierStep): boolean {
  return units.includes(step.unitId) && actor.post.roles.includes(step.role);
}

/** Whether this step gives the result to the applicant: the last one, at the one-stop. */
export function isReturnStep(state: Pick<DossierState, 'steps' | 'run'>, step: DossierStep): boolean {
  if (step.role !== 'one-stop') return false;
  if (state.run === null || step.node === '') return step.position === state.steps.length - 1;
  return isLastNode(state.run.definition, step.node);
}

/** The receiving unit confirms that it has the papers: the second signature of Form 05. */
export function decideTakeCustody(
  state: DossierState,
  input: { readonly note: string; readonly position?: number | undefined },
  hand: Hand,
): DossierDeed {
  const coming = activeSteps(state).find((one) => one.custody === 'handed' && isStepOf(hand, one));
  const step = input.position === undefined && coming ? coming : stepInHand(state, hand, input.position);
  requireRole(step, hand);
  if (step.custody !== 'handed') refuse('conflict', 'Hồ sơ này đã được xác nhận nhận bàn giao rồi.');
  return { kind: 'custody-taken', payload: { position: step.position, note: input.note } };
}

/** An officer takes the step from the unit's box, or over from a colleague; both are recorded. */
export function decideClaim(state: DossierState, hand: Hand, position?: number): DossierDeed {
  const { actor } = hand;
  const step = stepInHand(state, hand, position);
  requireRole(step, hand);
  if (step.officerId === actor.officerId) refuse('conflict', 'Bạn đang thụ lý hồ sơ này rồi.');
  return {
    kind: 'claimed',
    payload: { position: step.position, officerId: actor.officerId, from: step.officerId },
  };
}

/** A leader of the step's unit names the officer who handles it. */
export function decideAssign(step: DossierStep, officerId: number): DossierDeed {
  if (step.officerId === officerId) refuse('conflict', 'Người này đang thụ lý hồ sơ rồi.');
  return { kind: 'assigned', payload: { position: step.position, officerId, from: step.officerId } };
}

/** Whoever handles the step puts it back into the unit's box. */
export function decideRelease(state: DossierState, hand: Hand, position?: number): DossierDeed {
  const step = requireOwnStep(state, hand, position);
  if (step.officerId === null) refuse('conflict', 'Hồ sơ đang ở hộp việc chung của đơn vị rồi.');
  return { kind: 'released', payload: { position: step.position, from: step.officerId } };
}

/** A leader puts the step of somebody who is away back into the unit's box. */
export function decideTakeBack({ position, officerId }: DossierStep): DossierDeed {
  if (officerId === null) refuse('conflict', 'Hồ sơ đang ở hộp việc chung của đơn vị rồi.');
  return { kind: 'released', payload: { position, from: officerId } };
}

/** The result is entered by a step that works on the dossier, never by the counter that receives or returns it. */
export function decideResult(state: DossierState, input: ResultInput, situation: Situation): DossierDeed {
  const step = requireOwnStep(state, situation, input.position);
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

/** The step meant: the one named, else one that is the actor's, else the first. Refuses when nothing is worked on. */
export function stepInHand(state: DossierState, hand: Hand, position?: number): DossierStep {
  const active = activeSteps(state);
  if (position !== undefined) {
    return (
      active.find((step) => step.position === position) ??
      refuse('conflict', 'Bước này không còn được xử lý. Hãy tải lại trang để xem hồ sơ đang ở đâu.')
    );
  }
  const own = active.find((step) => isStepOf(hand, step));
  return own ?? active[0] ?? refuse('conflict', nothingToDo(state));
}

function nothingToDo(state: DossierState): string {
  if (state.phase === 'returned') return 'Hồ sơ đã trả kết quả, không còn bước nào để xử lý.';
  if (state.phase === 'closed') return 'Hồ sơ đã dừng giải quyết, không còn bước nào để xử lý.';
  return 'Hồ sơ đang chờ, chưa có bước nào để xử lý.';
}

function requireRole(step: DossierStep, hand: Hand): void {
  if (!isStepOf(hand, step)) {
    refuse('forbidden', 'Bước này thuộc đơn vị hoặc vị trí khác nên bạn không xử lý được.');
  }
}

/** The step, when the actor may work on it, nobody else does and its clock runs. */
export function requireOwnStep(state: DossierState, hand: Hand, position?: number): DossierStep {
  const step = stepInHand(state, hand, position);
  requireRole(step, hand);
  if (step.custody === 'handed') {
    refuse('conflict', 'Hãy xác nhận đã nhận bàn giao hồ sơ trước khi xử lý.');
  }
  if (step.officerId !== null && step.officerId !== hand.actor.officerId) {
    refuse('conflict', 'Hồ sơ đang do người khác trong đơn vị thụ lý. Hãy nhận thay trước khi xử lý.');
  }
  return step;
}
