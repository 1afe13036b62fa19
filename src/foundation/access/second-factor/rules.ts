import type { Actor, SecondFactor } from '#foundation/context.ts';
import { holdsStakes } from '../stakes.ts';
import type { Factors } from './schema.ts';

/**
 * How the second step stands for the post somebody acts in: there is one; it is advised, because the post changes what
 * others rely on; it is required by this installation; or nothing is said.
 */
export type Need = 'present' | 'advised' | 'required' | 'none';

export function needOf(actor: Actor, { hasFactor, requiredRoles }: SecondFactor): Need {
  if (hasFactor) return 'present';
  if (actor.post.roles.some((role) => requiredRoles.includes(role))) return 'required';
  return holdsStakes([actor.post]) ? 'advised' : 'none';
}

/** Whether taking one way away would leave somebody without a second step that their post requires. */
export function isLastRequired(
  actor: Actor,
  { factors, requiredRoles }: { readonly factors: Factors; readonly requiredRoles: readonly string[] },
): boolean {
  const left = factors.passkeys + (factors.hasApp ? 1 : 0) - 1;
  return left < 1 && actor.posts.some(({ roles }) => roles.some((role) => requiredRoles.includes(role)));
}
