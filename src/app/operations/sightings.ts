import { createHash } from 'node:crypto';
import { localDateOf } from '#kernel/local-date.ts';
import { SLOW_STATEMENT } from '#platform/metrics/watch.ts';
import {
  failures,
  type FailureSeen,
  listenTo,
  statements,
  type StatementSeen,
  type Unwatch,
} from '#platform/tracing/channels.ts';
import type { Failure } from './schema.ts';
import type { SlowRow } from './store.ts';

/** What a process remembers between two times it writes; beyond that a storm tells nothing new. */
const MOST_FAILURES = 200;
const MOST_STATEMENTS = 100;
const LONGEST_STATEMENT = 4000;

export type Sighted = { readonly failures: readonly Failure[]; readonly slow: readonly SlowRow[] };

/** Failures and slow statements as they happen, kept until somebody takes them. */
export type Sightings = {
  /** What was seen since the last time; kept again when writing it fails. */
  readonly take: (write: (sighted: Sighted) => Promise<void>) => Promise<void>;
  readonly end: Unwatch;
};

export function watchSightings(clock: () => Date): Sightings {
  let seen: Failure[] = [];
  let slow = new Map<string, SlowRow>();
  const addSlow = (row: SlowRow): void => {
    const key = `${row.day} ${row.fingerprint}`;
    const known = slow.get(key);
    if (known !== undefined || slow.size < MOST_STATEMENTS) slow.set(key, known ? joined(known, row) : row);
  };
  const ends = [
    listenTo(failures, (failure) => {
      if (seen.length < MOST_FAILURES) seen.push(failureOf(failure, clock()));
    }),
    listenTo(statements, (statement) => {
      if (statement.milliseconds > SLOW_STATEMENT) addSlow(slowOf(statement, clock()));
    }),
  ];
  return {
    take: async (write) => {
      const taken = { failures: seen, slow: [...slow.values()] };
      [seen, slow] = [[], new Map()];
      try {
        await write(taken);
      } catch (error) {
        seen = [...taken.failures, ...seen].slice(0, MOST_FAILURES);
        for (const row of taken.slow) addSlow(row);
        throw error;
      }
    },
    end: () => {
      for (const end of ends) end();
    },
  };
}

/** Neither the words of an error nor the address: both may hold what a person typed. */
function failureOf({ requestId, method, route, error }: FailureSeen, at: Date): Failure {
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return { at, requestId, method, route, kind: `${error.name}${code}`, place: placeOf(error) };
}

/** The first line of the stack that names a file of ours: `readDossier (store.ts:12)`. */
function placeOf({ stack = '' }: Error): string {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const own = frames.find((line) => !/node:|node_modules/.test(line)) ?? '';
  const [, name = '', file = ''] =
    /^\s+at (?:async )?(?:(.+?) \()?(?:.*[/\\])?([^/\\]+?:\d+)(?::\d+)?\)?$/.exec(own) ?? [];
  return name === '' ? file : `${name} (${file})`;
}

function slowOf({ text, milliseconds }: StatementSeen, at: Date): SlowRow {
  const statement = plain(text);
  const ms = Math.round(milliseconds);
  return {
    day: localDateOf(at),
    fingerprint: createHash('sha256').update(statement).digest('hex').slice(0, 16),
    statement,
    runs: 1,
    longestMs: ms,
    totalMs: ms,
    lastAt: at,
  };
}

/** Lists of parameters of different lengths are one statement. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\(\$\d+(?:, ?\$\d+)+\)(?:, ?\(\$\d+(?:, ?\$\d+)*\))*/g, '($…)')
    .trim()
    .slice(0, LONGEST_STATEMENT);
}

function joined(one: SlowRow, other: SlowRow): SlowRow {
  return {
    ...one,
    runs: one.runs + other.runs,
    totalMs: one.totalMs + other.totalMs,
    longestMs: Math.max(one.longestMs, other.longestMs),
    lastAt: one.lastAt > other.lastAt ? one.lastAt : other.lastAt,
  };
}
