import { describe, expect, test } from 'vitest';
import {
  boundary,
  call,
  end,
  EXPERT,
  message,
  parallel,
  processOf,
  start,
  task,
  timer,
} from '#kernel/process/process.fixture.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { begin, complete, fireTimer, receiveMessage, withdrawTo } from './engine.ts';
import { type Instance, type Move, waitingTokens } from './instance.ts';

const none = { facts: {} };
const places = (instance: Instance) => waitingTokens(instance).map((token) => token.node);
const kinds = (move: Move) => move.effects.map((effect) => effect.kind);

/** Completes these nodes one after another. */
function after(definition: ProcessDefinition, ...nodes: readonly string[]): Move {
  return nodes.reduce<Move>(
    (move, node) => complete(definition, move.instance, { node, ...none }),
    begin(definition, none),
  );
}

describe('ends', () => {
  const many = (how: 'terminate' | 'error') =>
    processOf(
      [start(), parallel('s'), task('a'), task('b'), timer('t'), end('stop', how), end()],
      'start > s > a > stop',
      's > b > end',
      's > t > end',
    );

  test('a terminate end stops everything, tasks and timers', () => {
    const move = after(many('terminate'), 'a');
    expect(move.effects).toEqual([
      { kind: 'activity-cancelled', token: 4, node: 'b' },
      { kind: 'timer-cleared', token: 5, node: 't' },
      { kind: 'ended', how: 'terminate', node: 'stop' },
    ]);
    expect(waitingTokens(move.instance)).toEqual([]);
  });

  test('an error end does too, and keeps its code', () => {
    expect(after(many('error'), 'a').instance.ended).toEqual({ how: 'error', node: 'stop', errorCode: 'E1' });
  });

  test('a plain end waits for the other branches', () => {
    expect(after(many('terminate'), 'b').instance.ended).toBeNull();
  });
});

describe('waiting', () => {
  test('a timer, a message and a linked dossier are asked for, and go on when they come', () => {
    const waits = processOf([start(), timer('t'), message('m'), call('c'), end()], 'start > t > m > c > end');
    const begun = begin(waits, none);
    expect(begun.effects).toEqual([{ kind: 'timer-set', token: 2, node: 't', minutes: 480 }]);
    expect(() => receiveMessage(waits, begun.instance, { message: 'trả lời m', ...none })).toThrow(
      'không bước nào chờ',
    );
    const asked = fireTimer(waits, begun.instance, { node: 't', ...none });
    expect(asked.effects).toEqual([
      {
        kind: 'message-awaited',
        token: 3,
        node: 'm',
        message: 'trả lời m',
        unitRole: EXPERT,
        quotaMinutes: 120,
      },
    ]);
    expect(() => fireTimer(waits, asked.instance, { node: 't', ...none })).toThrow('Hồ sơ không ở');
    const opened = receiveMessage(waits, asked.instance, { message: 'trả lời m', ...none });
    expect(opened.effects).toEqual([
      { kind: 'linked-dossier-opened', token: 4, node: 'c', procedure: 'thu-tuc-khac', quotaMinutes: 240 },
    ]);
    expect(complete(waits, opened.instance, { node: 'c', ...none }).instance.ended?.how).toBe('none');
  });

  const watched = (interrupting: boolean) =>
    processOf(
      [start(), task('a'), boundary('late', 'a', interrupting), task('r'), task('b'), end(), end('end2')],
      'start > a > b > end',
      'late > r > end2',
    );

  test('an interrupting timer takes the step away', () => {
    const begun = begin(watched(true), none);
    expect(kinds(begun)).toEqual(['task-activated', 'timer-set']);
    const late = fireTimer(watched(true), begun.instance, { node: 'late', ...none });
    expect(kinds(late)).toEqual(['activity-cancelled', 'task-activated']);
    expect(places(late.instance)).toEqual(['r']);
  });

  test('one that does not interrupt begins a branch of its own, once', () => {
    const definition = watched(false);
    const late = fireTimer(definition, begin(definition, none).instance, { node: 'late', ...none });
    expect(places(late.instance)).toEqual(['a', 'r']);
    expect(() => fireTimer(definition, late.instance, { node: 'late', ...none })).toThrow('Không có hẹn giờ');
  });

  test('a step that is finished in time clears its timer', () => {
    expect(after(watched(true), 'a').effects[0]).toEqual({ kind: 'timer-cleared', token: 2, node: 'late' });
  });
});

describe('rollback', () => {
  const both = processOf(
    [start(), task('z'), parallel('s'), task('a'), task('b'), parallel('j'), task('c'), end()],
    'start > z > s > a > j > c > end',
    's > b > j',
  );

  test('opens a finished step again and withdraws what came of it', () => {
    const back = withdrawTo(both, after(both, 'z', 'a').instance, { node: 'z' });
    expect(places(back.instance)).toEqual(['z']);
    expect(kinds(back)).toEqual(['activity-cancelled', 'withdrawn', 'task-activated']);
    expect(back.effects[1]).toEqual({ kind: 'withdrawn', nodes: ['a'] });
  });

  test('leaves the work of other branches alone: behind a join they wait at it again', () => {
    const joined = after(both, 'z', 'a', 'b');
    expect(places(joined.instance)).toEqual(['c']);
    const back = withdrawTo(both, joined.instance, { node: 'a' });
    expect(places(back.instance)).toEqual(['a']);
    const again = complete(both, back.instance, { node: 'a', ...none });
    expect(places(again.instance)).toEqual(['c']);
    expect(complete(both, again.instance, { node: 'c', ...none }).instance.ended?.how).toBe('none');
  });

  test('is refused where nothing was finished', () => {
    const { instance } = after(both, 'z');
    expect(() => withdrawTo(both, instance, { node: 'a' })).toThrow('chưa hoàn thành bước “a”');
    expect(() => withdrawTo(both, instance, { node: 's' })).toThrow('Chỉ có thể lùi về một bước xử lý');
  });
});
