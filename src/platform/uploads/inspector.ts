import type { Worker } from 'node:worker_threads';
import type { LockedFile } from '#platform/storage/reading.ts';
import { startThread } from '#platform/thread.ts';
import { CONTENT_LIMITS } from './limits.ts';
import type { Verdict } from './verdict.ts';

export type Inspector = {
  /** What a file on disk is, or why it is not taken. */
  readonly inspect: (file: LockedFile) => Promise<Verdict>;
};

export type InspectorLimits = {
  /** Threads at once, each with one file in its memory. */
  readonly threads: number;
  /** Milliseconds for one file. */
  readonly time: number;
};

const TOO_HARD: Verdict = {
  problem: 'quá phức tạp nên không kiểm tra được. Hãy in ra PDF mới hoặc quét lại rồi gửi lại.',
};

/** Looks into files in a few threads of their own, started when needed; who takes too long or too much is ended. */
export function createInspector(
  limits: InspectorLimits = { threads: 2, time: CONTENT_LIMITS.time },
): Inspector {
  const idle: Worker[] = [];
  const waiting: (() => void)[] = [];
  let running = 0;
  const enter = async (): Promise<void> => {
    if (running < limits.threads) running += 1;
    // Whoever leaves hands the place on.
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return {
    inspect: async (file) => {
      await enter();
      const worker = idle.pop() ?? startWorker();
      try {
        const verdict = await lookedAt(worker, file, limits.time);
        // Not waited for: a thread that waits for the disk ends only when the disk answers.
        if (verdict === null) void worker.terminate();
        else idle.push(worker);
        return verdict ?? TOO_HARD;
      } finally {
        leave();
      }
    },
  };
}

function startWorker(): Worker {
  const worker = startThread({ beside: import.meta.url, name: 'inspect-worker' }, CONTENT_LIMITS.heap);
  // Somebody listens always, since an idle thread that fails must not end the server.
  worker.on('error', () => undefined);
  worker.unref();
  return worker;
}

/** The verdict of a thread, or null when it fails or takes too long. */
async function lookedAt(worker: Worker, file: LockedFile, time: number): Promise<Verdict | null> {
  const answer = Promise.withResolvers<Verdict | null>();
  const fail = (): void => answer.resolve(null);
  const timer = setTimeout(fail, time);
  worker.once('message', answer.resolve);
  worker.once('error', fail);
  worker.once('exit', fail);
  worker.ref();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  worker.postMessage(file);
  try {
    return await answer.promise;
  } finally {
    clearTimeout(timer);
    worker.unref();
    worker.removeAllListeners('message');
    worker.off('error', fail);
    worker.off('exit', fail);
  }
}
