import { systemContext } from '#foundation/context.ts';
import type { TaskHandler } from '#platform/jobs/worker.ts';
import { sendMail } from '#platform/mail/mail.ts';
import type { System } from '#platform/system.ts';
import { alarmLetter, letterOf } from './letter.ts';
import { watchInstallation } from './watch.ts';

/** Watching the installation, and telling the operator. Without an address the page and the log alone tell. */
export function operationTasks(
  system: System,
  operatorMail: string | undefined,
): Readonly<Record<string, TaskHandler>> {
  return {
    'operations-watch': async (_payload, jobId) =>
      watchInstallation(await systemContext(system, `job ${jobId}`)),
    'operations-letter': async (payload) => {
      if (operatorMail === undefined) return;
      const { publicUrl } = system;
      const letter = letterOf(alarmLetter.parse(payload), {
        to: operatorMail,
        publicUrl,
        now: system.clock(),
      });
      await sendMail(system, letter);
    },
  };
}
