import { z } from 'zod';
import { codesOf, type Labels } from '#kernel/labels.ts';

/** What can have gone wrong without anybody at a desk. */
export type GuardKind =
  | 'timer'
  | 'job'
  | 'due-move'
  | 'unclear'
  | 'stranded'
  | 'handover'
  | 'notice'
  | 'silent-timer'
  | 'dead-timer'
  | 'silent-warning'
  | 'queue';

export const GUARD_LABELS = {
  timer: 'Hẹn giờ đã đến mà chưa thực hiện',
  job: 'Việc nền của hồ sơ bị lỗi',
  'due-move': 'Chưa dời được hạn theo lịch',
  unclear: 'Điều kiện không xác định được',
  stranded: 'Hồ sơ không ở bước nào',
  handover: 'Bàn giao chưa ai nhận',
  notice: 'Thông báo không gửi được',
  'silent-timer': 'Hẹn giờ chưa lần nào đến',
  'dead-timer': 'Hẹn giờ không bao giờ đến',
  'silent-warning': 'Cảnh báo chưa lần nào phát',
  queue: 'Việc nền khác bị lỗi',
} as const satisfies Labels<GuardKind>;

/** One thing that somebody should look at: what, since when, and what to do. */
export type GuardRow = {
  readonly kind: GuardKind;
  /** Names it within its kind. */
  readonly id: string;
  readonly what: string;
  readonly since: Date | null;
  readonly todo: string;
  readonly problem: string;
  readonly dossier: string | null;
  readonly unitId: number | null;
  /** Where it is looked at or put right, when that is another page. */
  readonly href: string | null;
  /** What can be done about it here. */
  readonly acts: readonly GuardAct[];
};

export type GuardAct = 'retry' | 'drop';

export const retryInput = z.object({ kind: z.enum(codesOf(GUARD_LABELS)), id: z.string().min(1).max(300) });
export type RetryInput = z.infer<typeof retryInput>;

export const dropInput = retryInput.extend({
  reason: z
    .string()
    .trim()
    .normalize()
    .min(5, 'Hãy ghi lý do bỏ để người xem sau này hiểu.')
    .max(300, 'Lý do dài nhất 300 ký tự.'),
});
export type DropInput = z.infer<typeof dropInput>;

export const guardPaths = { list: '/guard', retry: '/guard/retry', drop: '/guard/drop' } as const;
