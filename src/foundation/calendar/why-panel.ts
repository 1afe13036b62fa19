/** A due explanation as the props of the kit's WhyPanel, for every page that shows a due date. */
import { type LocalDate, weekdayOf } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { durationWords } from '#kernel/working-time/closeness.ts';
import type { DueExplanation } from '#kernel/working-time/due.ts';
import { explainDue } from '#kernel/working-time/explain.ts';
import type { ExplainedDay, WorkedDay } from '#kernel/working-time/explained-day.ts';
import type { WhyDay } from '#web/ui/why-panel.tsx';

/** What WhyPanel takes; a page may put its own `question` or `open` after it. */
export type WhyPanelView = {
  readonly question: string;
  readonly sentences: readonly string[];
  readonly days: readonly WhyDay[];
  readonly legalBasis?: string;
};

const WEEKDAYS = ['CN', 'Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy'] as const;
const MOVED =
  'Ngày cuối của thời hạn rơi vào ngày nghỉ nên chuyển sang ngày làm việc tiếp theo (Điều 148 Bộ luật Dân sự 2015).';

/**
 * The panel of a due date: the sentences of the explanation, with its days as a strip instead of sentences, and the
 * notices that closed or opened the office on them as the legal basis. The due date is always the last day shown.
 */
export function whyPanelOf(explanation: DueExplanation): WhyPanelView {
  const dueDate = explanation.dueAt.slice(0, 10);
  const dueClock = explanation.dueAt.slice(11, 16);
  const isMoved = explanation.days.some((day) => day.kind === 'skipped' && day.moved);
  const legalBasis = noticesOf(explanation.days).join('; ');
  return {
    question: `Vì sao hẹn ${formatDate(dueDate)}, ${dueClock}?`,
    sentences: [...explainDue({ ...explanation, days: [] }), ...(isMoved ? [MOVED] : [])],
    days: daysOf(explanation, dueDate, dueClock),
    ...(legalBasis === '' ? {} : { legalBasis }),
  };
}

/** A day may stand in the explanation twice: the last calendar day is counted, and moved on when it is a rest day. */
function daysOf(explanation: DueExplanation, dueDate: LocalDate, dueClock: string): readonly WhyDay[] {
  const byDate = new Map(explanation.days.map((day) => [day.date, day]));
  const last = byDate.get(dueDate);
  const before = [...byDate.values()].filter((day) => day.date < dueDate);
  return [
    ...before.map((day) => whyDay(day, explanation.minutesPerWorkingDay)),
    {
      ...shown(dueDate),
      kind: 'due',
      note: sentence([
        ...(last?.kind === 'worked' ? workedNotes(last, explanation.minutesPerWorkingDay) : []),
        `hẹn trả lúc ${dueClock}`,
      ]),
    },
  ];
}

function whyDay(day: ExplainedDay, minutesPerWorkingDay: number): WhyDay {
  if (day.kind === 'worked') return workedWhyDay(day, minutesPerWorkingDay);
  if (day.kind === 'calendar') return { ...shown(day.date), kind: 'counted' };
  return { ...shown(day.date), kind: 'skipped', note: occasionOf(day.reason) };
}

/** The days of Tết are one reason, so that the panel lists them together: what stands in brackets is left out. */
function occasionOf(reason: string): string {
  return reason.replace(/ \([^)]*\)$/, '');
}

function workedWhyDay(day: WorkedDay, minutesPerWorkingDay: number): WhyDay {
  const kind = day.minutes < minutesPerWorkingDay ? 'partial' : 'counted';
  const notes = workedNotes(day, minutesPerWorkingDay);
  return { ...shown(day.date), kind, ...(notes.length === 0 ? {} : { note: sentence(notes) }) };
}

/** What is unusual about a day that was worked: its name, and how much of it counted when not all did. */
function workedNotes(day: WorkedDay, minutesPerWorkingDay: number): readonly string[] {
  const part =
    day.minutes < minutesPerWorkingDay ? [`tính ${durationWords(day.minutes, minutesPerWorkingDay)}`] : [];
  return day.special === null ? part : [day.special, ...part];
}

function noticesOf(days: readonly ExplainedDay[]): readonly string[] {
  const notices = days.flatMap((day) =>
    day.kind === 'calendar' || day.legalNotice === null ? [] : [day.legalNotice],
  );
  return [...new Set(notices)];
}

function shown(date: LocalDate): Pick<WhyDay, 'date' | 'weekday'> {
  const [, month = '', day = ''] = date.split('-');
  return { date: `${Number(day)}/${Number(month)}`, weekday: WEEKDAYS[weekdayOf(date)] ?? '' };
}

function sentence(parts: readonly string[]): string {
  const text = parts.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
