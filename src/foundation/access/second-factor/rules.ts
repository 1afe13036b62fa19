import type { Actor, SecondFactor } from '#foundation/context.ts';
import { can } from '../authorise.ts';
import type { Permission } from '../rules.ts';
import type { Factors } from './schema.ts';

/** What somebody with a stolen password could do the most harm with: who works here, what the offices are, the rules. */
const AT_STAKE: readonly Permission[] = [
  'account.manage',
  'people.change',
  'organisation.change',
  'procedure.publish',
];

/**
 * How the second step stands for the post somebody acts in: there is one; it is advised, because the post changes what
 * others rely on; it is required by this installation; or nothing is said.
 */
export type Need = 'present' | 'advised' | 'required' | 'none';

export function needOf(actor: Actor, { hasFactor, requiredRoles }: SecondFactor): Need {
  if (hasFactor) return 'present';
  if (actor.post.roles.some((role) => requiredRoles.includes(role))) return 'required';
  return AT_STAKE.some((permission) => can(actor, permission)) ? 'advised' : 'none';
}

/** Whether taking one way away would leave somebody without a second step that their post requires. */
export function isLastRequired(
  actor: Actor,
  { factors, requiredRoles }: { readonly factors: Factors; readonly requiredRoles: readonly string[] },
): boolean {
  const left = factors.passkeys + (factors.hasApp ? 1 : 0) - 1;
  return left < 1 && actor.posts.some(({ roles }) => roles.some((role) => requiredRoles.includes(role)));
}
