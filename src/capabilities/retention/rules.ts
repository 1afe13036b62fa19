import { addDays, type LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Cutoff } from '#capabilities/dossiers/disposal/schema.ts';
import type { DecideInput, Disposal, RetentionRule } from './schema.ts';

/** The rules in force on a day as days up to which records must have ended to be over by it. */
export function cutoffsOn(rules: readonly RetentionRule[], today: LocalDate): readonly Cutoff[] {
  return rules
    .filter((rule) => isInForce(rule, today))
    .map(({ id, procedureId, domain, years }) => ({
      ruleId: id,
      procedureId,
      domain,
      years,
      endedOn: years === null ? null : yearsBefore(today, years),
    }));
}

export function isInForce({ validFrom, validTo }: RetentionRule, day: LocalDate): boolean {
  return validFrom <= day && (validTo === null || day < validTo);
}

/** The same day so many years earlier; of 29 February the 28th where there is none, so that nothing is over a day too soon. */
export function yearsBefore(day: LocalDate, years: number): LocalDate {
  const year = String(Number(day.slice(0, 4)) - years).padStart(4, '0');
  const date = `${year}${day.slice(4)}`;
  return date.endsWith('-02-29') && !isLeap(Number(year)) ? `${year}-02-28` : date;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

type Decision = {
  readonly state: 'approved' | 'declined';
  readonly council: string;
  readonly decisionNumber: string;
  readonly decidedOn: LocalDate | null;
  readonly executeOn: LocalDate | null;
};

/**
 * What is decided about a proposal: by another person than proposed it, with the paper that decides, and not before
 * tomorrow, so that it can be taken back (Law on Archives 33/2024/QH15: records are destroyed by decision of the competent
 * person after their value was determined).
 */
export function decideDisposal(
  disposal: Disposal,
  input: DecideInput,
  { officerId, today }: { readonly officerId: number; readonly today: LocalDate },
): Decision {
  if (disposal.state !== 'proposed')
    refuse('conflict', 'Đợt này không còn chờ quyết định. Hãy tải lại trang.');
  if (disposal.proposedBy === officerId) {
    refuse('forbidden', 'Người đề nghị không được tự quyết định. Hãy trình người khác có thẩm quyền.');
  }
  const { council, decisionNumber, decidedOn, executeOn } = input;
  if (input.outcome === 'declined') {
    return { state: 'declined', council, decisionNumber, decidedOn: decidedOn || null, executeOn: null };
  }
  const problems = {
    ...(council === '' ? { council: 'Hãy ghi hội đồng và biên bản xác định giá trị tài liệu.' } : {}),
    ...(decisionNumber === '' ? { decisionNumber: 'Hãy ghi số, ký hiệu quyết định tiêu hủy.' } : {}),
    ...(decidedOn === '' || decidedOn > today
      ? { decidedOn: 'Hãy ghi ngày ký quyết định, không sau hôm nay.' }
      : {}),
    ...(executeOn === '' || executeOn < addDays(today, 1)
      ? { executeOn: 'Ngày tiêu hủy phải từ ngày mai, để còn rút lại được.' }
      : {}),
  };
  const [first] = Object.values(problems);
  if (first !== undefined) refuse('invalid', first, problems);
  return { state: 'approved', council, decisionNumber, decidedOn, executeOn };
}

/** A proposal can be taken back until the day on which it is carried out. */
export function requireWithdrawable({ state, executeOn }: Disposal, today: LocalDate): void {
  const isOpen = state === 'proposed' || (state === 'approved' && executeOn !== null && today < executeOn);
  if (!isOpen) refuse('conflict', 'Đợt này đã đến ngày tiêu hủy hoặc đã xong nên không rút được nữa.');
}
