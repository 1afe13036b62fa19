import type { Actor } from '#foundation/context.ts';

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
