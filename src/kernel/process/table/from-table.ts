/** From a table of steps to the definition it stands for. */
import type { Flow, Gateway, ProcessDefinition, ProcessNode } from '#kernel/process/schema.ts';
import {
  GATEWAY_OF,
  type GatewayIdentity,
  type Meeting,
  type Onward,
  type Row,
  type StepTable,
  type Way,
} from './table.ts';

/** Nodes row by row: what the row waits for, the step with its timers, the gateway behind it. */
export function definitionOf(table: StepTable): ProcessDefinition {
  const meetings = new Map(
    table.rows.flatMap(({ node, meeting }) => (meeting === null ? [] : [[node.id, meeting] as const])),
  );
  return {
    id: table.id,
    name: table.name,
    lanes: table.lanes,
    nodes: table.rows.flatMap(nodesOf),
    flows: table.rows.flatMap((row) => flowsOf(row, meetings)),
  };
}

function nodesOf({ node, meeting, timers, onward }: Row): readonly ProcessNode[] {
  return [
    ...(meeting === null ? [] : [gatewayOf(meeting.how, meeting.gateway, null)]),
    'defaultFlow' in node ? { ...node, defaultFlow: defaultOf(onward) } : node,
    ...timers.map(({ timer }) => timer),
    ...(onward.how === 'single' ? [] : [gatewayOf(onward.how, onward.gateway, defaultOf(onward))]),
  ];
}

function gatewayOf(
  how: Meeting['how'],
  { id, name, lane }: GatewayIdentity,
  defaultFlow: string | null,
): Gateway {
  const kind = GATEWAY_OF[how];
  return kind === 'parallel-gateway' ? { kind, id, name, lane } : { kind, id, name, lane, defaultFlow };
}

function defaultOf({ ways }: Onward): string | null {
  return ways.find((way) => way.isDefault)?.flow ?? null;
}

function flowsOf(
  { node, meeting, timers, onward }: Row,
  meetings: ReadonlyMap<string, Meeting>,
): readonly Flow[] {
  const plain = { condition: null };
  const from = (id: string) => (way: Way) => flowOf(id, way, meetings);
  return [
    ...(meeting === null ? [] : [{ ...meeting.link, from: meeting.gateway.id, to: node.id, ...plain }]),
    ...timers.flatMap(({ timer, ways }) => ways.map(from(timer.id))),
    ...(onward.how === 'single'
      ? onward.ways.map(from(node.id))
      : [
          { ...onward.link, from: node.id, to: onward.gateway.id, ...plain },
          ...onward.ways.map(from(onward.gateway.id)),
        ]),
  ];
}

function flowOf(from: string, way: Way, meetings: ReadonlyMap<string, Meeting>): Flow {
  const to = meetings.get(way.to)?.gateway.id ?? way.to;
  return { id: way.flow, name: way.name, from, to, condition: way.condition };
}
