import type { BackupRun } from '#app/backups/schema.ts';
import type { LogLag } from '#foundation/log/schema.ts';
import type { Sample } from '#platform/metrics/metrics.ts';
import { type DatabaseFacts, isLetter } from './schema.ts';
import type { JobCount } from './store.ts';

/** What the database says of the installation, as it was when it was last asked. */
export type Reading = {
  readonly at: Date;
  readonly database: DatabaseFacts;
  readonly clockDifferenceMs: number;
  readonly jobs: readonly JobCount[];
  readonly lastWhole: Date | null;
  readonly backup: BackupRun | null;
  readonly drill: BackupRun | null;
  readonly lag: LogLag;
  readonly alarms: number;
  readonly check: { readonly endedAt: Date; readonly findings: number } | null;
};

type Figure = readonly [name: string, help: string, read: (reading: Reading) => readonly Sample[]];

/** The figures that are true of the whole installation, whichever process tells them; names without `motcua_`. */
export const FIGURES: readonly Figure[] = [
  ['database_size_bytes', 'Size of the database.', ({ database }) => one(database.sizeBytes)],
  ['sessions', 'Browsers that are signed in.', ({ database }) => one(database.sessions)],
  [
    'clock_difference_seconds',
    'Clock of the application less that of the database.',
    ({ clockDifferenceMs }) => one(clockDifferenceMs / 1000),
  ],
  [
    'jobs_waiting',
    'Background jobs that are due and not taken.',
    ({ jobs }) => byTask(jobs, ({ waiting }) => waiting),
  ],
  [
    'jobs_retrying',
    'Background jobs that failed and are tried again.',
    ({ jobs }) => byTask(jobs, ({ retrying }) => retrying),
  ],
  ['jobs_failed', 'Background jobs that were given up.', ({ jobs }) => byTask(jobs, ({ failed }) => failed)],
  [
    'job_oldest_seconds',
    'For how long the oldest background job has been due.',
    ({ jobs }) => one(Math.max(0, ...jobs.map(({ oldestSeconds }) => oldestSeconds ?? 0))),
  ],
  [
    'mail_waiting',
    'Letters that the mail server has not taken.',
    ({ jobs }) =>
      one(lettersIn(jobs, ({ waiting, retrying, failed }) => Math.max(waiting, retrying) + failed)),
  ],
  ['backup_age_seconds', 'Age of the newest whole backup.', ({ at, lastWhole }) => age(at, lastWhole)],
  ['backup_outcome', 'What came of the last backup.', ({ backup }) => outcome(backup)],
  ['drill_age_seconds', 'Age of the last restore for trial.', ({ at, drill }) => age(at, drill?.endedAt)],
  ['drill_outcome', 'What came of the last restore for trial.', ({ drill }) => outcome(drill)],
  ['log_waiting_entries', 'Entries of the log that wait for their place.', ({ lag }) => one(lag.waiting)],
  [
    'log_unsigned_entries',
    'Entries of the log that no signed state has yet.',
    ({ lag }) => one(lag.unsigned),
  ],
  [
    'log_oldest_waiting_seconds',
    'For how long the oldest entry has waited.',
    ({ lag }) => one((lag.oldestMs ?? 0) / 1000),
  ],
  [
    'log_checkpoint_age_seconds',
    'Age of the newest signed state of the log.',
    ({ lag }) => one(lag.signedMs === null ? null : lag.signedMs / 1000),
  ],
  [
    'log_check_age_seconds',
    'Age of the last check of the whole log.',
    ({ at, check }) => age(at, check?.endedAt),
  ],
  [
    'log_check_findings',
    'What the last check of the whole log found.',
    ({ check }) => one(check?.findings ?? null),
  ],
  ['log_alarms', 'Alarms of the log that stop writing.', ({ alarms }) => one(alarms)],
];

function one(value: number | null): readonly Sample[] {
  return value === null ? [] : [{ value }];
}

function age(at: Date, since: Date | null | undefined): readonly Sample[] {
  return one(since ? (at.getTime() - since.getTime()) / 1000 : null);
}

function byTask(jobs: readonly JobCount[], value: (count: JobCount) => number): readonly Sample[] {
  return jobs.map((count) => ({ labels: { task: count.task }, value: value(count) }));
}

function lettersIn(jobs: readonly JobCount[], value: (count: JobCount) => number): number {
  return jobs.filter(({ task }) => isLetter(task)).reduce((total, count) => total + value(count), 0);
}

/** One of the three is 1, the others 0; none before the first run. */
function outcome(run: BackupRun | null): readonly Sample[] {
  if (run === null) return [];
  const outcomes = ['done', 'incomplete', 'failed'] as const;
  return outcomes.map((name) => ({ labels: { outcome: name }, value: run.outcome === name ? 1 : 0 }));
}
