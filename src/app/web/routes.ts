import type { Hono } from 'hono';
import { inboxRoutes } from '#capabilities/dossiers/inbox/routes.tsx';
import { stepRoutes } from '#capabilities/dossiers/steps/routes.tsx';
import { dossierRoutes } from '#capabilities/dossiers/view/routes.tsx';
import type { AppEnv } from '#foundation/http.ts';

/** The pages of every capability and foundation. Fixed addresses come before those with a name in them. */
export function capabilityRoutes(_development: boolean): readonly Hono<AppEnv>[] {
  return [inboxRoutes, stepRoutes, dossierRoutes];
}
