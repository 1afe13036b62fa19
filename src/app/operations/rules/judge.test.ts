import { describe, expect, test } from 'vitest';
import { GIGABYTE, hoursAgo, jobOf, NOW, PROCESS, wellFacts } from '../facts.fixture.ts';
import type { Facts, Finding, RunningProcess } from '../schema.ts';
import { disksOf, fullAt } from './disk.ts';
import { errorWords } from './error-words.ts';
import { judge } from './judge.ts';

const causes = (facts: Facts): readonly string[] =>
  judge(facts).map(({ severity, cause }) => `${severity} ${cause}`);
const sentences = (facts: Facts): string =>
  judge(facts)
    .map(({ sentence }) => sentence)
    .join(' ');

test('An installation where all is well has nothing to tell', () => {
  expect(judge(wellFacts())).toEqual([]);
});

test('The worst comes first', () => {
  const facts = wellFacts({
    failures: [{ at: hoursAgo(3), requestId: 'a', method: 'GET', route: '/', kind: 'TypeError', place: '' }],
    backups: { newest: null, newestDrill: null, lastWhole: null, runs: [] },
    processes: [{ ...PROCESS, facts: { ...PROCESS.facts, sendsMail: false } }],
  });
  expect(causes(facts)).toEqual(['bad backup-late', 'warning failures', 'notice settings']);
});

describe('Background jobs', () => {
  const given = (change: Parameters<typeof jobOf>[0]) => causes(wellFacts({ jobs: [jobOf(change)] }));

  test('that are due soon, running or just late are no news', () => {
    expect(given({ runAt: hoursAgo(-5) })).toEqual([]);
    expect(given({ runAt: hoursAgo(5), isRunning: true })).toEqual([]);
    expect(given({ runAt: hoursAgo(0.1) })).toEqual([]);
  });

  test('that nobody takes for a quarter of an hour are bad', () => {
    expect(given({ runAt: hoursAgo(0.3) })).toEqual(['bad jobs-late']);
  });

  test('that were given up are bad, and those tried again a warning', () => {
    expect(given({ attempts: 12, lastError: 'x' })).toEqual(['bad jobs-failed']);
    expect(given({ attempts: 2, lastError: 'x', runAt: hoursAgo(-1) })).toEqual(['warning jobs-failed']);
  });

  test('that send letters are told as letters', () => {
    const letter = { task: 'dossier-received', lastError: 'x', runAt: hoursAgo(-1) };
    expect(given({ ...letter, attempts: 12 })).toEqual(['bad mail']);
    expect(given({ ...letter, attempts: 2, createdAt: hoursAgo(2) })).toEqual(['warning mail']);
    expect(given({ ...letter, attempts: 1, createdAt: hoursAgo(0.1) })).toEqual([]);
  });
});

describe('A disk', () => {
  const disk = (free: number, hours = 0) => ({
    host: 'may-1',
    place: 'files',
    at: hoursAgo(hours),
    sizeBytes: 100 * GIGABYTE,
    freeBytes: free * GIGABYTE,
  });

  test('is bad when almost full, and a warning before', () => {
    expect(causes(wellFacts({ disks: [disk(4)] }))).toEqual(['bad disk']);
    expect(causes(wellFacts({ disks: [disk(12)] }))).toEqual(['warning disk']);
  });

  test('that will be full within two weeks is a warning, with the day', () => {
    const disks = [96, 72, 48, 24, 0].map((hours, at) => disk(60 - at * 10, hours));
    expect(causes(wellFacts({ disks }))).toEqual(['warning disk']);
    expect(sentences(wellFacts({ disks }))).toContain('sẽ đầy khoảng 12/3/2026');
  });

  test('is foretold as a straight line, and not from less than two days', () => {
    const line = [96, 48, 0].map((hours) => disk(20 + hours / 24, hours));
    expect(fullAt(line, NOW)).toEqual(new Date(NOW.getTime() + 20 * 86_400_000));
    expect(fullAt([disk(30, 24), disk(20, 0)], NOW)).toBeNull();
    expect(fullAt([disk(20, 96), disk(30, 0)], NOW)).toBeNull();
  });

  test('is shown by its newest sample', () => {
    expect(disksOf([disk(30, 1), disk(20, 0)], NOW)).toMatchObject([{ freeBytes: 20 * GIGABYTE }]);
  });
});

describe('Backups', () => {
  const backups = (change: Partial<Facts['backups']>): Facts =>
    wellFacts({ backups: { ...wellFacts().backups, ...change } });

  test('of two nights ago are a warning, of three nights ago bad', () => {
    expect(causes(backups({ lastWhole: hoursAgo(27) }))).toEqual(['warning backup-late']);
    expect(causes(backups({ lastWhole: hoursAgo(51) }))).toEqual(['bad backup-late']);
  });

  test('that failed are told with what was wrong', () => {
    const { newest } = wellFacts().backups;
    if (!newest) throw new Error('The fixture has one');
    const facts = backups({ newest: { ...newest, outcome: 'failed', problem: 'Đĩa chứa /mnt/x đã đầy.' } });
    expect(causes(facts)).toEqual(['bad backup-failed']);
    expect(sentences(facts)).toContain('Đĩa chứa /mnt/x đã đầy.');
  });

  test('of an installation that began this morning are not missed yet', () => {
    const nothing = { newest: null, newestDrill: null, lastWhole: null, runs: [] };
    expect(causes(wellFacts({ backups: nothing, began: hoursAgo(3) }))).toEqual([]);
  });

  test('that are switched off are a warning until there is one', () => {
    const off = { ...PROCESS, facts: { ...PROCESS.facts, backupAt: null } };
    const nothing = { newest: null, newestDrill: null, lastWhole: null, runs: [] };
    expect(causes(wellFacts({ backups: nothing, processes: [off] }))).toEqual(['warning backup-late']);
  });

  test('not restored for trial for long are a warning, and one that cannot be restored is bad', () => {
    const { newestDrill } = wellFacts().backups;
    if (!newestDrill) throw new Error('The fixture has one');
    expect(causes(backups({ newestDrill: { ...newestDrill, endedAt: hoursAgo(24 * 10) } }))).toEqual([
      'warning drill',
    ]);
    expect(causes(backups({ newestDrill: { ...newestDrill, outcome: 'failed', problem: 'x' } }))).toEqual([
      'bad drill',
    ]);
  });
});

describe('The verifiable log', () => {
  const log = (change: Partial<Facts['log']>): Facts => wellFacts({ log: { ...wellFacts().log, ...change } });

  test('that waits for its places is a warning after a minute and bad after ten', () => {
    const lag = (oldestMs: number) => ({ lag: { waiting: 4, unsigned: 0, oldestMs, signedMs: 1 } });
    expect(causes(log(lag(5_000)))).toEqual([]);
    expect(causes(log(lag(61_000)))).toEqual(['warning log-late']);
    expect(causes(log(lag(601_000)))).toEqual(['bad log-late']);
  });

  test('that stops writing, or was found altered, is bad', () => {
    expect(causes(log({ alarm: 'Nhật ký đã bị thay đổi.' }))).toEqual(['bad log-alarm']);
    expect(causes(log({ lastCheck: { endedAt: NOW, findings: 2 } }))).toEqual(['bad log-damaged']);
    expect(causes(log({ lastCheck: { endedAt: hoursAgo(60), findings: 0 } }))).toEqual([
      'warning log-damaged',
    ]);
  });
});

describe('The processes', () => {
  const process = (change: Partial<RunningProcess>): readonly string[] =>
    causes(wellFacts({ processes: [{ ...PROCESS, ...change }] }));
  const facts = (change: Partial<RunningProcess['facts']>): readonly string[] =>
    process({ facts: { ...PROCESS.facts, ...change } });

  test('do no background work when the last worker has gone', () => {
    expect(process({ role: 'web' })).toEqual(['bad processes']);
    expect(process({ seenAt: hoursAgo(1) })).toEqual(['bad processes']);
  });

  test('of two releases are a warning', () => {
    const processes = [PROCESS, { ...PROCESS, id: 'b', version: '0.2.0' }];
    expect(causes(wellFacts({ processes }))).toEqual(['warning processes']);
  });

  test('that are strained are a warning', () => {
    expect(process({ eventLoopDelayMs: 900 })).toEqual(['warning processes']);
    expect(process({ connectionsWaitedFor: 3 })).toEqual(['warning processes']);
  });

  test('whose clock is off by seconds are a warning, by a minute bad', () => {
    expect(process({ clockDifferenceMs: -3_000 })).toEqual(['warning clock']);
    expect(process({ clockDifferenceMs: 61_000 })).toEqual(['bad clock']);
  });

  test('see a certificate come to its end', () => {
    const daysLeft = (days: number) => ({ certificate: { validTo: hoursAgo(-24 * days) } });
    expect(facts(daysLeft(10))).toEqual(['warning certificate']);
    expect(facts(daysLeft(-1))).toEqual(['bad certificate']);
  });

  test('see a key that others can read', () => {
    expect(facts({ keys: [{ name: 'data-key', changedAt: NOW, isPrivate: false }] })).toEqual(['bad keys']);
  });

  test('tell quietly what is switched off', () => {
    expect(
      facts({ sendsMail: false, tellsOperator: false, backupsEncrypted: false, usesTls: false }),
    ).toEqual(Array.from({ length: 4 }, () => 'notice settings'));
  });
});

test('Many failures within an hour are bad, a few a warning', () => {
  const failures = (count: number): Facts['failures'] =>
    Array.from({ length: count }, (_, at) => ({
      at: hoursAgo(0.5),
      requestId: String(at),
      method: 'GET',
      route: '/',
      kind: 'TypeError',
      place: '',
    }));
  expect(causes(wellFacts({ failures: failures(2) }))).toEqual(['warning failures']);
  expect(causes(wellFacts({ failures: failures(10) }))).toEqual(['bad failures']);
});

test('A statement that took very long is a warning', () => {
  const slow = [{ statement: 'select 1', runs: 1, longestMs: 15_000, totalMs: 15_000, lastAt: NOW }];
  expect(causes(wellFacts({ slow }))).toEqual(['warning slow']);
});

test('Every finding says what to do, in a sentence', () => {
  const processes = [{ ...PROCESS, role: 'web' as const, clockDifferenceMs: 99_000 }];
  const found: readonly Finding[] = judge(
    wellFacts({ processes, jobs: [jobOf({ attempts: 12, lastError: 'x' })], disks: [] }),
  );
  expect(found.length).toBeGreaterThan(2);
  for (const { sentence, advice } of found) {
    expect(sentence).toMatch(/^[\p{Lu}\d].*\.$/u);
    expect(advice).toMatch(/^[\p{Lu}\d].*\.$/u);
  }
});

test('The words of an error hide addresses and numbers of people', () => {
  expect(errorWords('550 <nguyen.b@example.vn> 0905777888\n  unknown')).toBe(
    '550 <[đã che]> [đã che] unknown',
  );
  expect(errorWords(null)).toBe('');
  expect(errorWords('x'.repeat(999))).toHaveLength(301);
});
