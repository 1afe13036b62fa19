import type { Worker } from 'node:worker_threads';
import { Refusal } from '#kernel/refusal.ts';
import type { CheckResult } from '#kernel/report/schema.ts';
import { startThread } from '#platform/thread.ts';
import type { Facts, Read } from './messages.ts';

/** One text may take so long (milliseconds) and so much (MB): ten times what five hundred pages take. */
const LIMITS = { time: 60_000, heap: 768 } as const;

/**
 * Checks a text in a thread of its own, so that a long one takes its time and not that of the server. `know` is asked
 * once what the text is about is known. Refuses when it takes too long.
 */
export async function checkInThread(
  lines: readonly string[],
  know: (read: Read) => Promise<Facts>,
): Promise<CheckResult> {
  const worker = startThread({ beside: import.meta.url, name: 'check-worker' }, LIMITS.heap);
  const timer = setTimeout(() => void worker.terminate(), LIMITS.time);
  try {
    const facts = await know(await answerOf<Read>(worker, lines));
    return await answerOf<CheckResult>(worker, facts);
  } finally {
    clearTimeout(timer);
    void worker.terminate();
  }
}

const TOO_LONG = 'Văn bản quá dài hoặc quá phức tạp nên soát quá lâu. Hãy chia thành nhiều phần.';

/** The next message of the thread, which is typed by what it was sent. */
async function answerOf<Answer>(worker: Worker, message: unknown): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const fail = (): void => reject(new Refusal('invalid', TOO_LONG));
  worker.once('message', resolve);
  worker.once('exit', fail);
  worker.once('error', reject);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  worker.postMessage(message);
  try {
    return await promise;
  } finally {
    worker.off('message', resolve);
    worker.off('exit', fail);
    worker.off('error', reject);
  }
}
