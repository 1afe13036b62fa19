import { formatNumber } from '#kernel/vietnamese/format.ts';
import type { Facts, Finding } from '../schema.ts';
import { span } from './spans.ts';

const HOUR_MS = 3_600_000;
const MANY_FAILURES = 10;
/** Slow statements of a day that a busy office may have. */
const MANY_SLOW = 50;
const FAR_TOO_SLOW_MS = 10_000;

/** Requests that failed, and statements that took long. */
export function performanceFindings({ failures, slow, now }: Facts): readonly Finding[] {
  const findings: Finding[] = [];
  const lately = failures.filter(({ at }) => now.getTime() - at.getTime() <= HOUR_MS).length;
  if (failures.length > 0)
    findings.push({
      cause: 'failures',
      severity: lately >= MANY_FAILURES ? 'bad' : 'warning',
      sentence:
        lately >= MANY_FAILURES
          ? `${formatNumber(lately)} yêu cầu gặp lỗi ngoài dự kiến trong một giờ qua.`
          : `${formatNumber(failures.length)} yêu cầu gặp lỗi ngoài dự kiến trong 24 giờ qua.`,
      advice:
        'Tìm mã yêu cầu trong nhật ký của máy chủ và gửi cho nhà phát triển; không có dữ liệu nào bị mất.',
    });
  const runs = slow.reduce((sum, statement) => sum + statement.runs, 0);
  const longest = Math.max(0, ...slow.map(({ longestMs }) => longestMs));
  if (runs > MANY_SLOW || longest > FAR_TOO_SLOW_MS)
    findings.push({
      cause: 'slow',
      severity: 'warning',
      sentence: `${formatNumber(runs)} câu lệnh chậm trong hôm nay, lâu nhất ${span(longest)}.`,
      advice: 'Xem mục Câu lệnh chậm; kiểm tra đĩa và bộ nhớ của máy chủ cơ sở dữ liệu.',
    });
  return findings;
}
