import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from '#platform/database/connection.ts';
import { keepTestKey } from '#test/secrets.ts';
import type { World } from '../world.ts';

export type Server = { readonly url: string; readonly stop: () => Promise<void> };

/** The built application as one web process over the benchmark's database. */
export async function startServer(world: World): Promise<Server> {
  const dataFolder = path.join(world.folder, 'application');
  // The keys of the process that measures: what one has sealed or signed the other can read.
  await keepTestKey(path.join(dataFolder, 'secrets'));
  return startProcess(['--enable-source-maps', path.resolve('dist/motcua.mjs'), 'start', '--role=web'], {
    MOTCUA_DATA: dataFolder,
    DATABASE_URL: urlOf(world.owner),
    DATABASE_APP_URL: urlOf(world.application),
  });
}

/** Starts a program of ours on a free port and answers when it answers. */
export async function startProcess(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<Server> {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), LOG_LEVEL: 'warn', NODE_ENV: 'production', ...settings };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const exited = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  const ended = exited.then(() => 'ended' as const);
  while ((await Promise.race([isReady(url), ended])) !== true) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`);
    await wait(20);
  }
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false; // Nobody listens yet.
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}

/** The host of a socket is a folder, which stands in the query. */
export function urlOf({ host, port, user, password, database }: Connection): string {
  const login = password === undefined ? user : `${user}:${encodeURIComponent(password)}`;
  return `postgres://${login}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}
