/** The longest way through a process in working time, against the limit of the law. */
import { graphOf } from '#kernel/process/graph.ts';
import { nodeWords, type ProcessDefinition, type ProcessNode } from '#kernel/process/schema.ts';
import { formatNumber } from '#kernel/vietnamese/format.ts';
import { type Problem, problemOf } from './problem.ts';

export type LongestWay = {
  readonly minutes: number;
  /** Ids of the nodes, from start to end. */
  readonly way: readonly string[];
  /** Steps that can come again; their time is counted once. */
  readonly repeated: readonly string[];
};

type Edge = { readonly from: string; readonly to: string; readonly minutes: number };

/**
 * The way that takes longest by quotas. Branches side by side count as the longer one, a loop counts once. Out of a boundary
 * timer time goes on from when it goes off, not from the end of its step.
 */
export function longestWay(definition: ProcessDefinition): LongestWay {
  const { onward, back } = withoutLoops(definition);
  const order = [...onward.keys()];
  const best = new Map<string, { minutes: number; way: readonly string[] }>();
  for (const id of order.toReversed()) {
    const ways = (onward.get(id) ?? []).map((edge) => {
      const rest = best.get(edge.to) ?? { minutes: 0, way: [edge.to] };
      return { minutes: edge.minutes + rest.minutes, way: [id, ...rest.way] };
    });
    const longest = ways.reduce(
      (top, way) => (way.minutes > top.minutes ? way : top),
      ways[0] ?? { minutes: 0, way: [id] },
    );
    best.set(id, longest);
  }
  const start = definition.nodes.find((node) => node.kind === 'start-event');
  const found = (start && best.get(start.id)) ?? { minutes: 0, way: [] };
  return { ...found, repeated: [...new Set(back.flatMap((edge) => loopOf(onward, edge)))] };
}

/** The error when even one way takes longer than the law gives, and the warning that loops count once. */
export function quotaProblems(
  definition: ProcessDefinition,
  limitMinutes: number | null,
): readonly Problem[] {
  const { minutes, way, repeated } = longestWay(definition);
  const { nodes } = graphOf(definition);
  const wordsOf = (ids: readonly string[]) =>
    ids
      .flatMap((id) => nodes.get(id) ?? [])
      .filter((node) => minutesAt(node) > 0)
      .map(nodeWords)
      .join(', ');
  const over: readonly Problem[] =
    limitMinutes !== null && minutes > limitMinutes
      ? [
          problemOf(
            way.findLast((id) => minutesAt(nodes.get(id)) > 0) ?? null,
            `Thời gian theo đường dài nhất là ${hours(minutes)} giờ làm việc, vượt thời hạn giải quyết ${hours(limitMinutes)} giờ (${wordsOf(way)}). Hãy giảm ${hours(minutes - limitMinutes)} giờ trên đường này.`,
          ),
        ]
      : [];
  const again = wordsOf(repeated);
  const loops: readonly Problem[] =
    again === ''
      ? []
      : [
          {
            severity: 'warning',
            element: repeated[0] ?? null,
            message: `Có thể phải làm lại: ${again}. Thời gian ở đây chỉ tính một lần, làm lại thì cộng thêm.`,
          },
        ];
  return [...over, ...loops];
}

function hours(minutes: number): string {
  return formatNumber(Math.round((minutes / 60) * 100) / 100);
}

function minutesAt(node: ProcessNode | undefined): number {
  if (node?.kind === 'timer-event') return node.minutes ?? 0;
  return node !== undefined && 'quotaMinutes' in node ? (node.quotaMinutes ?? 0) : 0;
}

function edgesFrom(definition: ProcessDefinition, id: string): readonly Edge[] {
  const { nodes, outgoing, boundaryTimers } = graphOf(definition);
  const minutes = minutesAt(nodes.get(id));
  return [
    ...outgoing(id).map(({ to }) => ({ from: id, to, minutes })),
    ...boundaryTimers(id).map((timer) => ({ from: id, to: timer.id, minutes: timer.minutes ?? 0 })),
  ];
}

/** The graph from the start without the edges that lead back, its nodes in an order in which edges go forward. */
function withoutLoops(definition: ProcessDefinition) {
  const finished: string[] = [];
  const open = new Set<string>();
  const done = new Set<string>();
  const back: Edge[] = [];
  const kept = new Map<string, Edge[]>();
  const visit = (id: string): void => {
    open.add(id);
    for (const edge of edgesFrom(definition, id)) {
      if (open.has(edge.to)) {
        back.push(edge);
        continue;
      }
      kept.set(id, [...(kept.get(id) ?? []), edge]);
      if (!done.has(edge.to)) visit(edge.to);
    }
    open.delete(id);
    done.add(id);
    finished.push(id);
  };
  const start = definition.nodes.find((node) => node.kind === 'start-event');
  if (start !== undefined) visit(start.id);
  return { onward: new Map(finished.toReversed().map((id) => [id, kept.get(id) ?? []])), back };
}

/** Nodes between the head of a loop and the edge that leads back to it. */
function loopOf(onward: ReadonlyMap<string, readonly Edge[]>, back: Edge): readonly string[] {
  const order = [...onward.keys()];
  const reaches = new Set([back.from]);
  for (const id of order.toReversed())
    if (onward.get(id)?.some((edge) => reaches.has(edge.to))) reaches.add(id);
  const reached = new Set([back.to]);
  for (const id of order) if (reached.has(id)) for (const edge of onward.get(id) ?? []) reached.add(edge.to);
  return order.filter((id) => reaches.has(id) && reached.has(id));
}
