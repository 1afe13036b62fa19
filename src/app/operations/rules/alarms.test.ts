import { describe, expect, test } from 'vitest';
import type { Finding } from '../schema.ts';
import { changeOf, type KnownAlarm } from './alarms.ts';

const MORNING = new Date('2026-03-10T08:00:00+07:00');
const later = (hours: number): Date => new Date(MORNING.getTime() + hours * 3_600_000);
const DISK: Finding = { cause: 'disk', of: 'may-1/files', severity: 'bad', sentence: 'Đầy.', advice: 'Dọn.' };

/** Looks again and again; answers what each look told: `+` turned bad, `-` good again. */
function told(looks: readonly (readonly [hours: number, findings: readonly Finding[]])[]): readonly string[] {
  let known: readonly KnownAlarm[] = [];
  return looks.map(([hours, findings]) => {
    const { kept, bad, good } = changeOf(known, findings, later(hours));
    known = [...kept, ...known.filter(({ cause }) => !kept.some((alarm) => alarm.cause === cause))];
    return [...bad.map(() => '+'), ...good.map(() => '-')].join('');
  });
}

describe('The operator is told', () => {
  test('once when something turns bad and once when it is good again', () => {
    expect(
      told([
        [0, []],
        [1, [DISK]],
        [2, [DISK]],
        [30, [DISK]],
        [31, []],
        [32, []],
      ]),
    ).toEqual(['', '+', '', '', '-', '']);
  });

  test('not more than once a day of what comes and goes, and at last of what stays', () => {
    expect(
      told([
        [0, [DISK]],
        [1, []],
        [2, [DISK]],
        [3, []],
        [4, [DISK]],
        [25, [DISK]],
        [26, []],
      ]),
    ).toEqual(['+', '-', '', '', '', '+', '-']);
  });

  test('of each cause by itself', () => {
    const other: Finding = { ...DISK, of: 'may-1/backups' };
    expect(
      told([
        [0, [DISK]],
        [1, [DISK, other]],
        [2, [other]],
        [3, []],
      ]),
    ).toEqual(['+', '+', '-', '-']);
  });

  test('of nothing that is only a warning', () => {
    expect(
      told([
        [0, [{ ...DISK, severity: 'warning' }]],
        [1, []],
      ]),
    ).toEqual(['', '']);
  });

  test('that what was bad and is now only a warning is good again', () => {
    expect(
      told([
        [0, [DISK]],
        [1, [{ ...DISK, severity: 'warning' }]],
      ]),
    ).toEqual(['+', '-']);
  });
});

test('An alarm remembers since when it is one', () => {
  const first = changeOf([], [DISK], later(0)).kept;
  expect(changeOf(first, [DISK], later(5)).kept).toMatchObject([{ since: later(0), endedAt: null }]);
});
