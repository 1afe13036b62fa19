import type { Context } from '#foundation/context.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { openAlarm } from './alarms.ts';
import { readLatestEventTime } from './store.ts';

/** How far a clock may stand behind the last event: two computers of one office are seldom further apart. */
const MOST_BEHIND_MS = 120_000;

/** Why nothing may be written at the moment; null when all is well. */
export type WriteGuard = {
  readonly reason: () => string | null;
  /** Looks again, at the alarms of the log and at the clock. */
  readonly look: (ctx: Context) => Promise<void>;
};

/**
 * A guard that has not looked yet finds everything well. Alarms are known since the last look; the clock is asked at every
 * write, so that not even the first one after a jump slips through.
 */
export function createWriteGuard(): WriteGuard {
  let alarm: string | null = null;
  let clock: () => string | null = () => null;
  return {
    reason: () => alarm ?? clock(),
    look: async (ctx) => {
      alarm = (await openAlarm(ctx))?.sentence ?? null;
      clock = watchClock(ctx.clock, await readLatestEventTime(ctx.db));
    },
  };
}

/** Compares the clock with the latest event and with what it has said at earlier writes. */
function watchClock(clock: () => Date, lastEvent: Date | null): () => string | null {
  let latest = lastEvent;
  return () => {
    const now = clock();
    const problem = clockProblem(now, latest);
    if (latest === null || now > latest) latest = now;
    return problem;
  };
}

/** Times come from this clock alone, so one that jumps back would put deeds before those that led to them. */
export function clockProblem(now: Date, last: Date | null): string | null {
  if (last === null || now.getTime() >= last.getTime() - MOST_BEHIND_MS) return null;
  return `Đồng hồ máy chủ (${formatDateTime(now)}) chậm hơn lần ghi gần nhất (${formatDateTime(last)}), nên hệ thống tạm ngừng ghi. Hãy chỉnh đúng giờ máy chủ; nếu lần ghi trước mới là sai giờ, chạy lệnh log recover.`;
}
