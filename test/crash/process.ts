import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { killProcess } from './kill.ts';
import { type Order, ORDER_VARIABLE } from './order.ts';

/** One process of the application. */
export type Running = {
  readonly pid: number;
  /** Tells it where to die from now on. */
  readonly arm: (order: Order) => void;
  /** Waits until it has killed its database by the order it has now. */
  readonly told: () => Promise<void>;
  /** Its exit code; null when it was killed. */
  readonly exited: Promise<number | null>;
  readonly isOver: () => boolean;
  /** Asks it to end, and waits. */
  readonly stop: () => Promise<number | null>;
  /** kill -9. */
  readonly kill: () => Promise<void>;
};

export type ProcessOptions = {
  /** Words after `motcua`. */
  readonly args: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
  /** File to which everything it says is appended. */
  readonly log: string;
  readonly order?: Order | undefined;
};

const PROGRAM = path.resolve('dist/motcua.mjs');
const PRELOAD = path.resolve('test/crash/points.ts');

/** Starts the built application with the points armed. */
export function startProcess({ args, settings, log, order }: ProcessOptions): Running {
  const file = openSync(log, 'a');
  const child = spawn(process.execPath, ['--import', PRELOAD, PROGRAM, ...args], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      MOTCUA_BACKUP_AT: 'off',
      ...settings,
      ...(order === undefined ? {} : { [ORDER_VARIABLE]: JSON.stringify(order) }),
    },
    stdio: ['ignore', file, file, 'ipc'],
  });
  closeSync(file);
  return runningOf(child);
}

function runningOf(child: ChildProcess): Running {
  // The events give their arguments as lists.
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const pid = child.pid ?? 0;
  return {
    pid,
    told: async () => void (await once(child, 'message')),
    exited,
    arm: (order) => void child.send(order),
    isOver: () => child.exitCode !== null || child.signalCode !== null,
    stop: async () => {
      child.kill('SIGTERM');
      return exited;
    },
    kill: async () => {
      killProcess(pid);
      await exited;
    },
  };
}

/** Waits until the application answers that it is ready. Fails when it ends before, or within a minute does not. */
export async function untilReady(running: Running, url: string): Promise<void> {
  const giveUpAt = performance.now() + 60_000;
  while (!(await answers(`${url}/readyz`))) {
    if (running.isOver()) throw new Error(`The application ended with ${await running.exited}`);
    if (performance.now() > giveUpAt) throw new Error('The application does not become ready');
    await wait(15);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false; // Nobody listens yet.
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}
