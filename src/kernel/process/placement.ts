/** How a process comes to stand at given places: for a dossier that goes on under another version of its process. */
import { begun, completed, fired, received } from './engine/engine.ts';
import { type Instance, type Token, waitingTokens } from './engine/instance.ts';
import type { Happening, RecordedCall } from './engine/replay.ts';
import { moveOf } from './engine/settle.ts';
import { type Choice, type State, stateOf } from './engine/state.ts';
import { graphOf, nextNodes, nodeAt, reachable } from './graph.ts';
import type { Gateway, ProcessDefinition } from './schema.ts';
import { Refusal } from '#kernel/refusal.ts';

export type Placement = {
  /** Recorded with what the gateways are taken to have decided: replayed, they lead to the instance. */
  readonly calls: readonly RecordedCall[];
  readonly instance: Instance;
};

/** More than this many situations are not tried; a process of the administration has far fewer. */
const MOST_SITUATIONS = 4000;
/** More than this many ways out of one gateway are not combined, only taken alone or together. */
const MOST_COMBINED = 4;

/**
 * Calls after which tokens wait exactly at these nodes and nowhere else, or null when the process cannot stand so. Of
 * several ways the one through `known` nodes is taken: those that the dossier has been at.
 */
export function placeAt(
  definition: ProcessDefinition,
  targets: readonly string[],
  known: ReadonlySet<string>,
): Placement | null {
  const goal = signOf(targets);
  const seen = new Set<string>();
  const open: Placement[] = startsOf(definition, { targets, known }).toReversed();
  while (open.length > 0 && seen.size < MOST_SITUATIONS) {
    const place = open.pop();
    if (place === undefined) break;
    const waiting = waitingTokens(place.instance);
    if (signOf(waiting.map(({ node }) => node)) === goal) return place;
    const sign = situationOf(place.instance);
    if (seen.has(sign)) continue;
    seen.add(sign);
    const next = waiting.flatMap((token) => onwards(definition, place, { token, targets, known }));
    // The last one is looked at first: the best way stands at the end.
    open.push(...next.toReversed());
  }
  return null;
}

type Wanted = { readonly targets: readonly string[]; readonly known: ReadonlySet<string> };

function startsOf(definition: ProcessDefinition, wanted: Wanted): readonly Placement[] {
  const empty: Instance = { definition: definition.id, nextToken: 1, tokens: [], ended: null };
  return everyWay(definition, empty, { ...wanted, happening: { kind: 'begun' }, calls: [] });
}

/** What finishes a token that is not wanted where it is, or lets one of its timers go off. */
function onwards(
  definition: ProcessDefinition,
  { instance, calls }: Placement,
  { token, ...wanted }: Wanted & { readonly token: Token },
): readonly Placement[] {
  const ahead = reachable(nextNodes(definition, token.node), (id) => nextNodes(definition, id));
  const isWanted = wanted.targets.includes(token.node);
  if (isWanted && !wanted.targets.some((target) => ahead.has(target) && target !== token.node)) return [];
  const done = everyWay(definition, instance, { ...wanted, happening: finishing(definition, token), calls });
  const rung = token.timers.flatMap((node) =>
    everyWay(definition, instance, {
      ...wanted,
      happening: { kind: 'timer-fired', node, token: token.id },
      calls,
    }),
  );
  return isWanted ? [...done, ...rung].toReversed() : [...done, ...rung];
}

function finishing(definition: ProcessDefinition, { node, id }: Token): Happening {
  const found = nodeAt(definition, node);
  if (found.kind === 'message-catch') return { kind: 'message-received', message: found.message };
  return { kind: found.kind === 'timer-event' ? 'timer-fired' : 'completed', node, token: id };
}

type Step = Wanted & { readonly happening: Happening; readonly calls: readonly RecordedCall[] };

/** Where a happening can lead, for everything that gateways can decide; the likeliest first. */
function everyWay(definition: ProcessDefinition, instance: Instance, step: Step): readonly Placement[] {
  const found: Placement[] = [];
  let script: readonly number[] | null = [];
  while (script !== null && found.length < MOST_SITUATIONS) {
    const { placement, next } = oneWay(definition, instance, { ...step, script });
    if (placement !== null) found.push(placement);
    script = next;
  }
  return found;
}

/** Carries out one happening; `script` says which option each gateway takes, the first where it says nothing. */
function oneWay(
  definition: ProcessDefinition,
  instance: Instance,
  { script, happening, calls, ...wanted }: Step & { readonly script: readonly number[] },
): { readonly placement: Placement | null; readonly next: readonly number[] | null } {
  const taken: { readonly index: number; readonly of: number }[] = [];
  const choose = (gateway: Gateway, order: number): Choice => {
    const options = optionsOf(definition, gateway, wanted);
    const index = script[order] ?? 0;
    taken[order] = { index, of: options.length };
    return { flows: options[index] ?? [], unclear: [] };
  };
  const placement = tried(() => {
    const move = moveOf(happened(stateOf(definition, instance, choose), happening));
    return { calls: [...calls, { ...happening, decisions: move.decisions }], instance: move.instance };
  });
  return { placement: placement?.instance.ended === null ? placement : null, next: following(taken) };
}

/** A way that the engine refuses is no way; the search tries the next one. */
function tried(work: () => Placement): Placement | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function happened(state: State, happening: Happening): State {
  switch (happening.kind) {
    case 'begun':
      return begun(state);
    case 'completed':
      return completed(state, happening);
    case 'timer-fired':
      return fired(state, happening);
    case 'message-received':
      return received(state, happening.message);
    case 'withdrawn':
    case 'cancelled':
      throw new Error(`A placement knows no ${happening.kind}`);
  }
}

/** The next script in order, as one counts; null after the last. */
function following(
  taken: readonly { readonly index: number; readonly of: number }[],
): readonly number[] | null {
  const at = taken.findLastIndex(({ index, of }) => index + 1 < of);
  if (at === -1) return null;
  return taken.slice(0, at + 1).map(({ index }, place) => (place === at ? index + 1 : index));
}

/** Ways out of a gateway, those that lead to where the dossier was and is first. */
function optionsOf(
  definition: ProcessDefinition,
  gateway: Gateway,
  { targets, known }: Wanted,
): readonly (readonly string[])[] {
  const outgoing = graphOf(definition).outgoing(gateway.id);
  const worth = new Map(
    outgoing.map(({ id, to }) => {
      const ahead = reachable([to], (node) => nextNodes(definition, node));
      const direct = known.has(to) || targets.includes(to) ? 2 : 0;
      return [id, direct + (targets.some((target) => ahead.has(target)) ? 1 : 0)] as const;
    }),
  );
  const ids = outgoing.map(({ id }) => id).toSorted((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0));
  if (gateway.kind === 'exclusive-gateway') return ids.map((id) => [id]);
  const combined = ids.length <= MOST_COMBINED ? subsetsOf(ids) : [ids, ...ids.map((id) => [id])];
  const score = (flows: readonly string[]): number =>
    ids.reduce((sum, id) => sum + (flows.includes(id) === (worth.get(id) ?? 0) > 1 ? 1 : 0), 0);
  return combined.toSorted((a, b) => score(b) - score(a));
}

function subsetsOf(ids: readonly string[]): readonly (readonly string[])[] {
  return ids
    .reduce<readonly (readonly string[])[]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]])
    .filter((set) => set.length > 0);
}

function signOf(nodes: readonly string[]): string {
  return nodes.toSorted().join('\n');
}

/** Two situations with the same sign go on alike. */
function situationOf({ tokens }: Instance): string {
  return tokens
    .filter(({ state }) => state === 'waiting' || state === 'joining')
    .map(({ node, flow, state, timers }) => `${state} ${node} ${flow ?? ''} ${timers.join(' ')}`)
    .toSorted()
    .join('\n');
}
