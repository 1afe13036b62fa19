import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How late a process gets to its work, in seconds, over the last whole minute. */
export type EventLoopDelay = { readonly p50: number; readonly p99: number; readonly most: number };

const MINUTE_MS = 60_000;
const NANOSECONDS = 1e9;
/** Milliseconds between two looks of the monitor; what it measures contains them. */
const RESOLUTION = 10;

/** Watches the event loop for as long as the process lives. */
export function watchEventLoop(): () => EventLoopDelay {
  const monitor = monitorEventLoopDelay({ resolution: RESOLUTION });
  monitor.enable();
  const seconds = (nanoseconds: number): number =>
    Number.isFinite(nanoseconds) ? Math.max(0, nanoseconds / NANOSECONDS - RESOLUTION / 1000) : 0;
  const read = (): EventLoopDelay => ({
    p50: seconds(monitor.percentile(50)),
    p99: seconds(monitor.percentile(99)),
    most: seconds(monitor.max),
  });
  let last: EventLoopDelay | undefined;
  setInterval(() => {
    last = read();
    monitor.reset();
  }, MINUTE_MS).unref();
  return () => last ?? read();
}
