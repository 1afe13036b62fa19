import type { Facts, Finding } from '../schema.ts';
import { backupFindings } from './backups.ts';
import { diskFindings } from './disk.ts';
import { installationFindings } from './installation.ts';
import { jobFindings } from './jobs.ts';
import { logFindings } from './log.ts';
import { performanceFindings } from './performance.ts';

const ORDER = { bad: 0, warning: 1, notice: 2 } as const;

/** Everything the operator should know, the worst first; empty when all is well. */
export function judge(facts: Facts): readonly Finding[] {
  return [
    ...logFindings(facts),
    ...diskFindings(facts),
    ...installationFindings(facts),
    ...backupFindings(facts),
    ...jobFindings(facts),
    ...performanceFindings(facts),
  ].toSorted((one, other) => ORDER[one.severity] - ORDER[other.severity]);
}

/** What an alarm goes by: two disks have two, and one that gets worse keeps its own. */
export function alarmOf({ cause, of }: Finding): string {
  return of === undefined ? cause : `${cause}/${of}`;
}
