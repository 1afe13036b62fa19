/** Everything that keeps a process from being published, all at once; each sentence names its element and what to do. */
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import type { Problem } from './problem.ts';
import { quotaProblems } from './quotas.ts';
import { requirementProblems, type Surroundings } from './requirements.ts';
import { soundnessProblems } from './soundness.ts';
import { wayProblems } from './ways.ts';
import { wiringProblems } from './wiring.ts';

/** Errors and warnings. Ways are followed once the wiring is right, and all that can happen tried once they are. */
export function validate(definition: ProcessDefinition, given: Surroundings): readonly Problem[] {
  const requirements = requirementProblems(definition, given);
  const wiring = wiringProblems(definition);
  if (wiring.length > 0) return [...wiring, ...requirements];
  const ways = wayProblems(definition);
  const sound = ways.length > 0 ? [] : soundnessProblems(definition);
  return [...ways, ...sound, ...requirements, ...quotaProblems(definition, given.limitMinutes)];
}

/** Whether a definition may be published: warnings do not keep it from it. */
export function isPublishable(problems: readonly Problem[]): boolean {
  return problems.every((problem) => problem.severity === 'warning');
}
