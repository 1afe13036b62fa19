import type { Log } from '#platform/log/log.ts';

const nothing = (): void => {};

/** A logger that says nothing. */
export const silentLog: Log = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  child: () => silentLog,
};
