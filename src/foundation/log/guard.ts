import type { Context } from '#foundation/context.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { openAlarm } from './alarms.ts';
import { readLastEventTime } from './store.ts';

/** How far a clock may stand behind the last event: two computers of one office are seldom further apart. */
const MOST_BEHIND_MS = 120_000;

/** Why nothing may be written at the moment; null when all is well. */
export type WriteGuard = {
  readonly reason: () => string | null;
  /** Looks again, at the alarms of the log and at the clock. */
  readonly look: (ctx: Context) => Promise<void>;
};

/** A guard that has not looked yet finds everything well. */
export function createWriteGuard(): WriteGuard {
  let reason: string | null = null;
  return {
    reason: () => reason,
    look: async (ctx) => {
      const alarm = await openAlarm(ctx);
      reason = alarm?.sentence ?? clockProblem(ctx.now, await readLastEventTime(ctx.db));
    },
  };
}

/** Times come from this clock alone, so one that jumps back would put deeds before those that led to them. */
export function clockProblem(now: Date, last: Date | null): string | null {
  if (last === null || now.getTime() >= last.getTime() - MOST_BEHIND_MS) return null;
  return `Đồng hồ máy chủ (${formatDateTime(now)}) chậm hơn lần ghi gần nhất (${formatDateTime(last)}), nên hệ thống tạm ngừng ghi. Hãy chỉnh đúng giờ máy chủ; nếu lần ghi trước mới là sai giờ, chạy lệnh log recover.`;
}
