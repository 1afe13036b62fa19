import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { Connection } from '#platform/database/connection.ts';

const execute = promisify(execFile);

export const WITHOUT_PGBENCH =
  'pgbench is not installed, so nothing is compared with it. On Debian: apt-get install -y postgresql-contrib.';

/** The newest pgbench of the system, or null. */
export function findPgbench(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  return folders.map((folder) => join(folder, 'pgbench')).find((file) => existsSync(file)) ?? null;
}

export type PgbenchRun = {
  readonly program: string;
  readonly connection: Connection;
  readonly scripts: readonly string[];
  readonly clients: number;
  readonly seconds: number;
};

/** Transactions a second of scripts taken in turn, with prepared statements: the fastest way to send them. */
export async function runPgbench(run: PgbenchRun): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-pgbench-'));
  try {
    const files = run.scripts.map((script, index) => ({ path: join(folder, `${index}.sql`), script }));
    for (const { path, script } of files) await writeFile(path, script);
    const { stdout } = await execute(run.program, argumentsOf(run, files), { env: environmentOf(run) });
    const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
    if (tps === undefined) throw new Error(`pgbench said nothing about its speed:\n${stdout}`);
    return Number(tps);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function argumentsOf(run: PgbenchRun, files: readonly { readonly path: string }[]): readonly string[] {
  const { host, port, user, database } = run.connection;
  return [
    '--no-vacuum',
    '--protocol=prepared',
    `--client=${run.clients}`,
    '--jobs=1',
    `--time=${run.seconds}`,
    ...files.map(({ path }) => `--file=${path}`),
    `--host=${host}`,
    `--port=${port}`,
    `--username=${user}`,
    database,
  ];
}

function environmentOf({ connection }: PgbenchRun): NodeJS.ProcessEnv {
  return { ...process.env, PGPASSWORD: connection.password ?? '', PGOPTIONS: '-c timezone=UTC' };
}
