import type { Facts, Job, RunningProcess } from './schema.ts';

export const NOW = new Date('2026-03-10T10:00:00+07:00');

export function hoursAgo(hours: number): Date {
  return new Date(NOW.getTime() - hours * 3_600_000);
}

export const GIGABYTE = 1024 ** 3;

/** A process that is well and has everything switched on. */
export const PROCESS: RunningProcess = {
  id: 'may-1:1:1',
  host: 'may-1',
  role: 'all',
  version: '0.1.0',
  node: '24.0.0',
  startedAt: hoursAgo(100),
  seenAt: NOW,
  memoryBytes: 300_000_000,
  eventLoopDelayMs: 5,
  connectionsUsed: 1,
  connectionsWaitedFor: 0,
  clockDifferenceMs: 3,
  facts: {
    backupAt: '01:30',
    backupsEncrypted: true,
    sendsMail: true,
    tellsOperator: true,
    asksClamav: false,
    usesTls: true,
    keys: [{ name: 'data-key', changedAt: hoursAgo(500), isPrivate: true }],
    certificate: { validTo: hoursAgo(-60 * 24) },
  },
};

const RUN = {
  backup: 'motcua-20260309T183000Z',
  outcome: 'done',
  bytes: 5,
  rowCount: 5,
  fileCount: 5,
  encrypted: true,
  problem: '',
} as const;

/** An installation where all is well, with what a test changes. */
export function wellFacts(change: Partial<Facts> = {}): Facts {
  const newest = { ...RUN, kind: 'backup', startedAt: hoursAgo(8), endedAt: hoursAgo(8) } as const;
  const newestDrill = { ...RUN, kind: 'drill', startedAt: hoursAgo(50), endedAt: hoursAgo(50) } as const;
  return {
    now: NOW,
    database: { version: '17.10', sizeBytes: GIGABYTE, sessions: 3, migration: '0017_operations.sql' },
    jobs: [],
    failures: [],
    slow: [],
    disks: [{ host: 'may-1', place: 'files', at: NOW, sizeBytes: 100 * GIGABYTE, freeBytes: 60 * GIGABYTE }],
    backups: { newest, newestDrill, lastWhole: hoursAgo(8), runs: [newest, newestDrill] },
    log: {
      lag: { waiting: 0, unsigned: 0, oldestMs: null, signedMs: 5000 },
      alarm: null,
      lastCheck: { endedAt: hoursAgo(5), findings: 0 },
    },
    processes: [PROCESS],
    began: hoursAgo(24 * 300),
    ...change,
  };
}

export function jobOf(change: Partial<Job> = {}): Job {
  return {
    id: 7,
    task: 'backup',
    attempts: 0,
    maxAttempts: 12,
    runAt: hoursAgo(0),
    createdAt: hoursAgo(1),
    isRunning: false,
    lastError: null,
    ...change,
  };
}
