/** Random processes, random days: whatever happens, the engine does what the blocks mean and loses nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import {
  beginWorld,
  finish,
  isOver,
  ring,
  timersIn,
  waitingIn,
  type World,
} from '#kernel/process/block-oracle.fixture.ts';
import { nodeAt } from '#kernel/process/graph.ts';
import {
  type Block,
  blocks,
  conditionsOf,
  definitionOfBlock,
  variablesOf,
} from '#kernel/process/random-process.fixture.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { validate } from '#kernel/process/validation/validate.ts';
import { type Effect, type Instance, isLive, type Move, waitingTokens } from './instance.ts';
import { type Happening, happen, recorded, type RecordedCall, replay } from './replay.ts';

/** Numbers that decide what happens next and what conditions say; after so many steps every loop is left. */
const days = fc.array(fc.nat(), { minLength: 60, maxLength: 60 });
const PATIENCE = 40;

type Day = {
  readonly block: Block;
  readonly definition: ProcessDefinition;
  readonly numbers: readonly number[];
};
type Seen = { readonly move: Move; readonly calls: readonly RecordedCall[]; readonly world: World };

function truthOn({ block, numbers }: Day, step: number): ReadonlySet<string> {
  if (step > PATIENCE) return new Set();
  const number = numbers[step % numbers.length] ?? 0;
  return new Set(conditionsOf(block).filter((_, index) => ((number >> (index % 20)) & 1) === 1));
}

const factsOf = (truth: ReadonlySet<string>, block: Block) => ({
  facts: { x: Object.fromEntries(conditionsOf(block).map((name) => [name, truth.has(name)])) },
});

/** What may happen next, in one order for engine and oracle. */
function choices(world: World): readonly string[] {
  return [...new Set([...waitingIn(world), ...timersIn(world)])].toSorted();
}

function happeningAt(definition: ProcessDefinition, node: string): Happening {
  const found = nodeAt(definition, node);
  if (found.kind === 'message-catch') return { kind: 'message-received', message: found.message };
  const isTimer = found.kind === 'timer-event' || found.kind === 'boundary-timer';
  return { kind: isTimer ? 'timer-fired' : 'completed', node };
}

/** Lives through one process to its end, and shows every stop on the way. */
function live(day: Day, look: (seen: Seen) => void): Seen {
  const { block, definition } = day;
  const says = (step: number) => (name: string) => truthOn(day, step).has(name);
  const first = happen(definition, null, { kind: 'begun', ...factsOf(truthOn(day, 0), block) });
  let seen: Seen = {
    move: first,
    calls: [recorded({ kind: 'begun' }, first)],
    world: beginWorld(block, says(0)),
  };
  look(seen);
  for (let step = 1; !isOver(seen.world) && step < 2000; step += 1) {
    const open = choices(seen.world);
    const node = open[(day.numbers[(step * 7) % day.numbers.length] ?? 0) % open.length] ?? '';
    const happening = happeningAt(definition, node);
    const move = happen(definition, seen.move.instance, {
      ...happening,
      ...factsOf(truthOn(day, step), block),
    });
    const isTimer = timersIn(seen.world).includes(node);
    const world = (isTimer ? ring : finish)(seen.world, node, says(step));
    seen = { move, calls: [...seen.calls, recorded(happening, move)], world };
    look(seen);
  }
  return seen;
}

const lives = fc
  .record({ block: blocks, numbers: days })
  .map(({ block, numbers }): Day => ({ block, numbers, definition: definitionOfBlock(block) }));
const runs = { numRuns: 300 };

const placesOf = (instance: Instance) =>
  waitingTokens(instance)
    .map(({ node }) => node)
    .toSorted();

describe('on random processes', () => {
  test('work waits exactly where the blocks say: joins open neither early nor late, and no token is lost', () => {
    fc.assert(
      fc.property(lives, (day) => {
        const last = live(day, ({ move, world }) => {
          expect(placesOf(move.instance)).toEqual(waitingIn(world));
          expect(move.instance.tokens.flatMap(({ timers }) => timers).toSorted()).toEqual(
            timersIn(world).toSorted(),
          );
          expect(move.instance.ended !== null).toBe(isOver(world));
        });
        expect(last.move.instance.ended?.how).toBe('none');
      }),
      runs,
    );
  });

  test('done is only what has passed an end event, with nothing left behind', () => {
    fc.assert(
      fc.property(lives, (day) => {
        const { instance } = live(day, () => {}).move;
        const ends = instance.tokens.filter(({ node }) => nodeAt(day.definition, node).kind === 'end-event');
        expect(ends.length).toBeGreaterThan(0);
        expect(instance.tokens.some(isLive)).toBe(false);
        // Every visit but the ends led on to another, and came from one that is known.
        const parents = new Set(instance.tokens.flatMap((token) => token.parents));
        const childless = instance.tokens.filter(({ id }) => !parents.has(id));
        expect(childless.map(({ id }) => id)).toEqual(ends.map(({ id }) => id));
      }),
      runs,
    );
  });

  test('each step has one custodian at a time: given once, taken back or finished once', () => {
    fc.assert(
      fc.property(lives, (day) => {
        const held = new Map<number, string>();
        live(day, ({ move }) => {
          const waiting = new Set(waitingTokens(move.instance).map(({ id }) => id));
          for (const effect of move.effects) apply(held, effect);
          for (const id of held.keys()) if (!waiting.has(id)) held.delete(id);
          expect([...held.keys()].toSorted((a, b) => a - b)).toEqual(
            [...waiting].filter((id) => isTask(day, move, id)),
          );
        });
        expect(held.size).toBe(0);
      }),
      runs,
    );
  });

  test('replaying what was recorded gives the same instance, without any facts', () => {
    fc.assert(
      fc.property(lives, (day) => {
        live(day, ({ move, calls }) => {
          expect(
            replay(day.definition, JSON.parse(JSON.stringify(calls)) as readonly RecordedCall[]),
          ).toEqual(move.instance);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('an instance kept as JSON goes on as if it had never been away', () => {
    fc.assert(
      fc.property(lives, (day) => {
        live(day, ({ move }) => {
          expect(JSON.parse(JSON.stringify(move.instance))).toEqual(move.instance);
        });
      }),
      { numRuns: 100 },
    );
  });

  test('a step taken back and done again leads to the same work', () => {
    fc.assert(
      fc.property(lives, fc.nat(), (day, pick) => {
        const stops: Seen[] = [];
        live(day, (seen) => stops.push(seen));
        const stop = stops[pick % stops.length];
        const done = stop?.move.instance.tokens.filter(
          ({ node, state }) => state === 'passed' && nodeAt(day.definition, node).kind === 'user-task',
        );
        const target = done?.[pick % Math.max(1, done.length)];
        if (stop === undefined || target === undefined || stop.move.instance.ended !== null) return;
        const back = happen(day.definition, stop.move.instance, {
          kind: 'withdrawn',
          node: target.node,
          token: target.id,
          decisions: [],
        });
        expect(placesOf(back.instance)).toContain(target.node);
        expect(drain(day, back.instance).ended?.how).toBe('none');
      }),
      runs,
    );
  });

  test('what is refused says so in words and changes nothing', () => {
    fc.assert(
      fc.property(lives, (day) => {
        live(day, ({ move: { instance } }) => {
          const before = JSON.stringify(instance);
          for (const node of day.definition.nodes) {
            if (waitingTokens(instance).some((token) => token.node === node.id)) continue;
            const act = () =>
              happen(day.definition, instance, { kind: 'completed', node: node.id, decisions: [] });
            expect(act).toThrow(Refusal);
          }
          expect(JSON.stringify(instance)).toBe(before);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('the check before publishing finds nothing wrong with them', () => {
    fc.assert(
      fc.property(blocks, (block) => {
        const given = {
          limitMinutes: null,
          variables: variablesOf(block),
          units: [],
          knowsProcedure: () => true,
        };
        const problems = validate(definitionOfBlock(block), given).filter(
          ({ message }) => !isExpected(message),
        );
        expect(problems).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** Loops are told, what timers begin again in them, and that the largest ones were not tried to the end. */
function isExpected(message: string): boolean {
  return /^Có thể phải làm lại|có thể có nhiều lượt cùng lúc, vì hẹn giờ|chưa thử hết được/.test(message);
}

/** Finishes whatever waits, oldest first, with every condition false. */
function drain({ definition, block }: Day, from: Instance): Instance {
  let instance = from;
  for (let step = 0; instance.ended === null && step < 2000; step += 1) {
    const node = waitingTokens(instance)[0]?.node ?? '';
    instance = happen(definition, instance, {
      ...happeningAt(definition, node),
      ...factsOf(new Set(), block),
    }).instance;
  }
  return instance;
}

function isTask({ definition }: Day, { instance }: Move, id: number): boolean {
  const token = instance.tokens.find((found) => found.id === id);
  return token !== undefined && nodeAt(definition, token.node).kind === 'user-task';
}

function apply(held: Map<number, string>, effect: Effect): void {
  const isGivenTwice = effect.kind === 'task-activated' && held.has(effect.token);
  expect(isGivenTwice).toBe(false);
  if (effect.kind === 'task-activated') held.set(effect.token, effect.node);
  if (effect.kind === 'activity-cancelled') held.delete(effect.token);
}
