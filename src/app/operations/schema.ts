import { z } from 'zod';
import type { BackupRun } from '#app/backups/schema.ts';
import type { LogLag } from '#foundation/log/schema.ts';

/** How pressing something is. Only what is bad is told by mail. */
export type Severity = 'bad' | 'warning' | 'notice';

/** What can be wrong; each has its part in the guide. */
export type Cause =
  | 'log-alarm'
  | 'log-damaged'
  | 'log-late'
  | 'jobs-late'
  | 'jobs-failed'
  | 'mail'
  | 'failures'
  | 'disk'
  | 'backup-failed'
  | 'backup-late'
  | 'drill'
  | 'clock'
  | 'processes'
  | 'slow'
  | 'certificate'
  | 'keys'
  | 'settings';

/** Something the operator should know: what is the case, and what to do, a Vietnamese sentence each. */
export type Finding = {
  readonly cause: Cause;
  /** Tells things of one cause apart: two disks that are full are two findings. */
  readonly of?: string;
  readonly severity: Severity;
  readonly sentence: string;
  readonly advice: string;
};

export type Job = {
  readonly id: number;
  readonly task: string;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly runAt: Date;
  readonly createdAt: Date;
  readonly isRunning: boolean;
  readonly lastError: string | null;
};

export type Failure = {
  readonly at: Date;
  readonly requestId: string;
  readonly method: string;
  readonly route: string;
  readonly kind: string;
  readonly place: string;
};

export type SlowStatement = {
  readonly statement: string;
  readonly runs: number;
  readonly longestMs: number;
  readonly totalMs: number;
  readonly lastAt: Date;
};

/** Bytes. */
export type DiskSample = {
  readonly host: string;
  readonly place: string;
  readonly at: Date;
  readonly sizeBytes: number;
  readonly freeBytes: number;
};

export const processFacts = z.object({
  /** Settings that decide whether anybody looks after something; no secrets. */
  backupAt: z.string().nullable(),
  backupsEncrypted: z.boolean(),
  sendsMail: z.boolean(),
  tellsOperator: z.boolean(),
  asksClamav: z.boolean(),
  usesTls: z.boolean(),
  keys: z.array(z.object({ name: z.string(), changedAt: z.coerce.date(), isPrivate: z.boolean() })),
  /** Of the public address; null when it has none, or could not be asked. */
  certificate: z.object({ validTo: z.coerce.date() }).nullable(),
});
export type ProcessFacts = z.output<typeof processFacts>;

export type RunningProcess = {
  readonly id: string;
  readonly host: string;
  readonly role: 'web' | 'worker' | 'all';
  readonly version: string;
  readonly node: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly memoryBytes: number;
  readonly eventLoopDelayMs: number;
  readonly connectionsUsed: number;
  readonly connectionsWaitedFor: number;
  readonly clockDifferenceMs: number;
  readonly facts: ProcessFacts;
};

export type LogFacts = {
  readonly lag: LogLag;
  /** The sentence of an alarm that stops writing. */
  readonly alarm: string | null;
  readonly lastCheck: { readonly endedAt: Date; readonly findings: number } | null;
};

export type DatabaseFacts = {
  readonly version: string;
  readonly sizeBytes: number;
  readonly sessions: number;
  readonly migration: string;
};

/** Everything the operator's page and the watch judge by. */
export type Facts = {
  readonly now: Date;
  readonly database: DatabaseFacts;
  readonly jobs: readonly Job[];
  /** Of the last day, the newest first. */
  readonly failures: readonly Failure[];
  readonly slow: readonly SlowStatement[];
  /** Hourly, oldest first. */
  readonly disks: readonly DiskSample[];
  readonly backups: {
    readonly newest: BackupRun | null;
    readonly newestDrill: BackupRun | null;
    readonly lastWhole: Date | null;
    readonly runs: readonly BackupRun[];
  };
  readonly log: LogFacts;
  /** Seen within the last day. */
  readonly processes: readonly RunningProcess[];
  /** When the installation began; null when it is new. */
  readonly began: Date | null;
};

export const OPERATIONS = '/operations';
export const GUIDE = `${OPERATIONS}/guide`;
export const guidePath = (cause: Cause): string => `${GUIDE}#${cause}`;
export const retryPath = (id: number | string): string => `${OPERATIONS}/jobs/${id}/retry`;
export const discardPath = (id: number | string): string => `${OPERATIONS}/jobs/${id}/discard`;

export const discardSchema = z.object({
  reason: z
    .string()
    .trim()
    .min(5, 'Hãy ghi lý do bỏ việc này, ít nhất 5 ký tự.')
    .max(500, 'Lý do quá dài: tối đa 500 ký tự.'),
});

/** Background tasks in the words of the operator; one that is not here goes by its own name. */
const TASK_WORDS: Readonly<Record<string, string>> = {
  'send-notice': 'Thư, tin nhắn báo cho người dân, cán bộ',
  'post-order': 'Gửi đơn cho bưu chính',
  'post-cancel': 'Hủy đơn ở bưu chính',
  'post-tracking': 'Hỏi hành trình bưu gửi',
  'post-delivered': 'Ghi trả kết quả qua bưu chính',
  'dossier-received': 'Thư báo đã tiếp nhận hồ sơ',
  'dossier-result-ready': 'Thư báo đã có kết quả',
  'account-recovery': 'Thư báo khôi phục tài khoản',
  'operations-letter': 'Thư báo động cho người vận hành',
  'operations-watch': 'Theo dõi hệ thống',
  clock: 'Tìm hồ sơ cần cảnh báo, nhắc, kết thúc chờ',
  'clock-act': 'Cảnh báo, nhắc, kết thúc chờ của một hồ sơ',
  'fire-timers': 'Thực hiện hẹn giờ của hồ sơ',
  'calendar-change': 'Dời hạn hồ sơ theo lịch làm việc',
  'dossier-migration': 'Chuyển hồ sơ sang phiên bản quy trình mới',
  backup: 'Sao lưu hằng đêm',
  'backup-drill': 'Diễn tập phục hồi',
  sweep: 'Dọn dữ liệu tạm hằng đêm',
  reseal: 'Niêm phong lại bằng khóa mới',
  dispose: 'Tiêu hủy hồ sơ theo quyết định',
  'verify-log': 'Kiểm tra nhật ký hằng đêm',
  'ask-witnesses': 'Xin nhân chứng xác nhận nhật ký',
  'log-letters': 'Gửi trạng thái nhật ký hằng ngày',
  'log-letter': 'Thư gửi trạng thái nhật ký',
  'log-last-letter': 'Thư báo thôi gửi trạng thái nhật ký',
};

export function taskWords(task: string): string {
  return TASK_WORDS[task] ?? task;
}

/** Tasks that send a letter: when one fails, somebody waits for it. */
export function isLetter(task: string): boolean {
  return task !== 'operations-watch' && taskWords(task).startsWith('Thư');
}
