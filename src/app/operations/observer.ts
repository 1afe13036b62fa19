import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { type Context, systemContext } from '#foundation/context.ts';
import type { Config } from '#platform/config/config.ts';
import { certificateEnd } from '#platform/metrics/certificate.ts';
import { roomOf } from '#platform/metrics/disk.ts';
import type { EventLoopDelay } from '#platform/metrics/event-loop.ts';
import { keyFilesIn } from '#platform/metrics/key-files.ts';
import type { System } from '#platform/system.ts';
import type { DiskSample, ProcessFacts, RunningProcess } from './schema.ts';
import { type Sightings, watchSightings } from './sightings.ts';
import {
  addSlowStatements,
  forgetProcess,
  insertFailures,
  keepDiskSamples,
  keepProcess,
  readClock,
} from './store.ts';

export type ObserverOptions = {
  readonly config: Config;
  readonly version: string;
  readonly pool: Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'>;
  readonly eventLoop: () => EventLoopDelay;
};

export type Observer = { readonly close: () => Promise<void> };

const EVERY_MS = 30_000;
const HOUR_MS = 3_600_000;
const MOST_DIFFERENCE_MS = 2 ** 31 - 1;
/** Disks change slowly, certificates more slowly still. */
const DISKS_EVERY_MS = 5 * 60_000;
const CERTIFICATE_EVERY_MS = 6 * HOUR_MS;

/** The places whose room matters, by the folder that holds them. */
export function placesOf(config: Config): Readonly<Record<string, string>> {
  return {
    ...(config.databaseUrl === undefined ? { database: config.databaseFolder } : {}),
    files: config.filesFolder,
    backups: config.backup.folder,
    signer: config.signerFolder,
  };
}

/**
 * Writes twice a minute how this process is and what it has seen: for the operator's page, which another process may serve.
 * While the database is away what was seen is kept, up to a bound.
 */
export function observe(system: System, options: ObserverOptions): Observer {
  const ended = new AbortController();
  const sightings = watchSightings(system.clock);
  const startedAt = system.clock();
  const id = `${hostname()}:${process.pid}:${startedAt.getTime()}`;
  const beat = beats(system, options, { id, startedAt, sightings });
  const running = repeat(beat, ended.signal);
  return {
    close: async () => {
      ended.abort();
      await running;
      sightings.end();
      await beat(); // What was seen last.
      // Without a database there is nothing to forget it in: the row is swept when it is old.
      await forget(system, id).catch(() => undefined);
    },
  };
}

async function forget(system: System, id: string): Promise<void> {
  await forgetProcess((await systemContext(system, 'observer')).db, id);
}

async function repeat(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await work();
    await wait(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined); // Ended while it waited.
  }
}

type Self = { readonly id: string; readonly startedAt: Date; readonly sightings: Sightings };

function beats(
  system: System,
  options: ObserverOptions,
  { id, startedAt, sightings }: Self,
): () => Promise<void> {
  const facts = factsOf(options.config);
  const disks = every(DISKS_EVERY_MS, async (ctx: Context) =>
    keepDiskSamples(ctx.db, await disksAt(ctx, options)),
  );
  return async () => {
    try {
      const ctx = await systemContext(system, 'observer');
      await sightings.take(async ({ failures, slow }) => {
        await insertFailures(ctx.db, failures);
        await addSlowStatements(ctx.db, slow);
      });
      await disks(ctx);
      await keepProcess(ctx.db, { id, startedAt, ...(await stateOf(ctx, options)), facts: await facts() });
    } catch (error) {
      // The database may be away for a moment; what was seen is written the next time.
      system.log.debug({ error }, 'Chưa ghi được tình trạng của tiến trình, sẽ thử lại');
    }
  };
}

type State = Omit<RunningProcess, 'id' | 'startedAt' | 'facts'>;

async function stateOf(ctx: Context, { config, version, pool, eventLoop }: ObserverOptions): Promise<State> {
  const before = ctx.clock().getTime();
  const theirs = (await readClock(ctx.db)).getTime();
  const after = ctx.clock().getTime();
  return {
    host: hostname(),
    role: config.role,
    version,
    node: process.versions.node,
    seenAt: ctx.clock(),
    memoryBytes: process.memoryUsage.rss(),
    eventLoopDelayMs: Math.round(eventLoop().p99 * 1000),
    connectionsUsed: pool.totalCount - pool.idleCount,
    connectionsWaitedFor: pool.waitingCount,
    clockDifferenceMs: bounded(Math.round((before + after) / 2 - theirs)),
  };
}

/** Clocks that are weeks apart are as bad as any that are further: what is kept is a number of 32 bits. */
function bounded(milliseconds: number): number {
  return Math.max(-MOST_DIFFERENCE_MS, Math.min(milliseconds, MOST_DIFFERENCE_MS));
}

async function disksAt({ clock }: Context, { config }: ObserverOptions): Promise<readonly DiskSample[]> {
  const at = new Date(Math.floor(clock().getTime() / HOUR_MS) * HOUR_MS);
  const rooms = await roomOf(placesOf(config));
  return rooms.map(({ place, size, free }) => ({
    host: hostname(),
    place,
    at,
    sizeBytes: size,
    freeBytes: free,
  }));
}

function factsOf(config: Config): () => Promise<ProcessFacts> {
  let end: Date | null = null;
  const lookAtCertificate = every(CERTIFICATE_EVERY_MS, async () => {
    end = await certificateEnd(config.publicUrl);
  });
  const { keyFile } = config.backup;
  return async () => {
    if (config.role !== 'web') await lookAtCertificate();
    return {
      backupAt: config.backup.at,
      backupsEncrypted: keyFile !== undefined,
      sendsMail: config.smtpUrl !== undefined,
      tellsOperator: config.operatorMail !== undefined,
      asksClamav: config.clamav !== undefined,
      usesTls: config.publicUrl.startsWith('https:'),
      keys: [
        ...(await keyFilesIn(
          [config.secretsFolder, config.signerFolder],
          keyFile === undefined ? [] : [keyFile],
        )),
      ],
      certificate: end === null ? null : { validTo: end },
    };
  };
}

/** The same work, but not more often than this; what fails is tried again the next time. */
function every<Given extends readonly unknown[]>(
  milliseconds: number,
  work: (...given: Given) => Promise<void>,
): (...given: Given) => Promise<void> {
  let doneAt = Number.NEGATIVE_INFINITY;
  return async (...given) => {
    if (performance.now() - doneAt < milliseconds) return;
    await work(...given);
    doneAt = performance.now();
  };
}
