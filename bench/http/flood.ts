import { spawn } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';
import { type Load, loadOf } from '../load.ts';

/** Many who read, or one who cannot stop. */
export type Crowd = {
  readonly name: string;
  readonly paths: readonly string[];
  /** From how many addresses they come. */
  readonly addresses: number;
  /** A session's cookie for each of them in turn; none for the public. */
  readonly cookies?: readonly string[];
  readonly connections: number;
  /** Requests a second; as many as are answered when absent. */
  readonly rate?: number;
};

/** What became of their requests, by status: how many, and how long the answers took. */
export type Outcome = {
  readonly name: string;
  readonly total: number;
  readonly byStatus: Readonly<Record<string, Load>>;
};

type Order = { readonly url: string; readonly seconds: number; readonly crowds: readonly Crowd[] };

/** First argument of the benchmark's own program when it is to be the crowds. */
export const FLOOD = '--flood';

/** Lets crowds read for a time, in a process of their own, so that they do not slow down whoever measures. */
export async function flood(order: Order): Promise<readonly Outcome[]> {
  const program = process.argv[1] ?? '';
  const child = spawn(process.execPath, [program, FLOOD], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(order));
  const exited = once(child, 'exit');
  const written = Buffer.concat(await child.stdout.toArray()).toString('utf8');
  await exited;
  if (child.exitCode !== 0) throw new Error(`The crowds ended with ${child.exitCode}`);
  // Written by `runFlood` below.
  return JSON.parse(written) as readonly Outcome[];
}

/** The program of the crowds: reads its order, floods, writes what became of it. */
export async function runFlood(): Promise<void> {
  const order = JSON.parse(Buffer.concat(await process.stdin.toArray()).toString('utf8')) as Order;
  const outcomes = await Promise.all(order.crowds.map(async (crowd) => drive(order, crowd)));
  process.stdout.write(JSON.stringify(outcomes));
}

async function drive({ url, seconds }: Order, crowd: Crowd): Promise<Outcome> {
  const { name, connections, rate } = crowd;
  const times = new Map<number, number[]>();
  let turn = 0;
  const running = autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 20,
    ...(rate === undefined ? {} : { overallRate: Math.max(1, Math.round(rate)) }),
    requests: [{ setupRequest: (request) => ({ ...request, ...requestOf(crowd, turn++) }) }],
  });
  running.on('response', (...[, status, , milliseconds]) => {
    const known = times.get(status);
    if (known) known.push(milliseconds);
    else times.set(status, [milliseconds]);
  });
  await running;
  const byStatus = [...times].map(([status, all]) => [status, loadOf(all, seconds)] as const);
  return { name, total: turn, byStatus: Object.fromEntries(byStatus) };
}

function requestOf({ paths, addresses, cookies = [] }: Crowd, turn: number) {
  const from = turn % addresses;
  return {
    method: 'GET' as const,
    path: paths[turn % paths.length] ?? '/',
    headers: {
      'accept-encoding': 'gzip',
      'x-forwarded-for': `198.18.${from >> 8}.${from & 255}`,
      cookie: cookies[turn % cookies.length] ?? '',
    },
  };
}
