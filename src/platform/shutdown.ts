import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from './log/log.ts';

/** Something that must be closed in order. */
export type Closer = {
  /** In Vietnamese, for the log. */
  readonly name: string;
  readonly close: () => Promise<void>;
  /** Milliseconds it may take before the next one is closed all the same. */
  readonly limit?: number;
};

export type Shutdown = {
  /** What is opened later is closed earlier: add each right after opening it. */
  readonly add: (closer: Closer) => void;
  /** Closes everything, once however often it is asked. True when all closed in time and without failure. */
  readonly run: () => Promise<boolean>;
};

const standardLimit = 15_000;

/** The closing of one process. */
export function createShutdown(log: Log): Shutdown {
  const closers: Closer[] = [];
  let running: Promise<boolean> | undefined;
  return {
    add: (closer) => void closers.unshift(closer),
    run: () => (running ??= closeAll(closers, log)),
  };
}

/**
 * Waits for the end to be asked for: by a signal (SIGTERM, SIGINT, SIGHUP), or by the end of the process that started
 * this one with a channel. Whoever asks again after a second no longer wants to wait, and the process ends
 * at once; within the second it is the same request, which a terminal and npm both pass on.
 */
export async function endAsked(): Promise<string> {
  return new Promise((resolve) => {
    let askedAt: number | undefined;
    const asked = (by: string): void => {
      if (askedAt !== undefined && performance.now() - askedAt > 1000) process.exit(130);
      askedAt ??= performance.now();
      resolve(by);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, asked);
    process.once('disconnect', () => asked('disconnect'));
    process.channel?.unref();
  });
}

async function closeAll(closers: readonly Closer[], log: Log): Promise<boolean> {
  let isClean = true;
  for (const closer of closers) isClean = (await closeOne(closer, log)) && isClean;
  return isClean;
}

/** One that fails or is late must not keep the others, the database above all, from closing. */
async function closeOne({ name, close, limit = standardLimit }: Closer, log: Log): Promise<boolean> {
  const timer = new AbortController();
  const late = wait(limit, 'late' as const, { signal: timer.signal }).catch(() => 'closed' as const);
  const closed = close().then(() => 'closed' as const);
  try {
    const outcome = await Promise.race([closed, late]);
    if (outcome === 'late') log.warn({ limit }, `Chưa dừng xong ${name}, tiếp tục dừng phần còn lại`);
    return outcome === 'closed';
  } catch (error) {
    log.error({ error }, `Không dừng được ${name}`);
    return false;
  } finally {
    timer.abort();
  }
}
