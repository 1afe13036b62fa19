import { setTimeout as wait } from 'node:timers/promises';
import { recordChecks } from '#app/record-checks.ts';
import { keepLog } from '#app/log-keeper.ts';
import { receive } from '#capabilities/dossiers/intake/service.ts';
import { systemContext } from '#foundation/context.ts';
import { createWriteGuard } from '#foundation/log/guard.ts';
import { verifyLog } from '#foundation/log/verification/service.ts';
import { openLogSigner } from '#platform/signing/log-signer.ts';
import { drive, type Load, loadOf } from '../load.ts';
import { fact, figure, type Part, type Row } from '../row.ts';
import { say } from '../say.ts';
import { freshly } from '../verbs/clients.ts';
import {
  at,
  type Counter,
  newIdNumber,
  receiveByService,
  receivingCounters,
  withPerson,
} from '../verbs/receive.ts';
import type { World } from '../world.ts';

const LOOK_EVERY_MS = 50;

/** Receptions a second of a district on a busy morning. */
const BUSY_MORNING = 20;

/**
 * How long an event waits until the signed tree holds it, on a busy morning and while the counters receive as fast as they
 * can; then how long a verification of everything there is takes. The log is kept in this process, as the worker keeps it.
 */
export const measureLog: Part = async (world, options) => {
  const keeper = await keepLog(world.system, createWriteGuard(), await signerOf(world));
  const counters = await receivingCounters(world);
  const seconds = options.seconds * options.rounds;
  const morning = await lagDuring(world, async () => receiveEvenly(counters, seconds));
  const flood = await lagDuring(world, async () => receiveByService(counters, seconds));
  await keeper.stop();
  const what = 'event until the signed tree holds it';
  return [
    {
      what: `${what}, ${title(morning)}`,
      measured: told(morning),
      target: '≤ 1 s',
      isMet: morning.p99 <= 1000,
    },
    fact(`${what}, ${title(flood)}`, told(flood)),
    await measureVerification(world),
  ];
};

type Lag = { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly worst: number };

const title = ({ perSecond }: Lag): string => `${figure(perSecond)} receptions a second`;
const told = ({ p50, p99, worst }: Lag): string =>
  `p50 ${figure(p50)} ms, p99 ${figure(p99)} ms, worst ${figure(worst)} ms`;

async function lagDuring(world: World, work: () => Promise<Load>): Promise<Lag> {
  const looking = new AbortController();
  const lags = lagsUntil(world, looking.signal);
  const { perSecond } = await work();
  looking.abort();
  const { p50, p99 } = loadOf(await lags, 1);
  const lag = { perSecond, p50, p99, worst: Math.max(0, ...(await lags)) };
  say(`Log: ${title(lag)}, ${told(lag)}`);
  return lag;
}

/** One reception after the other at an even pace. */
async function receiveEvenly(counters: readonly Counter[], seconds: number): Promise<Load> {
  let next = performance.now();
  return drive({
    clients: 1,
    seconds,
    act: async (turn) => {
      next += 1000 / BUSY_MORNING;
      const { ctx, input } = at(counters, turn);
      await receive(freshly(ctx), withPerson(input, newIdNumber()));
      await wait(Math.max(0, next - performance.now()));
      return true;
    },
  });
}

async function signerOf({ folder }: World) {
  return openLogSigner({ folder: `${folder}/signer`, origin: 'bench.example.vn/nhat-ky' });
}

/** For how long the oldest event that is not in a signed tree has waited, in milliseconds, looked at again and again. */
async function lagsUntil({ superuser }: World, signal: AbortSignal): Promise<readonly number[]> {
  const lags: number[] = [];
  while (!signal.aborted) {
    const { rows } = await superuser.query<{ lag: number | null }>(`
      select (extract(epoch from clock_timestamp() - min(at)) * 1000)::float8 as lag from (
        (select e.at from log_pending p join history_events e on e.id = p.event_id order by p.event_id limit 1)
        union all
        (select e.at from log_entries l join history_events e on e.id = l.event_id
          where l.index >= (select coalesce(max(size), 0) from log_checkpoints) order by l.index limit 1)
      ) waiting`);
    lags.push(Math.max(0, rows[0]?.lag ?? 0));
    await wait(LOOK_EVERY_MS);
  }
  return lags;
}

/** Everything once: entries, tree, signatures, every record, every file. */
async function measureVerification(world: World): Promise<Row> {
  const ctx = await systemContext(world.system, 'bench');
  const began = performance.now();
  const order = { signer: await signerOf(world), checks: await recordChecks(ctx), onLine: say };
  const { entries, compared, findingCount } = await verifyLog(ctx, order);
  const seconds = (performance.now() - began) / 1000;
  const dossiers = compared['Hồ sơ'] ?? 0;
  const memory = Math.round(process.memoryUsage.rss() / 1024 / 1024);
  const measured = `${figure(seconds)} s, ${memory} MB of memory, ${figure(findingCount)} findings`;
  return fact(`log verify, ${figure(entries)} entries and ${figure(dossiers)} dossiers`, measured);
}
