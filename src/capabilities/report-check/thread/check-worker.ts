/** A thread that reads one text, tells what it is about, is told what is known of that, and answers what it found. */
import { parentPort } from 'node:worker_threads';
import { checkReading } from '#kernel/report/check.ts';
import { readReport } from '#kernel/report/reading.ts';
import type { Facts, Read } from './messages.ts';

parentPort?.once('message', (lines: readonly string[]) => {
  const reading = readReport(lines);
  const dates = reading.dates.flatMap(({ date }) => (date === null ? [] : [date]));
  parentPort?.once('message', ({ documents, figures, daysOff }: Facts) => {
    const closed = new Set(daysOff);
    answer(checkReading(reading, { documents, figures, isDayOff: (date) => closed.has(date) }));
  });
  answer({ frame: reading.frame, dates: [...new Set(dates)] } satisfies Read);
});

function answer(message: unknown): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  parentPort?.postMessage(message);
}
