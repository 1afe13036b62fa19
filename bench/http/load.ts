import autocannon, { type Request } from 'autocannon';
import type { Load } from '../load.ts';

export type HttpLoad = {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  /** The next request, whichever connection sends it. */
  readonly next: (turn: number) => Request;
  /** The answer that counts; anything else stops the benchmark. */
  readonly status: 200 | 303;
  /** Requests a second; as many as possible when absent. */
  readonly rate?: number;
  /** Whether the door may send some away, who are then counted as `refused` and not as answered. */
  readonly mayRefuse?: boolean;
};

/** Too many of the same sender, too many of all. */
const SENT_AWAY: ReadonlySet<string> = new Set(['429', '503']);

/** Sends requests over connections that stay open, as a browser does. */
export async function driveHttp(load: HttpLoad): Promise<Load> {
  let turn = 0;
  const result = await autocannon({
    url: load.url,
    connections: load.connections,
    duration: load.seconds,
    ...(load.rate === undefined ? {} : { overallRate: Math.max(1, Math.round(load.rate)) }),
    requests: [{ setupRequest: (request) => ({ ...request, ...load.next(turn++) }) }],
  });
  const others = Object.keys(result.statusCodeStats).filter((status) => Number(status) !== load.status);
  if (result.errors > 0 || others.some((status) => !SENT_AWAY.has(status) || load.mayRefuse !== true)) {
    throw new Error(
      `Expected ${load.status} alone, got ${JSON.stringify(result.statusCodeStats)}, ${result.errors} errors`,
    );
  }
  const { average, total } = result.requests;
  const away = others.reduce((sum, status) => sum + (result.statusCodeStats[status]?.count ?? 0), 0);
  const refused = away / Math.max(1, total);
  const { p50, p99 } = result.latency;
  return { count: total, perSecond: average * (1 - refused), p50, p99, refused };
}
