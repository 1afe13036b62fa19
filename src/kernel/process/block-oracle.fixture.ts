/**
 * What a process built from blocks does, told by its blocks and not by tokens: a second opinion on the engine. A block that
 * runs is a state of its own; a block that has come to its end is `done`.
 */
import type { Block } from './random-process.fixture.ts';

export type Truth = (condition: string) => boolean;

type Leaf = Extract<Block, { kind: 'task' | 'service' | 'timer' | 'message' | 'call' }>;
export type Run =
  | 'done'
  | { readonly leaf: Leaf; readonly armed: boolean; readonly late: boolean }
  | { readonly loop: Extract<Block, { kind: 'loop' }>; readonly run: Run }
  | { readonly row: readonly Block[]; readonly run: Run }
  | { readonly beside: readonly Run[] };

/** `sides`: steps that timers began beside their step, until they are finished. */
export type World = { readonly run: Run; readonly sides: readonly string[] };

export function beginWorld(block: Block, truth: Truth): World {
  return { run: begin(block, truth), sides: [] };
}

/** Ids of the nodes where something is waited for; a node as often as it is. */
export function waitingIn({ run, sides }: World): readonly string[] {
  return [...placesOf(run), ...sides].toSorted();
}

/** Boundary timers that run. */
export function timersIn({ run }: World): readonly string[] {
  return leavesOf(run)
    .filter(({ armed }) => armed)
    .map(({ leaf }) => `${leaf.id}t`);
}

export function isOver({ run, sides }: World): boolean {
  return run === 'done' && sides.length === 0;
}

export function finish(world: World, place: string, truth: Truth): World {
  const at = world.sides.indexOf(place);
  if (at !== -1) return { ...world, sides: world.sides.toSpliced(at, 1) };
  return { ...world, run: step(world.run, (run) => (placeOf(run) === place ? 'done' : run), truth) };
}

export function ring(world: World, timer: string, truth: Truth): World {
  const id = timer.slice(0, -1);
  const found = leavesOf(world.run).find(({ leaf }) => leaf.id === id)?.leaf;
  const beside = found?.kind === 'task' && found.timer === 'beside';
  const run = step(
    world.run,
    (leaf) => (leaf.leaf.id === id ? { ...leaf, armed: false, late: !beside } : leaf),
    truth,
  );
  return { run, sides: beside ? [...world.sides, `${id}x`] : world.sides };
}

type LeafRun = Extract<Run, { leaf: Leaf }>;

function begin(block: Block, truth: Truth): Run {
  switch (block.kind) {
    case 'sequence':
      return goOn(block.blocks.slice(1), begin(block.blocks[0] ?? block, truth), truth);
    case 'one':
      return begin(
        block.blocks.slice(0, -1).find(({ id }) => truth(id)) ?? block.blocks.at(-1) ?? block,
        truth,
      );
    case 'some': {
      const chosen = block.blocks.slice(0, -1).filter(({ id }) => truth(id));
      return {
        beside: (chosen.length > 0 ? chosen : block.blocks.slice(-1)).map((inner) => begin(inner, truth)),
      };
    }
    case 'all':
      return { beside: block.blocks.map((inner) => begin(inner, truth)) };
    case 'loop':
      return { loop: block, run: begin(block.block, truth) };
    case 'task':
    case 'service':
    case 'timer':
    case 'message':
    case 'call':
      return { leaf: block, armed: block.kind === 'task' && block.timer !== 'none', late: false };
  }
}

/** Changes one leaf and lets everything above it go on. */
function step(run: Run, change: (leaf: LeafRun) => Run, truth: Truth): Run {
  if (run === 'done') return run;
  if ('leaf' in run) return change(run);
  if ('row' in run) return goOn(run.row, step(run.run, change, truth), truth);
  if ('beside' in run) {
    const parts = run.beside.map((part) => step(part, change, truth));
    return parts.every((part) => part === 'done') ? 'done' : { beside: parts };
  }
  const inner = step(run.run, change, truth);
  if (inner !== 'done') return { ...run, run: inner };
  return truth(run.loop.id) ? { ...run, run: begin(run.loop.block, truth) } : 'done';
}

function goOn(row: readonly Block[], run: Run, truth: Truth): Run {
  const [next, ...rest] = row;
  if (run !== 'done') return { row, run };
  return next === undefined ? 'done' : goOn(rest, begin(next, truth), truth);
}

function leavesOf(run: Run): readonly LeafRun[] {
  if (run === 'done') return [];
  if ('leaf' in run) return [run];
  return 'beside' in run ? run.beside.flatMap(leavesOf) : leavesOf(run.run);
}

function placeOf({ leaf, late }: LeafRun): string {
  return late ? `${leaf.id}x` : leaf.id;
}

function placesOf(run: Run): readonly string[] {
  return leavesOf(run).map(placeOf);
}
