import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { end, exclusive, parallel, processOf, start, task } from '#kernel/process/process.fixture.ts';
import { blocks, definitionOfBlock } from '#kernel/process/random-process.fixture.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { definitionOf } from './from-table.ts';
import { processOfSteps, stepsOfProcess } from './straight-line.ts';
import { tableOf } from './to-table.ts';

const byId = <Thing extends { readonly id: string }>(things: readonly Thing[]) =>
  things.toSorted((left, right) => left.id.localeCompare(right.id));
/** The same elements, in whatever order they stand. */
const unordered = (definition: ProcessDefinition) => ({
  ...definition,
  nodes: byId(definition.nodes),
  flows: byId(definition.flows),
});

describe('the table of steps', () => {
  const branching = processOf(
    [start(), task('a'), exclusive('g', 'g-c'), task('b'), task('c'), exclusive('m'), task('d'), end()],
    'start > a > g > c > m > d > end',
    'g > b : form.area > 100',
    'b > m',
  );

  test('tells gateways in the rows of the steps around them', () => {
    const { rows } = tableOf(branching);
    expect(rows.map(({ node }) => node.id)).toEqual(['start', 'a', 'b', 'c', 'd', 'end']);
    expect(rows[1]?.onward).toMatchObject({
      how: 'one',
      ways: [
        { to: 'c', condition: null, isDefault: true },
        { to: 'b', condition: 'form.area > 100', isDefault: false },
      ],
    });
    expect(rows[2]?.onward).toMatchObject({ how: 'single', ways: [{ to: 'd' }] });
    expect(rows[4]?.meeting).toMatchObject({ how: 'one', gateway: { id: 'm' } });
  });

  test('a gateway between gateways is a row of its own', () => {
    const nested = processOf(
      [start(), task('a'), parallel('s'), exclusive('g', 'g-c'), task('b'), task('c'), task('d'), end()],
      'start > a > s > g > c > end',
      'g > b > end : form.area > 1',
      's > d > end',
    );
    expect(tableOf(nested).rows.map(({ node }) => node.id)).toContain('g');
  });

  test('table and definition say the same, whatever the process', () => {
    fc.assert(
      fc.property(blocks, (block) => {
        const definition = definitionOfBlock(block);
        const table = tableOf(definition);
        expect(unordered(definitionOf(table))).toEqual(unordered(definition));
        expect(tableOf(definitionOf(table))).toEqual(table);
        expect(tableOf(JSON.parse(JSON.stringify(definition)) as ProcessDefinition)).toEqual(table);
      }),
    );
  });
});

describe('steps one after another', () => {
  const step = fc.record({
    name: fc.string({ minLength: 1 }),
    place: fc.record({
      scope: fc.constantFrom('reception', 'district', 'external'),
      function: fc.option(fc.string()),
      role: fc.constantFrom('one-stop', 'specialist'),
    }),
    workingHours: fc.integer({ min: 1, max: 100_000 }).map((hundredths) => hundredths / 100),
  });

  test('become a process and come back without loss', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const definition = processOfSteps({ id: 'p', name: 'Quy trình' }, steps);
        expect(stepsOfProcess(definition)).toEqual(steps);
        expect(stepsOfProcess(definitionOf(tableOf(definition)))).toEqual(steps);
      }),
    );
  });

  test('a process with more than steps in a row is not one', () => {
    expect(
      stepsOfProcess(processOf([start(), task('a'), parallel('g'), end()], 'start > a > g > end')),
    ).toBeNull();
    expect(stepsOfProcess(processOf([start(), task('a'), task('b'), end()], 'start > a > end'))).toBeNull();
    expect(stepsOfProcess(processOf([start(), task('a'), task('b')], 'start > a > b > a'))).toBeNull();
    expect(
      stepsOfProcess(processOf([start(), task('a'), end('x', 'terminate')], 'start > a > x')),
    ).toBeNull();
  });
});
