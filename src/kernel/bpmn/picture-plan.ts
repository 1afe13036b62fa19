/** Where everything of the picture stands: from top to bottom, so that a phone shows it without being turned. */
import { graphOf } from '#kernel/process/graph.ts';
import type { Flow, ProcessDefinition, ProcessNode } from '#kernel/process/schema.ts';
import type { Bounds, Point } from './diagram.ts';
import { type Grid, gridOf } from './grid.ts';
import { labelOf } from './progress.ts';
import { wrapText } from './wrap.ts';

/** As wide as a phone of 360 points shows without its margins. More than three columns are wider, and scrolled. */
const WIDTH = 328;
const GAP = { x: 12, y: 26 };
const GUTTER = 8;
const LINE = 16;
/** Width of a letter at 13 points, on the safe side. */
const LETTER = 7;

export type PlannedNode = {
  readonly node: ProcessNode;
  readonly box: Bounds;
  readonly lines: readonly string[];
};
export type PlannedFlow = { readonly flow: Flow; readonly points: readonly Point[] };
export type PicturePlan = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlannedNode[];
  readonly flows: readonly PlannedFlow[];
};

export function planPicture(definition: ProcessDefinition): PicturePlan {
  const grid = gridOf(definition);
  const gutters = definition.flows.filter((flow) => isLong(definition, grid, flow));
  const left = gutters.length * GUTTER;
  const column = Math.max(96, Math.floor((WIDTH - left - (grid.slots - 1) * GAP.x - 4) / grid.slots));
  const nodes = placeNodes(definition, grid, { left, column });
  const boxes = new Map(nodes.map(({ node, box }) => [node.id, box]));
  const flows = definition.flows.flatMap((flow): readonly PlannedFlow[] => {
    const [from, to] = [boxes.get(flow.from), boxes.get(flow.to)];
    if (from === undefined || to === undefined) return [];
    const gutter = gutters.indexOf(flow);
    return [
      { flow, points: gutter === -1 ? straight(from, to) : around(from, to, left - (gutter + 0.5) * GUTTER) },
    ];
  });
  const bottom = Math.max(0, ...nodes.map(({ box }) => box.y + box.height));
  const right = Math.max(0, ...nodes.map(({ box }) => box.x + box.width));
  return { width: Math.max(WIDTH, right + 2), height: bottom + 8, nodes, flows };
}

/** Flows that do not go to the next layer run beside the others. */
function isLong(definition: ProcessDefinition, grid: Grid, flow: Flow): boolean {
  const { nodes } = graphOf(definition);
  const source = nodes.get(flow.from);
  const from = grid.cells.get(source?.kind === 'boundary-timer' ? source.attachedTo : flow.from);
  const to = grid.cells.get(flow.to);
  return from !== undefined && to !== undefined && to.layer - from.layer !== 1;
}

type Columns = { readonly left: number; readonly column: number };

function placeNodes(
  definition: ProcessDefinition,
  grid: Grid,
  { left, column }: Columns,
): readonly PlannedNode[] {
  const letters = Math.floor((column - 12) / LETTER);
  const planned = definition.nodes.flatMap((node) => {
    const cell = grid.cells.get(node.id);
    const timers = graphOf(definition).boundaryTimers(node.id);
    return cell === undefined
      ? []
      : [{ node, cell, timers, lines: wrapText(labelOf(definition, node), letters, 4) }];
  });
  const heights = Array.from({ length: grid.layers }, (_, layer) =>
    Math.max(
      0,
      ...planned
        .filter(({ cell }) => cell.layer === layer)
        .map(({ lines, timers }) => lines.length * LINE + 14 + (timers.length > 0 ? 24 : 0)),
    ),
  );
  return planned.flatMap(({ node, cell, timers, lines }) => {
    const x = left + cell.slot * (column + GAP.x) + 1;
    const y = 10 + heights.slice(0, cell.layer).reduce((sum, height) => sum + height + GAP.y, 0);
    const box = { x, y, width: column, height: lines.length * LINE + 14 };
    const bells = timers.map((timer, index) => ({
      node: timer,
      box: { x: x + column - 24 * (index + 1), y: y + box.height - 8, width: 20, height: 20 },
      lines: [],
    }));
    return [{ node, box, lines }, ...bells];
  });
}

function straight(from: Bounds, to: Bounds): readonly Point[] {
  const [a, b] = [bottomOf(from), topOf(to)];
  if (a.x === b.x) return [a, b];
  const turn = b.y - GAP.y / 2;
  return [a, { x: a.x, y: turn }, { x: b.x, y: turn }, b];
}

/** Out at the left side, up or down the gutter, in at the left side. */
function around(from: Bounds, to: Bounds, x: number): readonly Point[] {
  const [a, b] = [from.y + from.height / 2, to.y + to.height / 2];
  return [
    { x: from.x, y: a },
    { x, y: a },
    { x, y: b },
    { x: to.x, y: b },
  ];
}

function topOf({ x, y, width }: Bounds): Point {
  return { x: x + width / 2, y };
}

function bottomOf({ x, y, width, height }: Bounds): Point {
  return { x: x + width / 2, y: y + height };
}
