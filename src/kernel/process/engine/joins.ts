/** When gateways with several ways in let their tokens through (BPMN 2.0, 13.4.2 and 13.4.3). */
import type { Flow, Gateway, ProcessDefinition } from '#kernel/process/schema.ts';
import { graphOf, nodeAt } from '#kernel/process/graph.ts';
import { type Instance, isLive, type Token } from './instance.ts';

export type ReadyJoin = { readonly gateway: Gateway; readonly tokens: readonly Token[] };

/** The first gateway, in the order of the definition, that has what it waits for. Ask only when no token moves. */
export function readyJoin(definition: ProcessDefinition, instance: Instance): ReadyJoin | null {
  const joining = Map.groupBy(
    instance.tokens.filter((token) => token.state === 'joining'),
    (token) => token.node,
  );
  for (const node of definition.nodes) {
    const arrived = joining.get(node.id);
    if (arrived === undefined || !isGateway(node)) continue;
    const tokens = oldestOfEachFlow(arrived);
    const missing = graphOf(definition)
      .incoming(node.id)
      .filter((flow) => !tokens.some((token) => token.flow === flow.id));
    if (
      missing.length === 0 ||
      (node.kind === 'inclusive-gateway' && !isAwaited(definition, instance, node.id))
    )
      return { gateway: node, tokens };
  }
  return null;
}

function isGateway(node: ProcessDefinition['nodes'][number]): node is Gateway {
  return node.kind.endsWith('-gateway');
}

function oldestOfEachFlow(tokens: readonly Token[]): readonly Token[] {
  return [...Map.groupBy(tokens, (token) => token.flow).values()].flatMap((same) => same.slice(0, 1));
}

/**
 * Whether a token elsewhere can still come to an empty way in of an inclusive gateway, without passing the gateway, and
 * cannot come to one that is taken already (BPMN 2.0, 13.4.3): it is waited for. The last condition is what keeps
 * gateways in a circle from waiting for what comes behind them.
 */
function isAwaited(definition: ProcessDefinition, instance: Instance, gateway: string): boolean {
  const here = instance.tokens.filter((token) => token.node === gateway && token.state === 'joining');
  const incoming = graphOf(definition).incoming(gateway);
  const isTaken = (flow: Flow) => here.some((token) => token.flow === flow.id);
  const toEmpty = flowsLeadingTo(
    definition,
    gateway,
    incoming.filter((flow) => !isTaken(flow)),
  );
  const toTaken = flowsLeadingTo(definition, gateway, incoming.filter(isTaken));
  return instance.tokens
    .filter((token) => isLive(token) && token.node !== gateway)
    .map((token) => waysOn(definition, token))
    .some((ways) => ways.some((flow) => toEmpty.has(flow)) && !ways.some((flow) => toTaken.has(flow)));
}

/** Flows a live token can leave by: those out of its node, and out of the boundary timers that still run. */
function waysOn(definition: ProcessDefinition, token: Token): readonly string[] {
  const graph = graphOf(definition);
  return [token.node, ...token.timers].flatMap((node) => graph.outgoing(node).map((flow) => flow.id));
}

/** Flows from which these can be reached without passing the gateway; with themselves. */
function flowsLeadingTo(
  definition: ProcessDefinition,
  gateway: string,
  goals: readonly Flow[],
): ReadonlySet<string> {
  const graph = graphOf(definition);
  const found = new Map(goals.map((flow) => [flow.id, flow]));
  // A map hands out what is added while it is walked.
  for (const flow of found.values()) {
    if (flow.from === gateway) continue;
    const node = nodeAt(definition, flow.from);
    const before = node.kind === 'boundary-timer' ? node.attachedTo : node.id;
    for (const earlier of before === gateway ? [] : graph.incoming(before)) found.set(earlier.id, earlier);
  }
  return new Set(found.keys());
}
