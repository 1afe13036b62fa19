/** A due explanation as short Vietnamese sentences, for the "why this date?" panel, the receipt and the command line. */
import { formatLongDate } from '#kernel/vietnamese/format.ts';
import { durationWords } from './closeness.ts';
import type { DueExplanation, ExplainedExtension, ExplainedPause, LocalIso } from './due.ts';
import type { ExplainedDay, SkippedDay, WorkedDay } from './explained-day.ts';
import { instantWords } from './words.ts';

/** The explanation in reading order: rule, reception, start, days (like days together), pauses, extensions, due, caution. */
export function explainDue(explanation: DueExplanation): readonly string[] {
  return [
    ruleSentence(explanation),
    `Tiếp nhận lúc ${momentWords(explanation.receivedAt)}.`,
    ...startSentences(explanation),
    ...runsOf(explanation.days).map((run) => runSentence(run, explanation.minutesPerWorkingDay)),
    ...explanation.pauses.map((pause) => pauseSentence(pause, explanation.minutesPerWorkingDay)),
    ...(explanation.extensions ?? []).map((one) => extensionSentence(one, explanation.minutesPerWorkingDay)),
    `Hẹn trả kết quả: ${momentWords(explanation.dueAt)}.`,
    ...(explanation.note === null ? [] : [explanation.note]),
  ];
}

function ruleSentence({ rule, legalBasis, limit, minutesPerWorkingDay }: DueExplanation): string {
  const basis = legalBasis === null ? '' : ` theo ${legalBasis}`;
  const perDay = durationWords(minutesPerWorkingDay, Infinity);
  const measure = limit.unit === 'working-day' ? `; mỗi ngày làm việc tính ${perDay}` : '';
  const law =
    limit.unit === 'calendar-day' ? '; không tính ngày đầu tiên (Điều 147 Bộ luật Dân sự 2015)' : '';
  return `Thời hạn giải quyết: ${rule}${basis}${measure}${law}.`;
}

function startSentences({ startMoves, countedFrom }: DueExplanation): readonly string[] {
  if (startMoves.length === 0) return [];
  return [`${startMoves.join('; ')}: bắt đầu tính từ ${momentWords(countedFrom)}.`];
}

/** Neighbouring days that read the same way. */
type Run = readonly [ExplainedDay, ...ExplainedDay[]];

function runsOf(days: readonly ExplainedDay[]): readonly Run[] {
  const runs: Run[] = [];
  for (const day of days) {
    const open = runs.at(-1);
    if (open !== undefined && readsLike(open[0], day)) runs.splice(-1, 1, [...open, day]);
    else runs.push([day]);
  }
  return runs;
}

function readsLike(a: ExplainedDay, b: ExplainedDay): boolean {
  if (a.kind === 'worked' && b.kind === 'worked') {
    return a.special === b.special && rangeWords(a) === rangeWords(b);
  }
  if (a.kind === 'skipped' && b.kind === 'skipped') {
    return occasionOf(a) === occasionOf(b) && a.legalNotice === b.legalNotice && a.moved === b.moved;
  }
  return a.kind === 'calendar' && b.kind === 'calendar';
}

function runSentence(run: Run, minutesPerWorkingDay: number): string {
  const [first] = run;
  switch (first.kind) {
    case 'worked':
      return workedSentence(run, first, minutesPerWorkingDay);
    case 'calendar':
      return `${spanWords(run)}: tính ${run.length} ngày.`;
    case 'skipped':
      return skippedSentence(run, first);
  }
}

function workedSentence(run: Run, first: WorkedDay, minutesPerWorkingDay: number): string {
  const amount =
    first.minutes === minutesPerWorkingDay
      ? `tính đủ ${run.length} ngày làm việc`
      : `tính ${durationWords(first.minutes, minutesPerWorkingDay)}${run.length > 1 ? ' mỗi ngày' : ''}`;
  const special = first.special === null ? '' : ` ${first.special}${noticeWords(first.legalNotice)}.`;
  return `${spanWords(run)}: ${amount} (${rangeWords(first)}).${special}`;
}

function skippedSentence(run: Run, first: SkippedDay): string {
  const why = `${run.length > 1 ? occasionOf(first) : first.reason}${noticeWords(first.legalNotice)}`;
  if (!first.moved) return `Không tính ${spanWords(run)}: ${why}.`;
  return (
    `Ngày cuối của thời hạn là ngày nghỉ, chuyển sang ngày làm việc tiếp theo (Điều 148 Bộ luật Dân sự 2015). ` +
    `${spanWords(run)}: ${why}.`
  );
}

/** The days of Tết are one occasion: `Tết Nguyên đán (mùng 1)` without what stands in brackets. */
function occasionOf({ reason }: SkippedDay): string {
  return reason.replace(/ \([^)]*\)$/, '');
}

function pauseSentence(pause: ExplainedPause, minutesPerWorkingDay: number): string {
  return (
    `Tạm dừng từ ${momentWords(pause.pausedAt)} đến ${momentWords(pause.resumedAt)} (${pause.reason}), ` +
    `${durationWords(pause.minutes, minutesPerWorkingDay)} làm việc không tính vào thời hạn: ` +
    `hẹn trả chuyển từ ${momentWords(pause.dueBefore)} sang ${momentWords(pause.dueAfter)}.`
  );
}

function extensionSentence(grant: ExplainedExtension, minutesPerWorkingDay: number): string {
  return (
    `Gia hạn lúc ${momentWords(grant.grantedAt)} (${grant.reason}), thêm ` +
    `${durationWords(grant.minutes, minutesPerWorkingDay)} làm việc: ` +
    `hẹn trả chuyển từ ${momentWords(grant.dueBefore)} sang ${momentWords(grant.dueAfter)}.`
  );
}

function spanWords(run: Run): string {
  const last = run.at(-1) ?? run[0];
  if (run.length === 1) return formatLongDate(run[0].date);
  return `${formatLongDate(run[0].date)} đến ${formatLongDate(last.date)}`;
}

function noticeWords(legalNotice: string | null): string {
  return legalNotice === null ? '' : ` (${legalNotice})`;
}

function rangeWords({ ranges }: WorkedDay): string {
  return ranges.map(({ from, to }) => `${from}–${to}`).join(', ');
}

function momentWords(iso: LocalIso): string {
  return instantWords(new Date(iso));
}
