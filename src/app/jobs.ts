import { z } from 'zod';
import { systemContext } from '#foundation/context.ts';
import { sweepOldAttempts } from '#foundation/access/sign-in/service.ts';
import { sweepEndedSessions } from '#foundation/access/sessions/service.ts';
import { tellReceived, tellResultReady } from '#capabilities/dossiers/notices/service.ts';
import { sweepLookups } from '#capabilities/dossiers/lookup/service.ts';
import { sweepSubmissions } from '#foundation/submissions/store.ts';
import type { TaskHandler } from '#platform/jobs/worker.ts';
import type { System } from '#platform/system.ts';

const aboutDossier = z.object({ number: z.string() });

/** What each background task does. A task that throws is tried again later. */
export function jobHandlers(system: System): Readonly<Record<string, TaskHandler>> {
  return {
    'dossier-received': async (payload, jobId) =>
      tellReceived(await systemContext(system, `job ${jobId}`), aboutDossier.parse(payload).number),
    'dossier-result-ready': async (payload, jobId) =>
      tellResultReady(await systemContext(system, `job ${jobId}`), aboutDossier.parse(payload).number),
    sweep: async (_payload, jobId) => {
      const ctx = await systemContext(system, `job ${jobId}`);
      await sweepOldAttempts(ctx);
      await sweepEndedSessions(ctx);
      await sweepLookups(ctx);
      await sweepSubmissions(ctx);
      await system.files.sweep();
    },
  };
}
