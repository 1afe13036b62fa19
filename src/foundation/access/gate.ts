import type { Actor } from '#foundation/context.ts';
import { SECOND_FACTOR } from './second-factor/schema.ts';

/** What a person may reach before they have a password of their own. */
const OPEN_BEFORE_PASSWORD: ReadonlySet<string> = new Set(['/account/password', '/sign-out']);

/**
 * Where a request must go first, or null when it may go on: who still has a password that somebody else knows chooses
 * their own before anything else. For the application's middleware, after assets and public health checks.
 */
export function placeToGoFirst(actor: Actor | null, path: string): string | null {
  if (actor === null || !actor.mustChangePassword || OPEN_BEFORE_PASSWORD.has(path)) return null;
  return '/account/password';
}

/** What whoever must add a second step of signing in may still reach: adding it, leaving, another of their posts. */
const OPEN_BEFORE_SECOND_FACTOR: ReadonlySet<string> = new Set([
  '/account/password',
  '/session/post',
  '/sign-out',
]);

/** The same for whoever acts in a post that requires a second step and has none. */
export function placeToEnrol(path: string): string | null {
  const isOpen = path === SECOND_FACTOR || path.startsWith(`${SECOND_FACTOR}/`);
  return isOpen || OPEN_BEFORE_SECOND_FACTOR.has(path) ? null : SECOND_FACTOR;
}
