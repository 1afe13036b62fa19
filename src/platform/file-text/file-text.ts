import { startThread } from '#platform/thread.ts';
import { type FileText, PROBLEMS, TEXT_LIMITS } from './lines.ts';

/**
 * The text of a file (plain text, DOCX, PDF), read in a thread of its own with bounded time and memory. The bytes are
 * handed over to the thread: the caller has them no more.
 */
export async function textOfFile(
  bytes: Uint8Array<ArrayBuffer>,
  time: number = TEXT_LIMITS.time,
): Promise<FileText> {
  const worker = startThread({ beside: import.meta.url, name: 'file-text-worker' }, TEXT_LIMITS.heap);
  const answer = Promise.withResolvers<FileText>();
  const fail = (): void => answer.resolve({ problem: PROBLEMS.hard });
  const timer = setTimeout(fail, time);
  worker.once('message', answer.resolve);
  worker.once('error', fail);
  worker.once('exit', fail);
  // A view into a larger buffer would take its neighbours along.
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : Uint8Array.from(bytes);
  worker.postMessage(own, [own.buffer]);
  try {
    return await answer.promise;
  } finally {
    clearTimeout(timer);
    void worker.terminate();
  }
}
