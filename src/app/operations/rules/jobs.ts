import { formatNumber } from '#kernel/vietnamese/format.ts';
import { type Facts, type Finding, isLetter, type Job, taskWords } from '../schema.ts';
import { atLeastHours, ago } from './spans.ts';

const MINUTE_MS = 60_000;
/** A job that is due is taken within seconds; after so long nobody takes jobs. */
const LATE_AFTER_MS = 15 * MINUTE_MS;

/** A job that will not be tried again. */
export function isGivenUp({ attempts, maxAttempts }: Job): boolean {
  return attempts >= maxAttempts;
}

export function isTriedAgain(job: Job): boolean {
  return job.lastError !== null && !isGivenUp(job);
}

/** Due, and nobody has taken it. */
export function isWaiting(job: Job, now: Date): boolean {
  return !job.isRunning && !isGivenUp(job) && job.runAt <= now;
}

export function jobFindings({ jobs, now }: Facts): readonly Finding[] {
  const work = jobs.filter(({ task }) => !isLetter(task));
  const letters = jobs.filter(({ task }) => isLetter(task));
  return [...lateJobs(jobs, now), ...failedJobs(work), ...undelivered(letters, now)];
}

function lateJobs(jobs: readonly Job[], now: Date): readonly Finding[] {
  const due = jobs.filter((job) => isWaiting(job, now)).map(({ runAt }) => runAt.getTime());
  const oldest = Math.min(...due);
  if (due.length === 0 || now.getTime() - oldest < LATE_AFTER_MS) return [];
  return [
    {
      cause: 'jobs-late',
      severity: 'bad',
      sentence: `${formatNumber(due.length)} việc nền đã đến hạn mà chưa được làm, việc lâu nhất từ ${ago(new Date(oldest), now)}.`,
      advice: 'Kiểm tra tiến trình worker còn chạy không; khởi động lại nó.',
    },
  ];
}

function failedJobs(jobs: readonly Job[]): readonly Finding[] {
  const givenUp = jobs.filter(isGivenUp);
  const triedAgain = jobs.filter(isTriedAgain);
  const findings: Finding[] = [];
  if (givenUp.length > 0)
    findings.push({
      cause: 'jobs-failed',
      severity: 'bad',
      sentence: `${formatNumber(givenUp.length)} việc nền hỏng hẳn, hệ thống không thử lại nữa: ${namesOf(givenUp)}.`,
      advice: 'Đọc lỗi ở mục Việc nền, sửa nguyên nhân rồi bấm Làm lại; không cần nữa thì bỏ và ghi lý do.',
    });
  if (triedAgain.length > 0)
    findings.push({
      cause: 'jobs-failed',
      of: 'again',
      severity: 'warning',
      sentence: `${formatNumber(triedAgain.length)} việc nền bị lỗi và đang được thử lại: ${namesOf(triedAgain)}.`,
      advice: 'Hệ thống tự thử lại với khoảng cách dài dần; xem lỗi ở mục Việc nền.',
    });
  return findings;
}

function undelivered(letters: readonly Job[], now: Date): readonly Finding[] {
  const givenUp = letters.filter(isGivenUp).length;
  const old = letters.filter((job) => isTriedAgain(job) && atLeastHours(1, job.createdAt, now)).length;
  if (givenUp + old === 0) return [];
  return [
    {
      cause: 'mail',
      severity: givenUp > 0 ? 'bad' : 'warning',
      sentence:
        givenUp > 0
          ? `${formatNumber(givenUp)} thư không gửi được, người nhận chưa được báo.`
          : `${formatNumber(old)} thư chờ hơn một giờ vì máy chủ thư không nhận.`,
      advice: 'Kiểm tra máy chủ thư (SMTP_URL) và lỗi của từng thư ở mục Việc nền, rồi bấm Làm lại.',
    },
  ];
}

function namesOf(jobs: readonly Job[]): string {
  return [...new Set(jobs.map(({ task }) => taskWords(task).toLowerCase()))].join(', ');
}
