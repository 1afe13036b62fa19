import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readLastWhole, readRuns } from '#app/backups/store.ts';
import { systemContext } from '#foundation/context.ts';
import { openAlarm } from '#foundation/log/alarms.ts';
import { logLag } from '#foundation/log/service.ts';
import { latestVerification } from '#foundation/log/verification/service.ts';
import type { Config } from '#platform/config/config.ts';
import { type DiskRoom, roomOf } from '#platform/metrics/disk.ts';
import type { Metrics } from '#platform/metrics/metrics.ts';
import type { System } from '#platform/system.ts';
import { placesOf } from './observer.ts';
import { FIGURES, type Reading } from './figures.ts';
import { countJobs, readClock, readDatabase } from './store.ts';

/** Asked again at most this often, whoever asks. */
const FRESH_MS = 10_000;
/** A database that does not answer must not hold up the figures that need none. */
const PATIENCE_MS = 5_000;

/**
 * Adds what is true of the installation to the figures of this process. Returns how to bring it up to date, before the
 * text is made; while the database does not answer only `motcua_database_up` is there.
 */
export function measureInstallation(metrics: Metrics, system: System, config: Config): () => Promise<void> {
  let reading: Reading | null = null;
  let rooms: readonly DiskRoom[] = [];
  let uploadsWaiting = 0;
  metrics.gauge('motcua_database_up', 'Whether the database answers.', () => [
    { value: reading === null ? 0 : 1 },
  ]);
  for (const [name, help, read] of FIGURES) {
    metrics.gauge(`motcua_${name}`, help, () => (reading === null ? [] : read(reading)));
  }
  metrics.gauge('motcua_disk_free_bytes', 'Room left on the disk of a place.', () =>
    rooms.map(({ place, free }) => ({ labels: { place }, value: free })),
  );
  metrics.gauge('motcua_disk_size_bytes', 'Size of the disk of a place.', () =>
    rooms.map(({ place, size }) => ({ labels: { place }, value: size })),
  );
  metrics.gauge('motcua_uploads_waiting', 'Files that are being received or examined.', () => [
    { value: uploadsWaiting },
  ]);
  metrics.gauge(
    'motcua_read_only',
    'Whether nothing may be written: the log or the clock is not as it must be.',
    () => [{ value: system.readOnly() === null ? 0 : 1 }],
  );
  return fresh(async () => {
    rooms = await roomOf(placesOf(config));
    uploadsWaiting = (await readdir(join(config.filesFolder, 'temporary')).catch(() => [])).length;
    reading = await patiently(readAll(system));
  });
}

async function readAll(system: System): Promise<Reading> {
  const ctx = await systemContext(system, 'metrics');
  const before = ctx.clock().getTime();
  const theirs = (await readClock(ctx.db)).getTime();
  const clockDifferenceMs = (before + ctx.clock().getTime()) / 2 - theirs;
  const [backup = null] = await readRuns(ctx.db, 'backup', 1);
  const [drill = null] = await readRuns(ctx.db, 'drill', 1);
  const check = await latestVerification(ctx);
  return {
    at: ctx.now,
    database: await readDatabase(ctx.db, ctx.now),
    clockDifferenceMs,
    jobs: await countJobs(ctx.db),
    lastWhole: await readLastWhole(ctx.db),
    backup,
    drill,
    lag: await logLag(ctx),
    alarms: (await openAlarm(ctx)) === null ? 0 : 1,
    check: check && { endedAt: check.endedAt, findings: check.findingCount },
  };
}

async function patiently<Value>(asked: Promise<Value>): Promise<Value | null> {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), PATIENCE_MS);
  try {
    return await Promise.race([asked, late.promise]);
  } catch {
    return null; // Whatever it is: the database does not answer, and the figures say so.
  } finally {
    clearTimeout(timer);
    asked.catch(() => undefined); // It may still fail after we have stopped waiting.
  }
}

/** The same asking for everybody who wants to know at the same time or shortly after. */
function fresh(ask: () => Promise<void>): () => Promise<void> {
  let asked: Promise<void> | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (asked === null || performance.now() - askedAt > FRESH_MS) {
      askedAt = performance.now();
      asked = ask();
    }
    return asked;
  };
}
