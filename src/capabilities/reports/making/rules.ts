/**
 * Who may do what to a report when. Pure.
 * Decree 09/2019/NĐ-CP on reporting of state agencies: units answer for the content of their parts, whoever makes the report
 * for the whole; a second person answers for what leaves the house.
 */
import type { LocalDate } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { isWorkingDay, type WorkingCalendar } from '#kernel/working-time/calendar.ts';
import { addDays } from '#kernel/local-date.ts';
import type { Report, ReportPart, ReportState, WholeReport } from './schema.ts';

const STALE = 'Người khác vừa xử lý báo cáo này. Hãy tải lại trang để xem thay đổi rồi làm tiếp.';
const STALE_PART =
  'Người khác vừa sửa phần này. Hãy sao lại nội dung bạn vừa viết, tải lại trang để xem bản mới rồi viết tiếp.';

/** Whoever acts on an older page is told, and nothing is overwritten. */
export function requireFresh({ sequence }: Report, seen: number): void {
  if (sequence !== seen) refuse('conflict', STALE);
}

export function requireFreshPart({ version }: ReportPart, seen: number): void {
  if (version !== seen) refuse('conflict', STALE_PART);
}

const NOT_IN_STATE: Readonly<Record<ReportState, string>> = {
  drafting: 'Báo cáo đang soạn. Hãy tổng hợp xong rồi làm tiếp.',
  assembled: 'Báo cáo đã tổng hợp xong nên không viết tiếp được. Hãy đề nghị nơi tổng hợp đưa về soạn tiếp.',
  frozen: 'Báo cáo đã chốt số liệu. Muốn sửa, hãy đề nghị người có thẩm quyền mở lại.',
  issued: 'Báo cáo đã ban hành. Muốn sửa, hãy đề nghị người có thẩm quyền mở lại thành lần mới.',
  withdrawn: 'Báo cáo đã thu hồi.',
  deleted: 'Báo cáo này đã xóa.',
};

/** The deed needs the report in one of these states. */
export function requireState({ state }: Report, ...states: readonly ReportState[]): void {
  if (!states.includes(state)) refuse('conflict', NOT_IN_STATE[state]);
}

export function partOf({ parts }: WholeReport, number: number): ReportPart {
  return parts.find((part) => part.number === number) ?? refuse('missing', 'Báo cáo không có phần này.');
}

/** A part is written while the report is drafted; what was accepted only after it has been returned. */
export function requireWritable(report: Report, part: ReportPart): void {
  requireState(report, 'drafting');
  if (part.state === 'accepted') {
    refuse('conflict', 'Phần này đã được nhận. Muốn sửa, hãy đề nghị nơi tổng hợp trả lại.');
  }
}

/** What was sent, or accepted already, can be given back to its writer. */
export function requireReturnable(report: Report, part: ReportPart): void {
  requireState(report, 'drafting');
  if (part.state !== 'submitted' && part.state !== 'accepted') {
    refuse('conflict', 'Phần này đơn vị chưa gửi nên không có gì để trả lại.');
  }
}

export function requireAcceptable(report: Report, part: ReportPart): void {
  requireState(report, 'drafting');
  if (part.state !== 'submitted') {
    refuse('conflict', 'Có phần đơn vị chưa gửi hoặc đã nhận rồi. Hãy tải lại trang rồi chọn lại.');
  }
}

/** Every place for writing has words before a part is sent. Answers the message at each empty one. */
export function emptyPlaces(
  places: readonly { readonly name: string; readonly prompt: string }[],
  writings: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const empty = places.filter(({ name }) => (writings[name] ?? '').trim() === '');
  return Object.fromEntries(
    empty.map(({ name }) => [
      `writing-${name}`,
      'Hãy viết phần này trước khi gửi; không có gì thì ghi rõ là không có.',
    ]),
  );
}

/** The whole can be put together once every part is accepted. */
export function requireAllAccepted({ parts }: WholeReport): void {
  const open = parts.filter(({ state }) => state !== 'accepted').length;
  if (open > 0) {
    refuse('conflict', `Còn ${open} phần chưa nhận. Hãy nhận hoặc giao lại các phần đó rồi tổng hợp.`);
  }
}

/** What the checker found is corrected or explained in writing before the report goes on. */
export function requireAnswered(findings: number): void {
  if (findings > 0) {
    refuse(
      'conflict',
      `Còn ${findings} điểm soát lỗi chưa sửa hoặc chưa giải trình. Hãy mở trang Soát lỗi, xử lý hết rồi làm tiếp.`,
    );
  }
}

/** Figures are frozen by another person than put the report together. */
export function requireSecondPerson({ assembledBy }: Report, officerId: number): void {
  if (assembledBy === officerId) {
    refuse('forbidden', 'Người tổng hợp không tự chốt số liệu. Hãy trình người khác có thẩm quyền chốt.');
  }
}

/** A report is issued on a day that has come, and not before its figures were frozen. */
export function requireIssueDay(issuedOn: LocalDate, frozenOn: LocalDate, today: LocalDate): void {
  if (issuedOn > today || issuedOn < frozenOn) {
    const sentence = 'Ngày ban hành không trước ngày chốt số liệu và không sau hôm nay.';
    refuse('invalid', sentence, { issuedOn: sentence });
  }
}

/** How many working days units finish before the report is due, when nobody says otherwise. */
const DAYS_TO_ASSEMBLE = 5;

/** So many working days before a day, never before today. */
export function partsDue(calendar: WorkingCalendar, dueOn: LocalDate, today: LocalDate): LocalDate {
  let date = dueOn;
  for (let left = DAYS_TO_ASSEMBLE; left > 0 && date > today;) {
    date = addDays(date, -1);
    if (isWorkingDay(calendar, date)) left -= 1;
  }
  return date < today ? today : date;
}

export type Progress = {
  readonly total: number;
  readonly submitted: number;
  readonly accepted: number;
  readonly late: number;
  /** Whole percent of parts that are accepted, rounded down: 100 means all. */
  readonly percent: number;
};

/** How far the parts are. */
export function progressOf(
  parts: readonly Pick<ReportPart, 'state' | 'dueOn'>[],
  today: LocalDate,
): Progress {
  const total = parts.length;
  const accepted = parts.filter(({ state }) => state === 'accepted').length;
  return {
    total,
    accepted,
    submitted: parts.filter(({ state }) => state === 'submitted').length,
    late: parts.filter((part) => isLatePart(part, today)).length,
    percent: total === 0 ? 100 : Math.floor((accepted / total) * 100),
  };
}

/** The unit has not sent its part and the day is over. */
export function isLatePart({ state, dueOn }: Pick<ReportPart, 'state' | 'dueOn'>, today: LocalDate): boolean {
  return (state === 'asked' || state === 'returned') && dueOn < today;
}
