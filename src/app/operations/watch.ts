import { type Context, inTransaction } from '#foundation/context.ts';
import { addDays, localDateOf } from '#kernel/local-date.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import { changeOf } from './rules/alarms.ts';
import { judge } from './rules/judge.ts';
import { gatherFacts } from './service.ts';
import { keepAlarms, readAlarms, sweepOperations } from './store.ts';
import type { AlarmLetter } from './letter.ts';

/** Every five minutes; one that failed gives way to the next. */
export const WATCH_TIMETABLE = '*/5 * * * * operations-watch ?jobKey=operations-watch&max=2';

const DAY_MS = 24 * 3_600_000;

/** Looks at the installation, and has the operator told of what has turned bad or is good again. */
export async function watchInstallation(ctx: Context): Promise<void> {
  const findings = judge(await gatherFacts(ctx));
  await inTransaction(ctx, async (tx) => {
    const { kept, bad, good } = changeOf(await readAlarms(tx.db), findings, tx.now);
    await keepAlarms(tx.db, kept);
    for (const { cause, sentence } of bad) ctx.log.error({ cause }, sentence);
    for (const { cause } of good) ctx.log.info({ cause }, 'Đã ổn trở lại');
    if (bad.length + good.length === 0) return;
    const letter: AlarmLetter = {
      bad: bad.map(({ cause, sentence, advice }) => ({ cause, sentence, advice })),
      good: good.map(({ sentence, since }) => ({ sentence, since: since.toISOString() })),
    };
    await queueJob(tx.db, { task: 'operations-letter', payload: letter });
  });
  await sweep(ctx);
}

async function sweep({ db, now }: Context): Promise<void> {
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  await sweepOperations(db, {
    failures: daysAgo(30),
    slowDay: addDays(localDateOf(now), -30),
    disks: daysAgo(60),
    processes: daysAgo(1),
    alarms: daysAgo(60),
  });
}
