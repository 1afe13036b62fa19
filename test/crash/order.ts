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

/** Every point, so that one that is told nowhere is noticed. */
export const POINTS = [
  'form-done',
  'form-committed',
  'file-staged',
  'file-kept',
  'job-done',
  'log-placed',
  'log-signed',
  'backup-table',
  'backup-written',
  'migration-applied',
  'migration-committed',
] as const satisfies readonly Point[];
