/** A drawing for a process that has none: from left to right, lanes as bands, flows that skip or lead back underneath. */
import type { Flow, ProcessDefinition, ProcessNode } from '#kernel/process/schema.ts';
import type { Bounds, Diagram, Edge, Point, Shape } from './diagram.ts';
import { type Grid, gridOf } from './grid.ts';

const CELL = { width: 160, height: 130 };
/** Left of the first layer: the names of pool and lanes stand there. */
const MARGIN = 90;
const TOP = 60;
const GUTTER = 14;

export function layoutDiagram(definition: ProcessDefinition): Diagram {
  const rows = new Map(definition.lanes.map((lane, index) => [lane.id, index]));
  const outside = definition.lanes.length;
  const rowOf = (node: ProcessNode) => (node.lane === null ? outside : (rows.get(node.lane) ?? outside));
  const grid = gridOf(definition, definition.lanes.length === 0 ? undefined : rowOf);
  const bounds = new Map(
    definition.nodes.flatMap((node) => {
      const cell = grid.cells.get(node.id);
      return cell === undefined ? [] : [[node.id, boundsAt(node, cell.layer, cell.slot)] as const];
    }),
  );
  const all = new Map([...bounds, ...timersOn(definition, bounds)]);
  const shapes = definition.nodes.flatMap((node): readonly Shape[] => {
    const found = all.get(node.id);
    return found === undefined ? [] : [{ element: node.id, bounds: found, label: null }];
  });
  const edges = edgesOf(definition, all, TOP + grid.slots * CELL.height);
  const width = MARGIN + grid.layers * CELL.width;
  const height = grid.slots * CELL.height + edgesBelow(definition, all) * GUTTER + GUTTER;
  const pool = { x: 0, y: TOP, width, height };
  return definition.lanes.length === 0
    ? { pool: null, shapes, edges }
    : { pool, shapes: [...bandsOf(definition, grid, pool), ...shapes], edges };
}

function sizeOf(node: ProcessNode): { readonly width: number; readonly height: number } {
  if (node.kind.endsWith('-gateway')) return { width: 50, height: 50 };
  const isTask = ['user-task', 'service-task', 'call-activity'].includes(node.kind);
  return isTask ? { width: 110, height: 80 } : { width: 36, height: 36 };
}

function boundsAt(node: ProcessNode, layer: number, slot: number): Bounds {
  const { width, height } = sizeOf(node);
  const [x, y] = [MARGIN + (layer + 0.5) * CELL.width, TOP + (slot + 0.5) * CELL.height];
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Boundary timers along the lower edge of their step. */
function timersOn(
  definition: ProcessDefinition,
  hosts: ReadonlyMap<string, Bounds>,
): readonly (readonly [string, Bounds])[] {
  const timers = definition.nodes.filter((node) => node.kind === 'boundary-timer');
  return timers.map((timer) => {
    const host = hosts.get(timer.attachedTo) ?? { x: 0, y: 0, width: 0, height: 0 };
    const before = timers.filter((other) => other.attachedTo === timer.attachedTo).indexOf(timer);
    return [timer.id, { x: host.x + 8 + before * 40, y: host.y + host.height - 18, width: 36, height: 36 }];
  });
}

/** Each lane as high as the slots that its nodes take; the last one goes down to the bottom of the pool. */
function bandsOf(definition: ProcessDefinition, grid: Grid, pool: Bounds): readonly Shape[] {
  const slotOf = (node: ProcessNode) => grid.cells.get(node.id)?.slot;
  const heights = definition.lanes.map((lane) => {
    const slots = definition.nodes
      .filter((node) => node.lane === lane.id)
      .flatMap((node) => slotOf(node) ?? []);
    return slots.length === 0 ? 1 : Math.max(...slots) - Math.min(...slots) + 1;
  });
  return definition.lanes.map((lane, index) => {
    const first = heights.slice(0, index).reduce((sum, height) => sum + height, 0);
    const y = pool.y + first * CELL.height;
    const isLast = index === definition.lanes.length - 1;
    const height = isLast ? pool.y + pool.height - y : (heights[index] ?? 1) * CELL.height;
    return { element: lane.id, bounds: { x: pool.x + 30, y, width: pool.width - 30, height }, label: null };
  });
}

function edgesOf(
  definition: ProcessDefinition,
  bounds: ReadonlyMap<string, Bounds>,
  bottom: number,
): readonly Edge[] {
  const below = definition.flows.filter((flow) => goesBelow(flow, bounds));
  return definition.flows.flatMap((flow): readonly Edge[] => {
    const [from, to] = [bounds.get(flow.from), bounds.get(flow.to)];
    if (from === undefined || to === undefined) return [];
    const gutter = bottom + (below.indexOf(flow) + 1) * GUTTER;
    const points = below.includes(flow) ? around(from, to, gutter) : across(from, to);
    return [{ element: flow.id, points, label: null }];
  });
}

function edgesBelow(definition: ProcessDefinition, bounds: ReadonlyMap<string, Bounds>): number {
  return definition.flows.filter((flow) => goesBelow(flow, bounds)).length;
}

/** A flow to anything but the next layer would cross other elements. */
function goesBelow(flow: Flow, bounds: ReadonlyMap<string, Bounds>): boolean {
  const [from, to] = [bounds.get(flow.from), bounds.get(flow.to)];
  if (from === undefined || to === undefined) return false;
  const distance = middle(to).x - middle(from).x;
  return distance < CELL.width / 4 || distance > CELL.width * 1.6;
}

function across(from: Bounds, to: Bounds): readonly Point[] {
  const [a, b] = [
    { x: from.x + from.width, y: middle(from).y },
    { x: to.x, y: middle(to).y },
  ];
  if (a.y === b.y) return [a, b];
  const turn = Math.round((a.x + b.x) / 2);
  return [a, { x: turn, y: a.y }, { x: turn, y: b.y }, b];
}

function around(from: Bounds, to: Bounds, y: number): readonly Point[] {
  const [a, b] = [middle(from), middle(to)];
  return [
    { x: a.x, y: from.y + from.height },
    { x: a.x, y },
    { x: b.x, y },
    { x: b.x, y: to.y + to.height },
  ];
}

function middle({ x, y, width, height }: Bounds): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
