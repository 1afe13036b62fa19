/** How gateways choose: by facts when something happens, by the recorded decisions when it is replayed. */
import { graphOf } from '#kernel/process/graph.ts';
import type { Flow, Gateway, ProcessDefinition } from '#kernel/process/schema.ts';
import { evaluateCondition } from '#kernel/process/expressions/evaluate.ts';
import type { Facts } from '#kernel/process/expressions/variables.ts';
import type { Decision } from './instance.ts';
import type { Choice, Choose } from './state.ts';

/** Facts of the dossier now, or the decisions that were recorded when it happened. */
export type Knowledge = { readonly facts: Facts } | { readonly decisions: readonly Decision[] };

export function chooserOf(definition: ProcessDefinition, knowledge: Knowledge): Choose {
  if ('facts' in knowledge) return (gateway) => chooseByFacts(definition, gateway, knowledge.facts);
  return (gateway, order) => {
    const decision = knowledge.decisions[order];
    if (decision?.gateway !== gateway.id) {
      throw new Error(`The history of process ${definition.id} has no decision of ${gateway.id}`);
    }
    return { flows: decision.flows, unclear: [] };
  };
}

function chooseByFacts(definition: ProcessDefinition, gateway: Gateway, facts: Facts): Choice {
  const fallback = gateway.kind === 'parallel-gateway' ? null : gateway.defaultFlow;
  const judged = graphOf(definition)
    .outgoing(gateway.id)
    .filter((flow) => flow.id !== fallback)
    .map((flow) => ({ flow, ...judge(flow, facts) }));
  const open = judged.filter(({ value }) => value).map(({ flow }) => flow.id);
  const taken = gateway.kind === 'exclusive-gateway' ? open.slice(0, 1) : open;
  const flows = taken.length > 0 || fallback === null ? taken : [fallback];
  const unclear = judged.flatMap(({ flow, problem }) =>
    problem === null ? [] : [{ flow: flow.id, reason: problem }],
  );
  return { flows, unclear };
}

function judge({ condition }: Flow, facts: Facts): { value: boolean; problem: string | null } {
  return condition === null ? { value: true, problem: null } : evaluateCondition(condition, facts);
}
