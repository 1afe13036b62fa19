import { z } from 'zod';
import { reseal } from '#app/keys/service.ts';
import { systemContext } from '#foundation/context.ts';
import { ACCOUNT_LETTER, aboutAccount, sendAccountLetter } from '#foundation/access/letters/service.ts';
import { tellRecovery } from '#foundation/access/second-factor/recovery/service.ts';
import { sweepSecondFactors } from '#foundation/access/second-factor/service.ts';
import { sweepOldAttempts } from '#foundation/access/sign-in/service.ts';
import { sweepEndedSessions } from '#foundation/access/sessions/service.ts';
import { SEND_NOTICE } from '#capabilities/notifications/schema.ts';
import { sendNotice } from '#capabilities/notifications/sending/service.ts';
import { tellLate } from '#capabilities/dossiers/notices/service.ts';
import { CONSULTATION_LATE, tellOverdue } from '#capabilities/dossiers/consultation/notices.ts';
import { linkedEnded, openLinked } from '#capabilities/dossiers/linked/service.ts';
import { paymentSettled } from '#capabilities/dossiers/clock/service.ts';
import {
  carryOutClockAct,
  CLOCK_ACT_TASK,
  CLOCK_TASK,
  queueClockActs,
} from '#capabilities/dossiers/clock/warnings/service.ts';
import { ACT_TASK, LINKED_ENDED } from '#capabilities/dossiers/run/acts.ts';
import { carryOutAct } from '#capabilities/dossiers/run/carry-out.ts';
import { POST_TASKS } from '#capabilities/post/schema.ts';
import { readTracking, sendOrder, withdrawOrder } from '#capabilities/post/tracking/service.ts';
import { returnByPost } from '#capabilities/dossiers/postal/service.ts';
import { freezeScore, freezeUnscored } from '#capabilities/scoring/service.ts';
import { removeBytes } from '#capabilities/dossiers/disposal/service.ts';
import { carryOutBatch } from '#capabilities/dossiers/intake/group/batches/carry-out.ts';
import { sweepBatches } from '#capabilities/dossiers/intake/group/batches/service.ts';
import { sweepLookups } from '#capabilities/dossiers/lookup/service.ts';
import { carryOutDisposal, queueDueDisposals } from '#capabilities/retention/execution/service.ts';
import { sweepSubmissions } from '#foundation/submissions/store.ts';
import type { TaskHandler } from '#platform/jobs/worker.ts';
import type { System } from '#platform/system.ts';

const aboutDossier = z.object({ number: z.string() });
const aboutConsultation = z.object({ id: z.number() });
const aboutToken = z.object({ number: z.string(), node: z.string(), token: z.number() });
const aboutNotice = z.object({ id: z.number() });
const aboutOrder = z.object({ id: z.number() });
const aboutBytes = z.object({ hash: z.string() });
const aboutDisposal = z.object({ id: z.number() });
const aboutRecovery = z.object({ id: z.number(), what: z.enum(['opened', 'confirmed']) });

/** Every night at two in Vietnam (the queue reckons in UTC): what is kept only for a while is thrown away. */
export const SWEEP_TIMETABLE = '0 19 * * * sweep';

/** What each background task does. A task that throws is tried again later. */
export function jobHandlers(system: System): Readonly<Record<string, TaskHandler>> {
  return {
    'dossier-received': async (payload, jobId) =>
      tellLate(await systemContext(system, `job ${jobId}`), aboutDossier.parse(payload).number, 'received'),
    'dossier-result-ready': async (payload, jobId) =>
      tellLate(
        await systemContext(system, `job ${jobId}`),
        aboutDossier.parse(payload).number,
        'result-ready',
      ),
    [SEND_NOTICE]: async (payload, jobId) =>
      sendNotice(await systemContext(system, `job ${jobId}`), aboutNotice.parse(payload).id),
    ...postHandlers(system),
    ...unitHandlers(system),
    'dossier-returned': async (payload, jobId) =>
      freezeScore(await systemContext(system, `job ${jobId}`), aboutDossier.parse(payload).number),
    'score-unscored': async (_payload, jobId) => freezeUnscored(await systemContext(system, `job ${jobId}`)),
    'intake-batch': async (payload, jobId) =>
      carryOutBatch(await systemContext(system, `job ${jobId}`), aboutDisposal.parse(payload).id),
    'account-recovery': async (payload, jobId) => {
      const { id, what } = aboutRecovery.parse(payload);
      await tellRecovery(await systemContext(system, `job ${jobId}`), id, what);
    },
    [ACCOUNT_LETTER]: async (payload, jobId) =>
      sendAccountLetter(await systemContext(system, `job ${jobId}`), aboutAccount.parse(payload)),
    reseal: async (_payload, jobId) => {
      const ctx = await systemContext(system, `job ${jobId}`);
      const { values, files, problems } = await reseal(ctx, (line) => system.log.info({}, line));
      if (values + files > 0) system.log.info({ values, files }, 'Đã mã hóa lại bằng khóa đang dùng');
      for (const problem of problems) system.log.error({}, problem);
    },
    dispose: async (payload, jobId) =>
      carryOutDisposal(await systemContext(system, `job ${jobId}`), aboutDisposal.parse(payload).id),
    'remove-bytes': async (payload, jobId) =>
      removeBytes(await systemContext(system, `job ${jobId}`), aboutBytes.parse(payload).hash),
    sweep: async (_payload, jobId) => {
      const ctx = await systemContext(system, `job ${jobId}`);
      await sweepOldAttempts(ctx);
      await sweepEndedSessions(ctx);
      await sweepSecondFactors(ctx);
      await sweepLookups(ctx);
      await sweepSubmissions(ctx);
      await system.files.sweep();
      await queueDueDisposals(ctx);
      await freezeUnscored(ctx);
      await sweepBatches(ctx);
    },
  };
}

/** What several units do together: dossiers opened out of others, opinions that did not come in time. */
function unitHandlers(system: System): Readonly<Record<string, TaskHandler>> {
  return {
    [ACT_TASK]: async (payload, jobId) =>
      carryOutAct(await systemContext(system, `job ${jobId}`), payload, openLinked),
    [LINKED_ENDED]: async (payload, jobId) =>
      linkedEnded(await systemContext(system, `job ${jobId}`), aboutDossier.parse(payload).number),
    [CONSULTATION_LATE]: async (payload, jobId) =>
      tellOverdue(await systemContext(system, `job ${jobId}`), aboutConsultation.parse(payload).id),
    [CLOCK_TASK]: async (_payload, jobId) => queueClockActs(await systemContext(system, `job ${jobId}`)),
    [CLOCK_ACT_TASK]: async (payload, jobId) =>
      carryOutClockAct(await systemContext(system, `job ${jobId}`), payload),
    'fees-settled': async (payload, jobId) =>
      paymentSettled(await systemContext(system, `job ${jobId}`), aboutToken.parse(payload)),
  };
}

function postHandlers(system: System): Readonly<Record<string, TaskHandler>> {
  return {
    [POST_TASKS.order]: async (payload, jobId) =>
      sendOrder(await systemContext(system, `job ${jobId}`), aboutOrder.parse(payload).id),
    [POST_TASKS.cancel]: async (payload, jobId) =>
      withdrawOrder(await systemContext(system, `job ${jobId}`), aboutDossier.parse(payload).number),
    [POST_TASKS.tracking]: async (_payload, jobId) =>
      readTracking(await systemContext(system, `job ${jobId}`)),
    [POST_TASKS.delivered]: async (payload, jobId) =>
      returnByPost(await systemContext(system, `job ${jobId}`), aboutDossier.parse(payload).number),
  };
}
