/** Which step of another version a step becomes: said by hand, of the same name, or the same element. */
import { fold } from '#kernel/vietnamese/fold.ts';
import { nodeAt } from '#kernel/process/graph.ts';
import type { ProcessDefinition, ProcessNode } from '#kernel/process/schema.ts';

/** From the old element to the new one. */
export type Mapping = Readonly<Record<string, string>>;

/** Steps of a straight line are numbered: a number says nothing about what is done there. */
const NUMBERED = /^step-\d+$/;

/** The element of the new version, or null when there is none of its kind that fits. */
export function counterpart(
  old: ProcessDefinition,
  node: string,
  { definition, mapping }: { readonly definition: ProcessDefinition; readonly mapping: Mapping },
): string | null {
  const found = nodeAt(old, node);
  const candidates = definition.nodes.filter((one) => isAlike(one, found));
  const chosen = candidates.find(({ id }) => id === mapping[node]);
  if (chosen !== undefined) return chosen.id;
  const named = candidates.filter(({ name }) => nameOf(name) === nameOf(found.name));
  const [only, ...others] = named;
  if (only !== undefined && others.length === 0) return only.id;
  const same = candidates.find(({ id }) => id === node);
  return same !== undefined && !NUMBERED.test(node)
    ? same.id
    : (named.find(({ id }) => id === node)?.id ?? null);
}

/** People's work can go on as other people's work; what the system waits for only as the same. */
function isAlike(one: ProcessNode, other: ProcessNode): boolean {
  const isWork = (kind: ProcessNode['kind']): boolean => kind === 'user-task' || kind === 'message-catch';
  return one.kind === other.kind || (isWork(one.kind) && isWork(other.kind));
}

function nameOf(name: string): string {
  return fold(name).trim();
}
