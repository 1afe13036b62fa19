/** The parts of a procedure in the words of pages, differences, posting sheets and exports. */
import { ROLE_LABELS, ROLES } from '#foundation/access/roles.ts';
import { UNIT_FUNCTION_LABELS, UNIT_FUNCTIONS } from '#foundation/organisation/schema.ts';
import { codesOf } from '#kernel/labels.ts';
import { formatDate, formatMoney, formatNumber } from '#kernel/vietnamese/format.ts';
import { describeLimit } from '#kernel/working-time/limit.ts';
import { ASKED_PAPER_LABELS } from '#capabilities/slips/words.ts';
import { APPLICANT_LABELS, EXTERNAL_LABELS, SCOPE_LABELS } from './labels.ts';
import type { Fee, LegalReference, Paper, ProcedureContent, ProcedureStep, StepPlace } from './schema.ts';

/** `03 ngày làm việc`, or the same-day rule, with a capital. */
export function limitWords(content: Pick<ProcedureContent, 'timeLimit'>): string {
  const words = describeLimit(content.timeLimit);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

type PricedFee = Pick<Fee, 'amountVnd' | 'per' | 'setBy' | 'laterFrom' | 'laterVnd' | 'maximumVnd'>;

/** `8.000 đồng/bản`, `Không thu`, or who sets the amount; with what it is from some unit on, and at most. */
export function feeWords(fee: PricedFee): string {
  const { amountVnd, per, laterFrom, laterVnd, maximumVnd } = fee;
  if (amountVnd === null) return fee.setBy === '' ? 'Chưa ghi mức thu' : `Theo mức của ${fee.setBy}`;
  if (amountVnd === 0) return 'Không thu';
  const later =
    laterVnd === undefined ? '' : `; từ ${per} thứ ${laterFrom} thu ${formatMoney(laterVnd)}/${per}`;
  const most = maximumVnd === undefined ? '' : `; tối đa ${formatMoney(maximumVnd)}`;
  return `${formatMoney(amountVnd)}/${per}${later}${most}`;
}

/** `Tờ khai đăng ký khai sinh (Tờ khai, đơn, 1 bản)`. */
export function paperWords(paper: Paper): string {
  const need = paper.required ? '' : ', nộp khi thuộc trường hợp';
  const condition = paper.condition === '' ? '' : `: ${paper.condition}`;
  return `${paper.name} (${paperKindWords(paper)}${need})${condition}`;
}

/** `Bản chính, 1 bản`. */
export function paperKindWords(paper: Pick<Paper, 'kind' | 'copies'>): string {
  return `${ASKED_PAPER_LABELS[paper.kind]}, ${paper.copies} bản`;
}

/** `Tư pháp cấp huyện`, `Bộ phận Một cửa đã tiếp nhận`, `Công an`. */
export function placeWords({ scope, function: code }: StepPlace): string {
  if (scope === 'external') return labelIn(EXTERNAL_LABELS, code) ?? SCOPE_LABELS.external;
  if (scope !== 'district') return SCOPE_LABELS[scope];
  if (code === 'people-committee') return 'Ủy ban nhân dân cấp huyện';
  const field = labelIn(UNIT_FUNCTION_LABELS, code);
  return field === null ? SCOPE_LABELS.district : `${field} (cấp huyện)`;
}

/** Where steps can be carried out, in the order of a list to choose from. Roles are not part of it. */
export const STEP_PLACES: readonly Pick<StepPlace, 'scope' | 'function'>[] = [
  { scope: 'reception', function: null },
  { scope: 'commune', function: null },
  ...UNIT_FUNCTIONS.map((code) => ({ scope: 'district', function: code }) as const),
  ...codesOf(EXTERNAL_LABELS).map((code) => ({ scope: 'external', function: code }) as const),
];

/** A place and role as text, as one of the places that steps know; null when it is none. */
export function stepPlaceOf(raw: {
  readonly scope: string;
  readonly function: string | null;
  readonly role: string;
}): StepPlace | null {
  const place = STEP_PLACES.find((known) => known.scope === raw.scope && known.function === raw.function);
  const role = ROLES.find((known) => known === raw.role);
  return place && role ? { ...place, role } : null;
}

/** Who does a step and where: `Chuyên viên, Tư pháp (cấp huyện)`. */
export function stepAgent(step: Pick<ProcedureStep, 'place'>): string {
  const where = placeWords(step.place);
  return step.place.scope === 'external' ? where : `${ROLE_LABELS[step.place.role]}, ${where}`;
}

/** `4 giờ làm việc`, `2 ngày làm việc`. */
export function hoursWords(hours: number): string {
  const days = hours / 8;
  if (days >= 1 && Number.isInteger(days)) return `${formatNumber(days)} ngày làm việc`;
  return `${formatNumber(hours)} giờ làm việc`;
}

export function stepWords(step: ProcedureStep): string {
  return `${step.name} – ${stepAgent(step)} – ${hoursWords(step.workingHours)}`;
}

/** `Luật Hộ tịch số 60/2014/QH13 ngày 20/11/2014 của Quốc hội`. */
export function legalWords(reference: LegalReference): string {
  const day = reference.date === null ? '' : ` ngày ${formatDate(reference.date)}`;
  return `${reference.title}, số ${reference.number}${day}, ${reference.issuer}`;
}

export function applicantWords(applicants: ProcedureContent['applicants']): string {
  return applicants.map((code) => APPLICANT_LABELS[code]).join(', ');
}

/** A label by a code that is only text so far, or null. */
export function labelIn(labels: Readonly<Record<string, string>>, code: string | null): string | null {
  return code === null ? null : (labels[code] ?? null);
}
