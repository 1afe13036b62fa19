/** Random processes inside the subset, built from blocks, and what such blocks mean, told without tokens. */
import fc from 'fast-check';
import {
  boundary,
  call,
  end,
  exclusive,
  inclusive,
  message,
  parallel,
  processOf,
  service,
  start,
  task,
  timer,
} from './process.fixture.ts';
import type { ProcessDefinition, ProcessNode } from './schema.ts';
import type { Variables } from './expressions/variables.ts';

type Shape =
  | { readonly kind: 'task'; readonly timer: 'none' | 'interrupting' | 'beside' }
  | { readonly kind: 'service' | 'timer' | 'message' | 'call' }
  | { readonly kind: 'sequence' | 'one' | 'some' | 'all'; readonly blocks: readonly Shape[] }
  | { readonly kind: 'loop'; readonly block: Shape };

/** The same with a name for everything. */
export type Block =
  | { readonly kind: 'task'; readonly id: string; readonly timer: 'none' | 'interrupting' | 'beside' }
  | { readonly kind: 'service' | 'timer' | 'message' | 'call'; readonly id: string }
  | {
      readonly kind: 'sequence' | 'one' | 'some' | 'all';
      readonly id: string;
      readonly blocks: readonly Block[];
    }
  | { readonly kind: 'loop'; readonly id: string; readonly block: Block };

const shapes = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({
      kind: fc.constant('task' as const),
      timer: fc.constantFrom('none' as const, 'interrupting' as const, 'beside' as const),
    }),
    fc.record({
      kind: fc.constantFrom('service' as const, 'timer' as const, 'message' as const, 'call' as const),
    }),
    fc.record({
      kind: fc.constantFrom('sequence' as const, 'one' as const, 'some' as const, 'all' as const),
      blocks: fc.array(tie('shape'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('loop' as const), block: tie('shape') }),
  ),
})).shape;

export const blocks = shapes.map((shape) => named(shape, 'b'));

function named(shape: Shape, id: string): Block {
  switch (shape.kind) {
    case 'sequence':
    case 'one':
    case 'some':
    case 'all':
      return {
        kind: shape.kind,
        id,
        blocks: shape.blocks.map((inner, index) => named(inner, `${id}${index}`)),
      };
    case 'loop':
      return { kind: 'loop', id, block: named(shape.block, `${id}0`) };
    case 'task':
    case 'service':
    case 'timer':
    case 'message':
    case 'call':
      return { ...shape, id };
  }
}

/** The definition that a block stands for, between a start and an end. */
export function definitionOfBlock(block: Block): ProcessDefinition {
  const built = build(block);
  return processOf(
    [start(), ...built.nodes, end()],
    `start > ${built.first}`,
    ...built.lines,
    `${built.last} > end`,
  );
}

/** Conditions are called after the ways they open. */
export function variablesOf(block: Block): Variables {
  return {
    x: { context: Object.fromEntries(conditionsOf(block).map((name) => [name, 'boolean' as const])) },
  };
}

export function conditionsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'sequence':
    case 'all':
      return block.blocks.flatMap(conditionsOf);
    case 'one':
    case 'some':
      return [...block.blocks.slice(0, -1).map(({ id }) => id), ...block.blocks.flatMap(conditionsOf)];
    case 'loop':
      return [block.id, ...conditionsOf(block.block)];
    case 'task':
    case 'service':
    case 'timer':
    case 'message':
    case 'call':
      return [];
  }
}

type Built = {
  readonly nodes: readonly ProcessNode[];
  readonly lines: readonly string[];
  readonly first: string;
  readonly last: string;
};

function build(block: Block): Built {
  const { id } = block;
  const alone = (node: ProcessNode): Built => ({ nodes: [node], lines: [], first: id, last: id });
  switch (block.kind) {
    case 'task':
      return watched(id, block.timer);
    case 'service':
      return alone(service(id));
    case 'timer':
      return alone(timer(id));
    case 'message':
      return alone(message(id));
    case 'call':
      return alone(call(id));
    case 'sequence':
      return inARow(block.blocks.map(build));
    case 'loop': {
      const inner = build(block.block);
      return {
        nodes: [
          exclusive(`${id}m`),
          ...inner.nodes,
          exclusive(`${id}g`, `${id}g-${id}o`),
          exclusive(`${id}o`),
        ],
        lines: [
          ...inner.lines,
          `${id}m > ${inner.first}`,
          `${inner.last} > ${id}g > ${id}o`,
          `${id}g > ${id}m : x.${id}`,
        ],
        first: `${id}m`,
        last: `${id}o`,
      };
    }
    case 'one':
    case 'some':
    case 'all':
      return branches(block);
  }
}

function inARow(parts: readonly Built[]): Built {
  const [first, last] = [parts[0]?.first ?? '', parts.at(-1)?.last ?? ''];
  const links = parts.slice(1).map((part, index) => `${parts[index]?.last ?? ''} > ${part.first}`);
  return {
    nodes: parts.flatMap(({ nodes }) => nodes),
    lines: [...parts.flatMap(({ lines }) => lines), ...links],
    first,
    last,
  };
}

function branches(block: Extract<Block, { blocks: readonly Block[] }>): Built {
  const { id } = block;
  const parts = block.blocks.map((inner) => ({ inner, built: build(inner) }));
  const fallback = `${id}s-${parts.at(-1)?.built.first ?? ''}`;
  const [split, join] = {
    sequence: [parallel(`${id}s`), parallel(`${id}j`)],
    all: [parallel(`${id}s`), parallel(`${id}j`)],
    one: [exclusive(`${id}s`, fallback), exclusive(`${id}j`)],
    some: [inclusive(`${id}s`, fallback), inclusive(`${id}j`)],
  }[block.kind] as [ProcessNode, ProcessNode]; // Each line above has two.
  const lines = parts.flatMap(({ inner, built }, index) => {
    const isConditional = block.kind !== 'all' && index < parts.length - 1;
    return [
      `${id}s > ${built.first}${isConditional ? ` : x.${inner.id}` : ''}`,
      ...built.lines,
      `${built.last} > ${id}j`,
    ];
  });
  return {
    nodes: [split, ...parts.flatMap(({ built }) => built.nodes), join],
    lines,
    first: split.id,
    last: join.id,
  };
}

/** A step whose timer leads to another one: instead of it, or beside it to an end of its own. */
function watched(id: string, how: 'none' | 'interrupting' | 'beside'): Built {
  if (how === 'none') return { nodes: [task(id)], lines: [], first: id, last: id };
  const timerNode = boundary(`${id}t`, id, how === 'interrupting');
  if (how === 'beside') {
    return {
      nodes: [task(id), timerNode, task(`${id}x`), end(`${id}e`)],
      lines: [`${id}t > ${id}x > ${id}e`],
      first: id,
      last: id,
    };
  }
  return {
    nodes: [task(id), timerNode, task(`${id}x`), exclusive(`${id}o`)],
    lines: [`${id} > ${id}o`, `${id}t > ${id}x > ${id}o`],
    first: id,
    last: `${id}o`,
  };
}
