/**
 * A simple layered layout: every node gets a layer (how far from the start) and a slot beside others of its layer. Flows
 * that lead back do not count for the layers. The same definition always gives the same grid.
 */
import { graphOf } from '#kernel/process/graph.ts';
import type { ProcessDefinition, ProcessNode } from '#kernel/process/schema.ts';

export type Cell = { readonly layer: number; readonly slot: number };

export type Grid = {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly layers: number;
  readonly slots: number;
};

/** Boundary timers have no cell: they sit on their step. `rowOf` keeps nodes of different lanes in different slots. */
export function gridOf(definition: ProcessDefinition, rowOf: (node: ProcessNode) => number = () => 0): Grid {
  const layers = layersOf(definition);
  const placed = definition.nodes
    .filter((node) => node.kind !== 'boundary-timer')
    .toSorted((left, right) => (layers.get(left.id) ?? 0) - (layers.get(right.id) ?? 0));
  const slots = new Map<string, { row: number; slot: number }>();
  const taken = new Set<string>();
  for (const node of placed) {
    const [row, layer] = [rowOf(node), layers.get(node.id) ?? 0];
    const slot = freeSlot(taken, `${row} ${layer}`, wantedSlot(definition, node, slots));
    taken.add(`${row} ${layer} ${slot}`);
    slots.set(node.id, { row, slot });
  }
  const offsets = offsetsOf([...slots.values()]);
  const cells = new Map(
    [...slots].map(([id, { row, slot }]) => [
      id,
      { layer: layers.get(id) ?? 0, slot: slot + (offsets.get(row) ?? 0) },
    ]),
  );
  const used = [...cells.values()];
  return {
    cells,
    layers: Math.max(0, ...used.map(({ layer }) => layer)) + 1,
    slots: Math.max(0, ...used.map(({ slot }) => slot)) + 1,
  };
}

/** First slot of every row, rows one under another. */
export function offsetsOf(
  slots: readonly { readonly row: number; readonly slot: number }[],
): ReadonlyMap<number, number> {
  const rows = Math.max(-1, ...slots.map(({ row }) => row)) + 1;
  const heights = Array.from({ length: rows }, (_, row) =>
    Math.max(1, ...slots.filter((found) => found.row === row).map(({ slot }) => slot + 1)),
  );
  return new Map(
    heights.map((_, row) => [row, heights.slice(0, row).reduce((sum, height) => sum + height, 0)]),
  );
}

/** The longest way from the start, without the flows that lead back; what is not reached is laid out from layer 0. */
function layersOf(definition: ProcessDefinition): ReadonlyMap<string, number> {
  const order = forwardOrder(definition);
  const place = new Map(order.map((id, index) => [id, index]));
  const layers = new Map<string, number>();
  for (const id of order) {
    const before = sourcesOf(definition, id).filter((from) => (place.get(from) ?? 0) < (place.get(id) ?? 0));
    layers.set(id, Math.max(-1, ...before.map((from) => layers.get(from) ?? 0)) + 1);
  }
  return layers;
}

/** Nodes before this one; a boundary timer stands for its step. */
function sourcesOf(definition: ProcessDefinition, id: string): readonly string[] {
  const { nodes, incoming } = graphOf(definition);
  return incoming(id).map(({ from }) => {
    const node = nodes.get(from);
    return node?.kind === 'boundary-timer' ? node.attachedTo : from;
  });
}

function targetsOf(definition: ProcessDefinition, id: string): readonly string[] {
  const { outgoing, boundaryTimers } = graphOf(definition);
  return [id, ...boundaryTimers(id).map((timer) => timer.id)].flatMap((from) =>
    outgoing(from).map(({ to }) => to),
  );
}

/** All nodes with cells, so that flows go forward except where they close a loop. */
function forwardOrder(definition: ProcessDefinition): readonly string[] {
  const finished: string[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const to of targetsOf(definition, id).toReversed()) visit(to);
    finished.push(id);
  };
  const nodes = definition.nodes.filter((node) => node.kind !== 'boundary-timer');
  const starts = nodes.filter((node) => node.kind === 'start-event');
  // What can be reached from the start first, then the islands.
  for (const node of starts) visit(node.id);
  const reached = finished.splice(0);
  for (const node of nodes) visit(node.id);
  return [...reached.toReversed(), ...finished.toReversed()];
}

function wantedSlot(
  definition: ProcessDefinition,
  node: ProcessNode,
  slots: ReadonlyMap<string, { readonly slot: number }>,
): number {
  const sources = sourcesOf(definition, node.id).filter((from) => slots.has(from));
  const wanted = sources.map((from) => {
    const beside = targetsOf(definition, from).indexOf(node.id);
    return (slots.get(from)?.slot ?? 0) + (sources.length === 1 ? Math.max(0, beside) : 0);
  });
  return wanted.length === 0 ? 0 : Math.min(...wanted);
}

function freeSlot(taken: ReadonlySet<string>, column: string, wanted: number): number {
  let slot = wanted;
  while (taken.has(`${column} ${slot}`)) slot += 1;
  return slot;
}
