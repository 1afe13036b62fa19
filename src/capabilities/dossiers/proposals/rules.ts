/** What may be proposed about a dossier, who may decide it, and what comes of it. Pure. */
import { formatDate } from '#kernel/vietnamese/format.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { ClockRules } from '../clock/settings/schema.ts';
import type { ClockCounts } from '../clock/story.ts';
import type { DossierEvent } from '../deeds.ts';
import { address, email, fullName, phone } from '../intake/schema.ts';
import { type Hand, isStepOf, requireOwnStep } from '../rules.ts';
import type { DossierState, DossierStep } from '../schema.ts';
import { activeSteps, isEnded, isPaused, stepAt } from '../state.ts';
import {
  type CorrectedField,
  type Proposal,
  PROPOSAL_LABELS,
  type ProposalKind,
  type ProposeInput,
} from './schema.ts';

/** Those that only make sense while the clock runs, or only while it stands. */
const WHILE_RUNNING: ReadonlySet<ProposalKind> = new Set([
  'supplement',
  'second-supplement',
  'pause',
  'extension',
  'rollback',
]);
/** After the result lies ready the applicant comes for it: what was decided can only be put right. */
const WHEN_DONE: ReadonlySet<ProposalKind> = new Set(['rollback', 'correction']);
/** The counter that received may ask these for the applicant, whoever works on the dossier. */
export const AT_THE_COUNTER: ReadonlySet<ProposalKind> = new Set(['withdrawal', 'correction']);

type Known = { readonly counts: ClockCounts; readonly rules: ClockRules };

/** Kinds that somebody who works on a step may propose now; a page offers exactly these. */
export function proposable(state: DossierState, { counts, rules }: Known): readonly ProposalKind[] {
  const kinds: ProposalKind[] = [
    counts.supplements < rules.freeSupplements ? 'supplement' : 'second-supplement',
    'extension',
    'pause',
    'resume-early',
    'rollback',
    'correction',
    'refusal',
    'stop',
    'withdrawal',
  ];
  return kinds.filter((kind) => whyNot(state, kind, { counts, rules }) === null);
}

/** The sentence that refuses a proposal of this kind now, or null. */
export function whyNot(state: DossierState, kind: ProposalKind, { counts, rules }: Known): string | null {
  if (isEnded(state)) return 'Hồ sơ đã kết thúc, không đề nghị được nữa.';
  if (state.phase === 'done' && !WHEN_DONE.has(kind)) {
    return 'Hồ sơ đã có kết quả. Chỉ còn đề nghị lùi bước để làm lại hoặc đính chính sai sót.';
  }
  if (isPaused(state) && WHILE_RUNNING.has(kind)) {
    return 'Hồ sơ đang tạm dừng tính thời gian. Hãy cho tính tiếp trước.';
  }
  if (kind === 'resume-early' && !(isPaused(state) && state.pauses.at(-1)?.reason !== 'payment')) {
    return 'Hồ sơ không ở trạng thái tạm dừng có thể cho tính tiếp.';
  }
  if (kind === 'supplement' && counts.supplements >= rules.freeSupplements) {
    return 'Hồ sơ đã được yêu cầu bổ sung. Yêu cầu thêm lần nữa phải được lãnh đạo duyệt, có lý do.';
  }
  if (kind === 'extension' && counts.extensions >= rules.extensions) {
    return `Hồ sơ đã được gia hạn ${counts.extensions} lần; ${rules.onceBasis} chỉ cho phép ${rules.extensions} lần.`;
  }
  if (kind === 'withdrawal' && state.withdrawalAskedAt !== null)
    return 'Đã có yêu cầu rút hồ sơ đang chờ xác nhận.';
  if (kind === 'rollback' && finishedSteps(state).length === 0) return 'Chưa có bước nào đã xong để lùi về.';
  return null;
}

/** Steps that were done and can be gone back to. */
export function finishedSteps(state: Pick<DossierState, 'steps'>): readonly DossierStep[] {
  return state.steps.filter(({ state: how }) => how === 'done');
}

/** The step for which somebody proposes; null when the counter asks for the applicant. */
export function proposingStep(
  state: DossierState,
  kind: ProposalKind,
  { hand, position }: { readonly hand: Hand; readonly position: number | undefined },
): DossierStep | null {
  const own = activeSteps(state).find(
    (step) => isStepOf(hand, step) && (position === undefined || step.position === position),
  );
  if (own === undefined && AT_THE_COUNTER.has(kind) && isCounter(state, hand)) return null;
  return requireOwnStep(state, hand, position);
}

function isCounter({ receivingUnitId }: DossierState, { actor, units }: Hand): boolean {
  return units.includes(receivingUnitId) && actor.post.roles.includes('one-stop');
}

/** Open proposals of a history by their ordinals and kinds. */
export function openProposals(
  events: readonly DossierEvent[],
): readonly { readonly proposal: number; readonly what: ProposalKind }[] {
  const decided = new Set(
    events.flatMap((event) => (event.kind === 'proposal-decided' ? [event.payload.proposal] : [])),
  );
  return events.flatMap((event) =>
    event.kind === 'proposed' && !decided.has(event.payload.proposal) ? [event.payload] : [],
  );
}

/** What is wrong with the particulars of a proposal: at their fields. */
export function requireParticulars(
  state: DossierState,
  input: Pick<ProposeInput, 'kind' | 'details' | 'reasonText'>,
  today: LocalDate,
): void {
  const { kind, details } = input;
  switch (kind) {
    case 'supplement':
    case 'second-supplement':
      return requireRequest(input, today);
    case 'pause':
      return requireLastDay(details.until, today);
    case 'extension':
      if (details.minutes === undefined) fail('days', 'Hãy ghi xin thêm bao nhiêu ngày làm việc.');
      return;
    case 'rollback':
      if (details.to === undefined || state.steps[details.to]?.state !== 'done') {
        fail('to', 'Hãy chọn bước đã xong để lùi về.');
      }
      return;
    case 'correction':
      if (!details.changes?.length) fail('fullName', 'Hãy sửa ít nhất một nội dung.');
      for (const { field, to } of details.changes ?? []) requireWellFormed(field, to);
      return;
    case 'refusal':
    case 'stop':
      return requireWords(input, 'Hãy ghi rõ lý do để người nộp hiểu.');
    case 'resume-early':
    case 'withdrawal':
      return;
  }
}

function fail(field: string, sentence: string): never {
  return refuse('invalid', sentence, { [field]: sentence });
}

/** A few words that say something. */
function requireWords({ reasonText }: Pick<ProposeInput, 'reasonText'>, sentence: string): void {
  if (reasonText.length < 10) fail('reasonText', sentence);
}

function requireRequest(
  input: Pick<ProposeInput, 'kind' | 'details' | 'reasonText'>,
  today: LocalDate,
): void {
  const { kind, details } = input;
  if (!details.lines?.length) fail('lines', 'Hãy ghi ít nhất một giấy tờ hoặc nội dung cần bổ sung.');
  requireLastDay(details.until, today);
  if (kind === 'second-supplement') requireWords(input, 'Hãy ghi rõ vì sao lần trước chưa yêu cầu đủ.');
}

const SHAPES = { fullName, address, phone, email } as const;

/** Corrected data have the shape that reception asks for. */
function requireWellFormed(field: CorrectedField, to: string): void {
  if (field === 'summary') return;
  const parsed = SHAPES[field].safeParse(to);
  const [issue] = parsed.error?.issues ?? [];
  if (issue) refuse('invalid', issue.message, { [field]: issue.message });
}

function requireLastDay(until: LocalDate | undefined, today: LocalDate): void {
  if (until !== undefined && until > today) return;
  const sentence = `Hãy ghi ngày cuối cùng, sau hôm nay (${formatDate(today)}).`;
  refuse('invalid', sentence, { until: sentence });
}

/** Who decides: units that the person leads (null: all), and those for which they act at a counter or desk. */
export type Decider = {
  readonly officerId: number;
  readonly leads: readonly number[] | null;
  readonly units: readonly number[];
};

type Decidable = Pick<Proposal, 'kind' | 'position' | 'proposedBy' | 'outcome'>;

/**
 * The sentence that refuses this person the decision, or null. Never the proposer. The first supplement request, and the
 * wish of the applicant, take any second person of the step's unit or the counter; everything else its leader.
 */
export function whyNotDecide(
  proposal: Decidable,
  state: Pick<DossierState, 'steps' | 'receivingUnitId' | 'number'>,
  decider: Decider,
): string | null {
  const { kind, position, proposedBy } = proposal;
  if (proposedBy === decider.officerId) return 'Người đề nghị không tự duyệt. Hãy chờ người khác quyết định.';
  const unitId = position === null ? state.receivingUnitId : state.steps[position]?.unitId;
  const leads = decider.leads === null || (unitId !== undefined && decider.leads.includes(unitId));
  if (leads) return null;
  const bySecondPerson = kind === 'supplement' || kind === 'withdrawal';
  const isNear = [unitId, state.receivingUnitId].some((id) => id !== undefined && decider.units.includes(id));
  if (bySecondPerson && isNear) return null;
  return bySecondPerson
    ? 'Đề nghị này do người khác của đơn vị đang xử lý hoặc của Bộ phận Một cửa duyệt.'
    : 'Đề nghị này do lãnh đạo của đơn vị đang xử lý duyệt.';
}

/** An accepted proposal must still fit: the step goes on, nothing has ended, nothing was done twice meanwhile. */
export function requireStillFitting(
  state: DossierState,
  { kind, position, outcome }: Pick<Proposal, 'kind' | 'position' | 'outcome'>,
  known: Known,
): void {
  if (outcome !== null) refuse('conflict', 'Đề nghị này đã được quyết định rồi.');
  if (position !== null && stepAt(state, position).state !== 'active') {
    refuse(
      'conflict',
      `Bước đề nghị không còn được xử lý nên “${PROPOSAL_LABELS[kind]}” không thực hiện được nữa. Hãy chọn không duyệt.`,
    );
  }
  // The wish itself is what waits, so that it does not stand in its own way.
  const asked = kind === 'withdrawal' ? { ...state, withdrawalAskedAt: null } : state;
  const why = whyNot(asked, kind, known);
  if (why !== null) refuse('conflict', why);
}
