/** What the log does by itself: it asks witnesses, sends each day's state to those who keep it, and is checked every night. */
import { systemContext } from '#foundation/context.ts';
import { z } from 'zod';
import { stateLetter } from '#foundation/log/letters/schema.ts';
import { queueLetters, sendLastLetter, sendState } from '#foundation/log/letters/service.ts';
import { askWitnesses } from '#foundation/log/witness/ask.ts';
import { verifyAndKeep } from '#foundation/log/verification/service.ts';
import type { Config } from '#platform/config/config.ts';
import type { TaskHandler } from '#platform/jobs/worker.ts';
import type { System } from '#platform/system.ts';
import { openSigner } from './log-keeper.ts';
import { recordChecks } from './record-checks.ts';

/**
 * In UTC: witnesses every five minutes, the day's state at seven in the morning in Vietnam, the check at three at night.
 * The check never runs beside a backup.
 */
export const LOG_TIMETABLE: readonly string[] = [
  '*/5 * * * * ask-witnesses ?jobKey=ask-witnesses&max=2',
  '0 0 * * * log-letters ?fill=12h&jobKey=log-letters',
  '0 20 * * * verify-log ?fill=23h&max=3&queue=backups',
];

const lastLetter = z.object({ address: z.string(), size: z.number() });

/** What each task does. A task that throws is tried again later. */
export function logTasks(
  system: System,
  config: Pick<Config, 'signerFolder' | 'publicUrl'>,
): Readonly<Record<string, TaskHandler>> {
  return {
    'ask-witnesses': async (_payload, jobId) => {
      await askWitnesses(await systemContext(system, `job ${jobId}`));
    },
    'log-letters': async (_payload, jobId) => queueLetters(await systemContext(system, `job ${jobId}`)),
    'log-letter': async (payload, jobId) =>
      sendState(await systemContext(system, `job ${jobId}`), stateLetter.parse(payload)),
    'log-last-letter': async (payload, jobId) =>
      sendLastLetter(await systemContext(system, `job ${jobId}`), lastLetter.parse(payload)),
    'verify-log': async (_payload, jobId) => {
      const ctx = await systemContext(system, `job ${jobId}`);
      // Opened anew: what it remembers is what was signed before the check began.
      const signer = await openSigner(config);
      const onLine = (line: string): void => ctx.log.debug({}, line);
      await verifyAndKeep(ctx, { signer, checks: await recordChecks(ctx), onLine });
    },
  };
}
