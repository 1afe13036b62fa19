import type { Role } from './roles.ts';
import { type Permission, scopeOf } from './rules.ts';

/** What somebody with a stolen password could do the most harm with: who works here, what the offices are, the rules. */
const AT_STAKE: readonly Permission[] = [
  'account.manage',
  'people.change',
  'organisation.change',
  'procedure.publish',
];

/** Whether one of the posts changes what everybody else relies on. */
export function holdsStakes(posts: readonly { readonly roles: readonly Role[] }[]): boolean {
  return posts.some(({ roles }) => AT_STAKE.some((permission) => scopeOf(roles, permission) !== null));
}
