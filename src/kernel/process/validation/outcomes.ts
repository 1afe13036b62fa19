/** Everything a gateway could choose, tried one after another: the engine itself tells what would come of it. */
import { graphOf } from '#kernel/process/graph.ts';
import type { Gateway, ProcessDefinition } from '#kernel/process/schema.ts';
import type { Choose, State } from '#kernel/process/engine/state.ts';

/** More conditional ways than this out of one inclusive gateway are tried one by one and all together only. */
const MANY_WAYS = 5;

/** The states one call can lead to, over all decisions of all gateways on its way. */
export function outcomesOf(definition: ProcessDefinition, run: (choose: Choose) => State): readonly State[] {
  const states: State[] = [];
  const scripts: (readonly number[])[] = [[]];
  // A list that grows while it is walked.
  for (const script of scripts) {
    const widths: number[] = [];
    const state = run((gateway, order) => {
      const choices = choicesOf(definition, gateway);
      widths[order] = choices.length;
      return { flows: choices[script[order] ?? 0] ?? [], unclear: [] };
    });
    states.push(state);
    scripts.push(...variantsOf(script, widths));
  }
  return states;
}

/** Scripts that agree with this one up to its end, and choose otherwise at one later decision. */
function variantsOf(script: readonly number[], widths: readonly number[]): readonly (readonly number[])[] {
  return widths.flatMap((width, order) => {
    if (order < script.length) return [];
    const prefix = [...script, ...Array.from({ length: order - script.length }, () => 0)];
    return Array.from({ length: width - 1 }, (_, index) => [...prefix, index + 1]);
  });
}

function choicesOf(definition: ProcessDefinition, gateway: Gateway): readonly (readonly string[])[] {
  const flows = graphOf(definition)
    .outgoing(gateway.id)
    .map((flow) => flow.id);
  if (gateway.kind !== 'inclusive-gateway') return flows.map((flow) => [flow]);
  const conditional = flows.filter((flow) => flow !== gateway.defaultFlow);
  const fallback = gateway.defaultFlow === null ? [] : [[gateway.defaultFlow]];
  return [...subsetsOf(conditional), ...fallback];
}

function subsetsOf(flows: readonly string[]): readonly (readonly string[])[] {
  if (flows.length > MANY_WAYS) return [...flows.map((flow) => [flow]), flows];
  const all = flows.reduce<readonly (readonly string[])[]>(
    (subsets, flow) => [...subsets, ...subsets.map((subset) => [...subset, flow])],
    [[]],
  );
  return all.filter((subset) => subset.length > 0);
}
