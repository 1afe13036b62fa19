/** Ways through a definition. Cached per definition, which is never changed. */
import type { BoundaryTimer, Flow, ProcessDefinition, ProcessNode } from './schema.ts';

export type Graph = {
  readonly nodes: ReadonlyMap<string, ProcessNode>;
  readonly flows: ReadonlyMap<string, Flow>;
  readonly outgoing: (node: string) => readonly Flow[];
  readonly incoming: (node: string) => readonly Flow[];
  readonly boundaryTimers: (node: string) => readonly BoundaryTimer[];
};

const graphs = new WeakMap<ProcessDefinition, Graph>();

export function graphOf(definition: ProcessDefinition): Graph {
  const known = graphs.get(definition);
  if (known !== undefined) return known;
  const graph = buildGraph(definition);
  graphs.set(definition, graph);
  return graph;
}

function buildGraph({ nodes, flows }: ProcessDefinition): Graph {
  const outgoing = Map.groupBy(flows, (flow) => flow.from);
  const incoming = Map.groupBy(flows, (flow) => flow.to);
  const timers = Map.groupBy(
    nodes.filter((node) => node.kind === 'boundary-timer'),
    (timer) => timer.attachedTo,
  );
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    flows: new Map(flows.map((flow) => [flow.id, flow])),
    outgoing: (node) => outgoing.get(node) ?? [],
    incoming: (node) => incoming.get(node) ?? [],
    boundaryTimers: (node) => timers.get(node) ?? [],
  };
}

/** The node of that id. Throws when there is none: then instance and definition do not belong together. */
export function nodeAt(definition: ProcessDefinition, id: string): ProcessNode {
  const node = graphOf(definition).nodes.get(id);
  if (node === undefined) throw new Error(`Process ${definition.id} has no node ${id}`);
  return node;
}

/** Nodes a token at this node can go to next: along flows, or out of a boundary timer. */
export function nextNodes(definition: ProcessDefinition, id: string): readonly string[] {
  const graph = graphOf(definition);
  return [...graph.outgoing(id).map((flow) => flow.to), ...graph.boundaryTimers(id).map(({ id }) => id)];
}

/** Nodes from which this one can be reached in one move. */
export function previousNodes(definition: ProcessDefinition, id: string): readonly string[] {
  const graph = graphOf(definition);
  const node = graph.nodes.get(id);
  const host = node?.kind === 'boundary-timer' ? [node.attachedTo] : [];
  return [...graph.incoming(id).map((flow) => flow.from), ...host];
}

/** Everything that can be reached from these, with themselves. */
export function reachable(from: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const found = new Set(from);
  // A set hands out what is added while it is walked.
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}
