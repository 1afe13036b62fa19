import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { inject } from 'vitest';
import type { Connection } from '#platform/database/connection.ts';
import { openPool } from '#platform/database/pool.ts';
import { APPLICATION_ROLE } from '#platform/database/roles.ts';
import { openKeyFile } from '#platform/secrets/key-file.ts';
import { openFileStore } from '#platform/storage/file-store.ts';
import type { System } from '#platform/system.ts';
import { systemOver } from '../system.ts';
import { temporaryFolder } from './folder.ts';
import type { Order } from './order.ts';
import { freePort, type ProcessOptions, type Running, startProcess, untilReady } from './process.ts';

/** An installation on a folder of its own, whose processes a test starts and kills. */
export type House = {
  /** MOTCUA_DATA. */
  readonly folder: string;
  /** Data folder of PostgreSQL. */
  readonly cluster: string;
  readonly url: string;
  /** Everything its processes said. */
  readonly log: string;
  /** `motcua start`, which may die before it is ready. */
  readonly launch: (options?: StartOptions) => Running;
  /** The same, ready to answer. */
  readonly start: (options?: StartOptions) => Promise<Running>;
  /** Another command of `motcua`, run to its end. Answers its exit code. */
  readonly run: (args: readonly string[], order?: Order) => Promise<number | null>;
  /** Superuser's way to the database. */
  readonly owner: Connection;
  /** Opens the application's own functions over the database as it is now, beside the running processes. */
  readonly look: <Result>(work: (inside: Inside) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
};

export type Inside = { readonly system: System; readonly superuser: pg.Pool };

export type StartOptions = {
  readonly order?: Order;
  readonly settings?: Readonly<Record<string, string>>;
  readonly role?: 'web' | 'worker' | 'all';
};

/** An installation that has started once and stopped: the starter world, nobody's dossiers. */
export async function openHouse(
  settings: Readonly<Record<string, string>> = {},
  local: Readonly<Record<string, string>> = {},
): Promise<House> {
  const folder = await temporaryFolder('crash');
  // With their owners, which Node's own copying does not keep.
  await promisify(execFile)('cp', ['-Rp', inject('prepared'), path.join(folder, 'data')]);
  const house = await openHouseAt(folder, settings);
  await setLocally(house, local);
  return house;
}

/** An installation in a folder that has none yet. */
export async function openHouseAt(
  place: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<House> {
  const folder = path.join(place, 'data');
  await mkdir(folder, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = path.join(place, 'said.log');
  const owner = {
    host: path.join(folder, 'database/socket'),
    port: 5432,
    user: 'motcua',
    database: 'motcua',
  };
  const all = { MOTCUA_DATA: folder, PORT: String(port), ...settings };
  const processOf = (options: Omit<ProcessOptions, 'log'>): Running =>
    startProcess({ ...options, settings: { ...all, ...options.settings }, log });
  const launch: House['launch'] = ({ order, settings: more = {}, role = 'all' } = {}) =>
    processOf({ args: ['start', `--role=${role}`], settings: more, order });
  return {
    folder,
    cluster: path.join(folder, 'database/cluster'),
    url,
    log,
    owner,
    launch,
    start: async (options = {}) => {
      const running = launch(options);
      if (options.role !== 'worker') await untilReady(running, url);
      return running;
    },
    run: async (args, order) => processOf({ args, settings: {}, order }).exited,
    look: async (work) => lookInto(owner, folder, work),
    close: async () => rm(place, { recursive: true, force: true }),
  };
}

/** What the house said last, for somebody who wonders why a test failed. */
export async function lastWords({ log }: House): Promise<string> {
  const lines = (await readFile(log, 'utf8').catch(() => '')).split('\n');
  return lines.slice(-60).map(shortened).join('\n');
}

/** Of a line of the log its time and its sentences; what a dying program prints stays as it is. */
function shortened(line: string): string {
  const [, time] = /"time":"([^"]*)"/.exec(line) ?? [];
  if (time === undefined) return line;
  return [time, ...[...line.matchAll(/"message":"([^"]*)"/g)].map(([, message]) => message)].join(' ');
}

/** Settings of PostgreSQL as an operator would write them. */
async function setLocally({ cluster }: House, local: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.entries(local).map(([name, value]) => `${name} = ${value}\n`);
  if (lines.length > 0) await writeFile(path.join(cluster, 'local.conf'), lines.join(''), { mode: 0o644 });
}

async function lookInto<Result>(
  owner: Connection,
  folder: string,
  work: (inside: Inside) => Promise<Result>,
): Promise<Result> {
  const pool = quiet(openPool({ ...owner, user: APPLICATION_ROLE }, 4));
  const superuser = quiet(new pg.Pool({ ...owner, max: 2 }));
  try {
    const system = await systemOver(pool, path.join(folder, '../aside'), () => new Date());
    // What is sealed in the house is opened with the key of the house.
    const { secrets } = openKeyFile(path.join(folder, 'secrets'));
    const files = await openFileStore(path.join(folder, 'files'), secrets.fileKeys);
    return await work({ system: { ...system, secrets, files }, superuser });
  } finally {
    await pool.end();
    await superuser.end();
  }
}

/** The server may die under an idle connection; who asks next hears of it. */
function quiet(pool: pg.Pool): pg.Pool {
  return pool.on('error', () => undefined);
}
