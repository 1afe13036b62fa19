/** Steps one after another, as procedures have them, as a process and back. */
import { graphOf } from '#kernel/process/graph.ts';
import type { ProcessDefinition, ProcessNode, UnitRole, UserTask } from '#kernel/process/schema.ts';

/** A step of a procedure: `content.steps` has this shape. Hours are working hours. */
export type PlainStep = {
  readonly name: string;
  readonly place: UnitRole;
  readonly workingHours: number;
};

export function processOfSteps(
  about: Pick<ProcessDefinition, 'id' | 'name'>,
  steps: readonly PlainStep[],
): ProcessDefinition {
  const nodes: readonly ProcessNode[] = [
    { kind: 'start-event', id: 'start', name: 'Tiếp nhận hồ sơ', lane: null },
    ...steps.map(taskOf),
    { kind: 'end-event', id: 'end', name: 'Đã trả kết quả', lane: null, how: 'none', errorCode: null },
  ];
  const flows = nodes.slice(1).flatMap((to, index) => {
    const from = nodes[index];
    return from === undefined
      ? []
      : [{ id: `flow-${index + 1}`, name: '', from: from.id, to: to.id, condition: null }];
  });
  return { ...about, lanes: [], nodes, flows };
}

/** The steps again, or null when the process is more than steps in a row. */
export function stepsOfProcess(definition: ProcessDefinition): readonly PlainStep[] | null {
  const { nodes, outgoing } = graphOf(definition);
  const steps: PlainStep[] = [];
  const seen = new Set<string>();
  let at: ProcessNode | undefined = definition.nodes.find((node) => node.kind === 'start-event');
  while (at !== undefined && at.kind !== 'end-event' && !seen.has(at.id)) {
    seen.add(at.id);
    const step = at.kind === 'user-task' ? stepOf(at) : null;
    if (step !== null) steps.push(step);
    else if (at.kind !== 'start-event') return null;
    const [flow, ...others] = outgoing(at.id);
    at = others.length === 0 && flow?.condition === null ? nodes.get(flow.to) : undefined;
  }
  const isWhole = at?.kind === 'end-event' && at.how === 'none' && seen.size + 1 === definition.nodes.length;
  return isWhole ? steps : null;
}

function taskOf(step: PlainStep, index: number): UserTask {
  return {
    kind: 'user-task',
    id: `step-${index + 1}`,
    name: step.name,
    lane: null,
    unitRole: step.place,
    quotaMinutes: exact(step.workingHours * 60),
  };
}

function stepOf({ name, unitRole, quotaMinutes }: UserTask): PlainStep | null {
  if (unitRole === null || quotaMinutes === null) return null;
  return { name, place: unitRole, workingHours: exact(quotaMinutes / 60) };
}

/** Fractions of an hour come back as they went: what floating point adds behind the twelfth digit is cut. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
