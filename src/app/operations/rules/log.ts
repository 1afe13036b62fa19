import { formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import type { Facts, Finding } from '../schema.ts';
import { ago, atLeastHours, span } from './spans.ts';

const MINUTE_MS = 60_000;
/** Entries get their places within a second or two. */
const LATE_MS = MINUTE_MS;
const FAR_TOO_LATE_MS = 10 * MINUTE_MS;
/** It is checked every night; a computer that was off one night catches up. */
const CHECK_LATE_HOURS = 50;

/** What is the case with the verifiable log. */
export function logFindings({ log, now }: Facts): readonly Finding[] {
  const { alarm, lag, lastCheck } = log;
  const findings: Finding[] = [];
  if (alarm !== null)
    findings.push({
      cause: 'log-alarm',
      severity: 'bad',
      sentence: alarm,
      advice: 'Đừng xóa gì; làm theo hướng dẫn xử lý báo động của nhật ký.',
    });
  if (lastCheck !== null && lastCheck.findings > 0)
    findings.push({
      cause: 'log-damaged',
      severity: 'bad',
      sentence: `Lần kiểm tra nhật ký ${formatDateTime(lastCheck.endedAt)} thấy ${formatNumber(lastCheck.findings)} chỗ không khớp.`,
      advice: 'Chạy npx motcua log verify để biết chỗ nào, rồi làm theo hướng dẫn.',
    });
  if (lastCheck !== null && atLeastHours(CHECK_LATE_HOURS, lastCheck.endedAt, now))
    findings.push({
      cause: 'log-damaged',
      of: 'late',
      severity: 'warning',
      sentence: `Lần kiểm tra toàn bộ nhật ký gần nhất đã từ ${ago(lastCheck.endedAt, now)}.`,
      advice: 'Chạy: npx motcua log verify; rồi xem vì sao việc kiểm tra hằng đêm không chạy.',
    });
  const late = lag.oldestMs ?? 0;
  if (late > LATE_MS)
    findings.push({
      cause: 'log-late',
      severity: late > FAR_TOO_LATE_MS ? 'bad' : 'warning',
      sentence: `${formatNumber(lag.waiting)} mục nhật ký chờ ký, mục lâu nhất đã chờ ${span(late)}.`,
      advice: 'Kiểm tra tiến trình worker và thư mục khóa ký (MOTCUA_SIGNER).',
    });
  return findings;
}
