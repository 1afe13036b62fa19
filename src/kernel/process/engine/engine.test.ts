import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import {
  boundary,
  end,
  exclusive,
  EXPERT,
  inclusive,
  parallel,
  processOf,
  service,
  start,
  task,
} from '#kernel/process/process.fixture.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { begin, cancel, complete, fireTimer, withdrawTo } from './engine.ts';
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

describe('a straight line', () => {
  const line = processOf([start(), task('a'), service('b'), end()], 'start > a > b > end');

  test('waits at each step, tells who has to do it, and ends at the end', () => {
    const begun = begin(line, none);
    expect(begun.effects).toEqual([
      { kind: 'task-activated', token: 2, node: 'a', unitRole: EXPERT, quotaMinutes: 60 },
    ]);
    const asked = complete(line, begun.instance, { node: 'a', ...none });
    expect(asked.effects).toEqual([
      { kind: 'verb-called', token: 3, node: 'b', verb: 'notify', subject: 'mau-1' },
    ]);
    const done = complete(line, asked.instance, { node: 'b', ...none });
    expect(done.instance.ended).toEqual({ how: 'none', node: 'end', errorCode: null });
    expect(kinds(done)).toEqual(['ended']);
  });

  test('refuses what is not its turn, and everything once it has ended, in words', () => {
    const { instance } = begin(line, none);
    expect(() => complete(line, instance, { node: 'b', ...none })).toThrow('Hồ sơ không ở việc tự động “b”');
    expect(() => complete(line, instance, { node: 'start', ...none })).toThrow(
      'đây không phải là bước xử lý',
    );
    const { instance: done } = after(line, 'a', 'b');
    for (const act of [
      () => complete(line, done, { node: 'a', ...none }),
      () => withdrawTo(line, done, { node: 'a' }),
      () => cancel(line, done),
    ]) {
      expect(act).toThrow('đã kết thúc');
      expect(act).toThrow(Refusal);
    }
  });

  test('can be cancelled from outside', () => {
    const cancelled = cancel(line, begin(line, none).instance);
    expect(cancelled.effects).toEqual([
      { kind: 'activity-cancelled', token: 2, node: 'a' },
      { kind: 'ended', how: 'cancelled', node: null },
    ]);
  });
});

describe('gateways', () => {
  const choice = processOf(
    [start(), exclusive('g', 'g-c'), task('a'), task('b'), task('c'), end()],
    'start > g',
    'g > a > end : form.area > 100',
    'g > b > end : form.area > 50',
    'g > c > end',
  );
  const withArea = (area: number | null) => ({ facts: { form: { area } } });

  test('an exclusive one takes the first way whose condition is true, else the default', () => {
    expect(places(begin(choice, withArea(120)).instance)).toEqual(['a']);
    expect(places(begin(choice, withArea(70)).instance)).toEqual(['b']);
    expect(places(begin(choice, withArea(10)).instance)).toEqual(['c']);
  });

  test('a condition that cannot be decided counts as false and is told', () => {
    const move = begin(choice, withArea(null));
    expect(places(move.instance)).toEqual(['c']);
    expect(kinds(move)).toEqual(['condition-unclear', 'condition-unclear', 'task-activated']);
  });

  test('no way open: the call is refused and nothing is lost', () => {
    const closed = processOf(
      [start(), task('t'), exclusive('g'), task('a'), task('b'), end()],
      'start > t > g',
      'g > a > end : form.area > 100',
      'g > b > end : form.area > 50',
    );
    const { instance } = begin(closed, withArea(1));
    expect(() => complete(closed, instance, { node: 't', ...withArea(1) })).toThrow(
      'không có nhánh mặc định',
    );
    expect(places(complete(closed, instance, { node: 't', ...withArea(60) }).instance)).toEqual(['b']);
  });

  const both = processOf(
    [start(), parallel('s'), task('a'), task('b'), parallel('j'), task('c'), end()],
    'start > s > a > j > c > end',
    's > b > j',
  );

  test('a parallel one waits for all', () => {
    expect(places(begin(both, none).instance)).toEqual(['a', 'b']);
    expect(places(after(both, 'b').instance)).toEqual(['a']);
    expect(places(after(both, 'b', 'a').instance)).toEqual(['c']);
  });

  const some = processOf(
    [start(), inclusive('s', 's-c'), task('a'), task('b'), task('c'), inclusive('j'), task('d'), end()],
    'start > s',
    's > a : x.a',
    's > b : x.b',
    's > c',
    'a > j > d > end',
    'b > j',
    'c > j',
  );

  test('an inclusive one waits for those that were chosen, and for nobody else', () => {
    const two = begin(some, { facts: { x: { a: true, b: true } } });
    expect(places(two.instance)).toEqual(['a', 'b']);
    const waiting = complete(some, two.instance, { node: 'a', ...none });
    expect(places(waiting.instance)).toEqual(['b']);
    expect(places(complete(some, waiting.instance, { node: 'b', ...none }).instance)).toEqual(['d']);
    const one = begin(some, { facts: { x: { a: true, b: false } } });
    expect(places(complete(some, one.instance, { node: 'a', ...none }).instance)).toEqual(['d']);
    expect(places(begin(some, none).instance)).toEqual(['c']);
  });

  test('an inclusive join does not wait for a token that can no longer come', () => {
    // Both branches run; b leaves by a way that ends elsewhere.
    const escape = processOf(
      [
        start(),
        parallel('s'),
        task('a'),
        task('b'),
        exclusive('x', 'x-j'),
        inclusive('j'),
        task('d'),
        end(),
        end('out'),
      ],
      'start > s > a > j > d > end',
      's > b > x',
      'x > out : x.leave',
      'x > j',
    );
    const waiting = after(escape, 'a');
    expect(places(waiting.instance)).toEqual(['b']);
    const left = complete(escape, waiting.instance, { node: 'b', facts: { x: { leave: true } } });
    expect(places(left.instance)).toEqual(['d']);
    const stayed = complete(escape, waiting.instance, { node: 'b', facts: { x: { leave: false } } });
    expect(places(stayed.instance)).toEqual(['d']);
  });

  test('an inclusive join waits for a token that itself waits at a join before it', () => {
    // c may come by either way, so it alone would not be waited for; b can only come by k.
    const chained = processOf(
      [
        start(),
        parallel('s'),
        task('a'),
        task('b'),
        task('c'),
        exclusive('x', 'x-k'),
        exclusive('m'),
        inclusive('k'),
        inclusive('j'),
        task('d'),
        end(),
      ],
      'start > s > a > m > j > d > end',
      's > b > k > j',
      's > c > x > k',
      'x > m : x.leave',
    );
    const waiting = after(chained, 'a', 'b');
    expect(places(waiting.instance)).toEqual(['c']);
    expect(places(complete(chained, waiting.instance, { node: 'c', ...none }).instance)).toEqual(['d']);
  });

  test('an inclusive join waits for a step whose timer leads to it', () => {
    const late = processOf(
      [
        start(),
        parallel('s'),
        task('a'),
        boundary('late', 'a'),
        task('b'),
        inclusive('j'),
        task('d'),
        end(),
        end('out'),
      ],
      'start > s > b > j > d > end',
      's > a > out',
      'late > j',
    );
    const waiting = after(late, 'b');
    expect(places(waiting.instance)).toEqual(['a']);
    expect(places(complete(late, waiting.instance, { node: 'a', ...none }).instance)).toEqual(['d']);
    expect(places(fireTimer(late, waiting.instance, { node: 'late', ...none }).instance)).toEqual(['d']);
  });

  test('an inclusive join in a loop does not wait for the token that is to come round again', () => {
    const loop = processOf(
      [start(), inclusive('j'), task('a'), exclusive('g', 'g-end'), end()],
      'start > j > a > g',
      'g > j : x.again',
      'g > end',
    );
    const again = { facts: { x: { again: true } } };
    const once = begin(loop, none);
    expect(places(once.instance)).toEqual(['a']);
    const twice = complete(loop, once.instance, { node: 'a', ...again });
    expect(places(twice.instance)).toEqual(['a']);
    expect(complete(loop, twice.instance, { node: 'a', ...none }).instance.ended?.how).toBe('none');
  });

  test('two tokens in one step are two visits, and each is finished by itself', () => {
    const twice = processOf(
      [start(), parallel('s'), task('a'), task('b'), task('c'), end()],
      'start > s > a > c > end',
      's > b > c',
    );
    const { instance } = after(twice, 'a', 'b');
    expect(places(instance)).toEqual(['c', 'c']);
    const [, second] = waitingTokens(instance);
    const left = complete(twice, instance, { node: 'c', token: second?.id ?? 0, ...none }).instance;
    expect(waitingTokens(left).map((token) => token.id)).toEqual([waitingTokens(instance)[0]?.id]);
    expect(complete(twice, left, { node: 'c', ...none }).instance.ended?.how).toBe('none');
  });

  test('a join that would wait for ever refuses the call that leads there', () => {
    const wrong = processOf(
      [start(), exclusive('s', 's-b'), task('a'), task('b'), parallel('j'), end()],
      'start > s',
      's > a > j > end : x.a',
      's > b > j',
    );
    const { instance } = begin(wrong, none);
    expect(() => complete(wrong, instance, { node: 'b', ...none })).toThrow('đứng lại ở điểm song song “j”');
  });

  test('a loop without a step, and one that never ends, are stopped in words', () => {
    const loop = processOf([start(), exclusive('a'), exclusive('b'), end()], 'start > a > b > a');
    expect(() => begin(loop, none)).toThrow('vòng lặp không dừng');
  });
});
