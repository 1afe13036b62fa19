import { randomInt } from 'node:crypto';
import type { Point } from '#platform/points.ts';
import type { Victim } from './order.ts';

/** One kill: where, for the how manieth time, and whom. `anywhen` is wherever it happens to be after some milliseconds. */
export type Plan = { readonly point: Point | 'anywhen'; readonly nth: number; readonly victim: Victim };

/** Points that work at the counters passes, and how often until then at most. */
const PLACES = [
  ['form-committed', 8],
  ['form-done', 8],
  ['file-kept', 2],
  ['job-done', 5],
  ['log-placed', 2],
  ['anywhen', 600],
  ['log-signed', 2],
  ['file-staged', 2],
] as const satisfies readonly (readonly [Plan['point'], number])[];

const VICTIMS = ['application', 'database', 'both'] as const satisfies readonly Victim[];

/** The plan of a kill, counted from 0: every place with every victim before any comes again. */
export function planOf(kill: number): Plan {
  const [point, most] = PLACES[kill % PLACES.length] ?? PLACES[0];
  const victim = VICTIMS[(kill + Math.floor(kill / PLACES.length)) % VICTIMS.length] ?? 'both';
  return { point, victim, nth: 1 + randomInt(most) };
}

export function wordsOfPlan({ point, nth, victim }: Plan): string {
  return `${point}:${nth} (${victim})`;
}
