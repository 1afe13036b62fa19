import type { Finding } from '../schema.ts';
import { alarmOf } from './judge.ts';

/** A cause as it stood when it was last looked at. */
export type KnownAlarm = {
  readonly cause: string;
  readonly sentence: string;
  readonly since: Date;
  readonly endedAt: Date | null;
  /** Whether a letter was sent for this time it is bad. */
  readonly isTold: boolean;
  readonly toldAt: Date | null;
};

export type AlarmChange = {
  /** The rows as they are to be kept. */
  readonly kept: readonly KnownAlarm[];
  /** To be told now: what turned bad, and what is good again. */
  readonly bad: readonly Finding[];
  readonly good: readonly KnownAlarm[];
};

const DAY_MS = 24 * 3_600_000;

/**
 * What a look changes. Only what is bad is an alarm. A cause is told when it turns bad and when it is good again, and not
 * again within a day of its last letter: what comes and goes is told at last when it is still there a day later.
 */
export function changeOf(known: readonly KnownAlarm[], findings: readonly Finding[], now: Date): AlarmChange {
  const bad = findings.filter(({ severity }) => severity === 'bad');
  const before = new Map(known.map((alarm) => [alarm.cause, alarm]));
  const turned = bad.map((finding) => {
    const cause = alarmOf(finding);
    const old = before.get(cause);
    const isOpen = old !== undefined && old.endedAt === null;
    const isTold = isOpen && old.isTold;
    const mayTell = !isTold && (!old?.toldAt || now.getTime() - old.toldAt.getTime() >= DAY_MS);
    const alarm: KnownAlarm = {
      cause,
      sentence: finding.sentence,
      since: isOpen ? old.since : now,
      endedAt: null,
      isTold: isTold || mayTell,
      toldAt: mayTell ? now : (old?.toldAt ?? null),
    };
    return { finding, alarm, mayTell };
  });
  const stillBad = new Set(turned.map(({ alarm }) => alarm.cause));
  const ended = known
    .filter(({ cause, endedAt }) => endedAt === null && !stillBad.has(cause))
    .map((alarm) => ({ ...alarm, endedAt: now }));
  return {
    kept: [...turned.map(({ alarm }) => alarm), ...ended],
    bad: turned.filter(({ mayTell }) => mayTell).map(({ finding }) => finding),
    good: ended.filter(({ isTold }) => isTold),
  };
}
