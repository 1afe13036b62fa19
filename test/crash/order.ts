import type { Point } from '#platform/points.ts';

/** Who is killed. */
export type Victim = 'application' | 'database' | 'both';

/** Where a process under test is to die, or let its database die. */
export type Order = {
  readonly point: Point;
  /** Which time it comes there, from 1. */
  readonly nth: number;
  readonly victim: Victim;
  /** Data folder of the database. */
  readonly cluster: string;
};

/** The variable in which a process gets an order at its start. Later ones come as messages. */
export const ORDER_VARIABLE = 'CRASH_AT';

const EVERY = {
  'form-done': true,
  'form-committed': true,
  'file-staged': true,
  'file-kept': true,
  'job-done': true,
  'timer-fired': true,
  'log-placed': true,
  'log-signed': true,
  'backup-table': true,
  'backup-written': true,
  'migration-applied': true,
  'migration-committed': true,
} as const satisfies Record<Point, true>;

/** Every point there is; the keys of an object are no more than texts to the language. */
export const POINTS = Object.keys(EVERY) as readonly Point[];
