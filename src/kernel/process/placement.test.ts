import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begin, complete } from './engine/engine.ts';
import { type Instance, waitingTokens } from './engine/instance.ts';
import { replay } from './engine/replay.ts';
import { placeAt } from './placement.ts';
import { boundary, end, exclusive, inclusive, parallel, processOf, start, task } from './process.fixture.ts';
import { nodeAt } from './graph.ts';
import { type Block, blocks, conditionsOf, definitionOfBlock } from './random-process.fixture.ts';

const nodes = (instance: Instance) => waitingTokens(instance).map(({ node }) => node);
const NOTHING: ReadonlySet<string> = new Set();

const CHOICE = processOf(
  [start(), task('a'), exclusive('x'), task('b'), task('c'), task('d'), end()],
  'start > a > x > b > d > end',
  'x > c : choice = "c"',
  'c > d',
);
const BOTH = processOf(
  [start(), task('a'), parallel('p'), task('b'), task('c'), task('e'), parallel('q'), task('d'), end()],
  'start > a > p > b > e > q > d > end',
  'p > c > q',
);

describe('a process is placed', () => {
  test('behind a choice on the way that leads there', () => {
    expect(
      nodes(placeAt(CHOICE, ['c'], NOTHING)?.instance ?? begin(CHOICE, { decisions: [] }).instance),
    ).toEqual(['c']);
  });

  test('behind both ways through the one that the dossier took', () => {
    const place = placeAt(CHOICE, ['d'], new Set(['a', 'c']));
    expect(place?.calls.map((call) => ('node' in call ? call.node : call.kind))).toEqual(['begun', 'a', 'c']);
  });

  test('on two branches at once, and at the join of them', () => {
    expect(nodes(placeAt(BOTH, ['c', 'e'], NOTHING)?.instance ?? noPlace())).toEqual(['c', 'e']);
    expect(nodes(placeAt(BOTH, ['e'], NOTHING)?.instance ?? noPlace())).toEqual(['e']);
    expect(nodes(placeAt(BOTH, ['d'], NOTHING)?.instance ?? noPlace())).toEqual(['d']);
  });

  test('nowhere, when it cannot stand so', () => {
    expect(placeAt(BOTH, ['a', 'b'], NOTHING)).toBeNull();
    expect(placeAt(BOTH, ['b'], NOTHING)?.instance.tokens.some(({ state }) => state === 'joining')).toBe(
      true,
    );
    expect(placeAt(CHOICE, ['b', 'c'], NOTHING)).toBeNull();
  });

  test('behind some of several ways, and behind a timer', () => {
    const some = processOf(
      [start(), task('a'), inclusive('i'), task('b'), task('c'), task('d'), inclusive('j'), task('e'), end()],
      'start > a > i > b > j > e > end',
      'i > c > j',
      'i > d > j',
    );
    expect(nodes(placeAt(some, ['b', 'd'], NOTHING)?.instance ?? noPlace()).toSorted()).toEqual(['b', 'd']);
    const late = processOf(
      [start(), task('a'), boundary('t', 'a'), task('b'), task('c'), end()],
      'start > a > c > end',
      't > b > c',
    );
    expect(nodes(placeAt(late, ['b'], NOTHING)?.instance ?? noPlace())).toEqual(['b']);
  });
});

function noPlace(): never {
  throw new Error('No place was found');
}

test('wherever a process has come by itself, it can be placed, and the calls lead there again', () => {
  fc.assert(
    fc.property(blocks, fc.array(fc.nat(), { maxLength: 12 }), (block, picks) => {
      const definition = definitionOfBlock(block);
      const instance = walked(block, picks);
      fc.pre(instance.ended === null);
      const known = new Set(instance.tokens.map(({ node }) => node));
      const place = placeAt(definition, nodes(instance), known);
      expect(place).not.toBeNull();
      const again = replay(definition, place?.calls ?? []);
      expect(nodes(again).toSorted()).toEqual(nodes(instance).toSorted());
    }),
    { numRuns: 200 },
  );
});

/** As far as so many picks lead; what conditions say comes from the picks too. */
function walked(block: Block, picks: readonly number[]): Instance {
  const definition = definitionOfBlock(block);
  const factsOf = (number: number) => ({
    facts: {
      x: Object.fromEntries(
        conditionsOf(block).map((name, index) => [name, ((number >> (index % 20)) & 1) === 1]),
      ),
    },
  });
  return picks.reduce<Instance>(
    (instance, pick) => {
      const waiting = waitingTokens(instance).filter(({ node }) =>
        ['user-task', 'service-task', 'call-activity'].includes(nodeAt(definition, node).kind),
      );
      const token = waiting[pick % Math.max(1, waiting.length)];
      if (token === undefined || instance.ended !== null) return instance;
      return complete(definition, instance, { node: token.node, token: token.id, ...factsOf(pick) }).instance;
    },
    begin(definition, factsOf(picks[0] ?? 0)).instance,
  );
}
