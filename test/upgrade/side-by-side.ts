/**
 * `npm run upgrade -- --from COMMIT`: the program of an earlier commit at work over a database, and beside it this one,
 * which upgrades that database under its feet. Says what succeeded on either, before, during and after.
 */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Connection } from '#platform/database/connection.ts';
import { ensureApplicationRole } from '#platform/database/roles.ts';
import { startEmbedded } from '#platform/embedded/server.ts';
import { temporaryFolder } from '../../bench/folder.ts';
import { type Server, startProcess, urlOf } from '../../bench/http/server.ts';
import { loadOf } from '../../bench/load.ts';
import { type Journeys, learnJourneys } from './journeys.ts';

const [older = ''] = process.argv.slice(2);
const BEFORE_MS = 4000;
const AFTER_MS = 6000;
/** Between two of the same journey. */
const PACE_MS = 150;

type Tried = {
  readonly phase: string;
  readonly program: string;
  readonly journey: string;
  readonly status: number;
  readonly ms: number;
};

const folder = await temporaryFolder('upgrade');
const server = await startEmbedded({
  folder: path.join(folder, 'database'),
  durable: true,
  onLine: () => undefined,
});
const superuser = new pg.Pool({ ...server.connection, max: 4 });
superuser.on('error', () => undefined);
try {
  process.stdout.write(tableOf(await run(server.connection)));
} finally {
  await superuser.end();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

async function run(owner: Connection): Promise<readonly Tried[]> {
  const application = await ensureApplicationRole(owner, 'upgrade');
  const data = path.join(folder, 'application');
  await mkdir(data, { recursive: true });
  const settings = { MOTCUA_DATA: data, DATABASE_URL: urlOf(owner), DATABASE_APP_URL: urlOf(application) };
  const start = async (root: string): Promise<Server> =>
    startProcess(['--enable-source-maps', path.join(root, 'dist/motcua.mjs'), 'start'], settings);
  const old = await start(older);
  const journeys = await learnJourneys(old.url, superuser);
  const tried: Tried[] = [];
  let phase = '1 before';
  const oldAtWork = keepTrying(journeys, {
    program: 'old',
    url: old.url,
    note: (one) => tried.push({ ...one, phase }),
  });
  await wait(BEFORE_MS);
  phase = '2 while it upgrades';
  const began = performance.now();
  const fresh = await start(path.resolve('.'));
  process.stdout.write(
    `The new program answered ${Math.round(performance.now() - began)} ms after its start.\n`,
  );
  phase = '3 side by side';
  const newAtWork = keepTrying(journeys, {
    program: 'new',
    url: fresh.url,
    note: (one) => tried.push({ ...one, phase }),
  });
  await wait(AFTER_MS);
  await oldAtWork.stop();
  await newAtWork.stop();
  await old.stop();
  await fresh.stop();
  return tried;
}

type Trial = {
  readonly program: string;
  readonly url: string;
  readonly note: (one: Omit<Tried, 'phase'>) => void;
};

/** Every journey over and over, side by side; a connection that is refused counts as status 0. */
function keepTrying(journeys: Journeys, { program, url, note }: Trial) {
  const over = new AbortController();
  const loops = Object.entries(journeys).map(async ([journey, travel]) => {
    while (!over.signal.aborted) {
      const began = performance.now();
      const status = await travel(url).catch(() => 0);
      note({ program, journey, status, ms: performance.now() - began });
      await wait(PACE_MS);
    }
  });
  return {
    stop: async (): Promise<void> => {
      over.abort();
      await Promise.all(loops);
    },
  };
}

/** A line for each phase, program and journey: how many succeeded, what the others were answered, how long it took. */
function tableOf(tried: readonly Tried[]): string {
  const groups = Map.groupBy(tried, ({ phase, program, journey }) => `${phase} | ${program} | ${journey}`);
  const lines = [...groups]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, all]) => {
      const good = all.filter(({ status }) => status === 200 || status === 303);
      const bad = Map.groupBy(
        all.filter((one) => !good.includes(one)),
        ({ status }) => status,
      );
      const failures = [...bad].map(([status, of]) => `${of.length} × ${status}`).join(', ');
      const { p99 } = loadOf(
        all.map(({ ms }) => ms),
        1,
      );
      return `| ${name} | ${good.length} of ${all.length} | ${failures} | ${Math.round(p99)} ms |`;
    });
  return [
    '| Phase | Program | Journey | Succeeded | Others | p99 |',
    '|---|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}
