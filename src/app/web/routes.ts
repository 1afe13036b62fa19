import type { Hono } from 'hono';
import { inboxRoutes } from '#capabilities/dossiers/inbox/routes.tsx';
import type { AppEnv } from '#foundation/http.ts';

/** The pages of every capability and foundation, in no particular order: their addresses do not overlap. */
export function capabilityRoutes(_development: boolean): readonly Hono<AppEnv>[] {
  return [inboxRoutes];
}
