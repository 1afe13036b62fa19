/** From a definition to its table of steps. */
import { graphOf } from '#kernel/process/graph.ts';
import type { BoundaryTimer, Flow, Gateway, ProcessDefinition, ProcessNode } from '#kernel/process/schema.ts';
import {
  type FlowIdentity,
  type GatewayIdentity,
  howOf,
  isGateway,
  type Meeting,
  type Onward,
  type Row,
  type RowNode,
  type StepTable,
  type TimerRow,
  type Way,
} from './table.ts';

export function tableOf(definition: ProcessDefinition): StepTable {
  const splits = splitsOf(definition);
  const meetings = meetingsOf(definition, splits);
  const folded = new Set([...splits.values(), ...meetings.values()].map(({ gateway }) => gateway.id));
  const rows = definition.nodes
    .filter((node): node is RowNode => node.kind !== 'boundary-timer' && !folded.has(node.id))
    .map((node) => rowOf(node, { definition, splits, meetings }));
  return { id: definition.id, name: definition.name, lanes: definition.lanes, rows };
}

type Folded = { readonly gateway: Gateway; readonly link: Flow };
type Context = {
  readonly definition: ProcessDefinition;
  readonly splits: ReadonlyMap<string, Folded>;
  readonly meetings: ReadonlyMap<string, Folded>;
};

/** Gateways that one row alone leads into, by the id of the row. */
function splitsOf(definition: ProcessDefinition): ReadonlyMap<string, Folded> {
  const { nodes, incoming, outgoing } = graphOf(definition);
  return new Map(
    definition.nodes.flatMap((node) => {
      const [link, ...others] = outgoing(node.id);
      const gateway = nodes.get(link?.to ?? '');
      const isOwn =
        isGateway(gateway) && incoming(gateway.id).length === 1 && outgoing(gateway.id).length > 1;
      if (link === undefined || others.length > 0 || !isOwn || !isRow(node)) return [];
      return link.condition === null ? [[node.id, { gateway, link }] as const] : [];
    }),
  );
}

/** Gateways that lead into one row alone, by the id of the row. */
function meetingsOf(definition: ProcessDefinition, splits: Context['splits']): ReadonlyMap<string, Folded> {
  const { nodes, incoming, outgoing } = graphOf(definition);
  const used = new Set([...splits.values()].map(({ gateway }) => gateway.id));
  return new Map(
    definition.nodes.flatMap((node) => {
      const [link, ...others] = incoming(node.id);
      const gateway = nodes.get(link?.from ?? '');
      const isOwn =
        isGateway(gateway) && outgoing(gateway.id).length === 1 && incoming(gateway.id).length > 1;
      if (link === undefined || others.length > 0 || !isOwn || used.has(gateway.id) || !isRow(node))
        return [];
      const isPlain = link.condition === null && !('defaultFlow' in gateway && gateway.defaultFlow !== null);
      return isPlain ? [[node.id, { gateway, link }] as const] : [];
    }),
  );
}

/** Gateways do not fold into gateways, nor into boundary timers. */
function isRow(node: ProcessNode): boolean {
  return node.kind !== 'boundary-timer' && !isGateway(node);
}

function rowOf(node: RowNode, context: Context): Row {
  const { definition, meetings } = context;
  const folded = meetings.get(node.id);
  return {
    node,
    meeting: folded === undefined ? null : meetingOf(folded),
    timers: graphOf(definition)
      .boundaryTimers(node.id)
      .map((timer) => timerRow(timer, context)),
    onward: onwardOf(node, context),
  };
}

function meetingOf({ gateway, link }: Folded): Meeting {
  return { how: howOf(gateway), gateway: identityOf(gateway), link: linkOf(link) };
}

function timerRow(timer: BoundaryTimer, context: Context): TimerRow {
  const flows = graphOf(context.definition).outgoing(timer.id);
  return { timer, ways: flows.map((flow) => wayOf(flow, null, context)) };
}

function onwardOf(node: RowNode, context: Context): Onward {
  const { outgoing } = graphOf(context.definition);
  const split = context.splits.get(node.id);
  if (split === undefined) {
    const fallback = 'defaultFlow' in node ? node.defaultFlow : null;
    return { how: 'single', ways: outgoing(node.id).map((flow) => wayOf(flow, fallback, context)) };
  }
  const { gateway, link } = split;
  const fallback = 'defaultFlow' in gateway ? gateway.defaultFlow : null;
  return {
    how: howOf(gateway),
    gateway: identityOf(gateway),
    link: linkOf(link),
    ways: outgoing(gateway.id).map((flow) => wayOf(flow, fallback, context)),
  };
}

/** A way to a gateway in front of a row is a way to the row. */
function wayOf(flow: Flow, fallback: string | null, { meetings }: Context): Way {
  const behind = [...meetings].find(([, { gateway }]) => gateway.id === flow.to);
  return {
    flow: flow.id,
    name: flow.name,
    to: behind === undefined ? flow.to : behind[0],
    condition: flow.condition,
    isDefault: flow.id === fallback,
  };
}

function identityOf({ id, name, lane }: Gateway): GatewayIdentity {
  return { id, name, lane };
}

function linkOf({ id, name }: Flow): FlowIdentity {
  return { id, name };
}
