import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '#foundation/http.ts';
import { requireTakingPart } from '../frame.ts';

/** Before a form about a dossier is looked at: whoever only sees the dossier is told no, not what is wrong with the form. */
export const takingPart = createMiddleware<AppEnv>(async (c, next) => {
  await requireTakingPart(c.get('ctx'), c.req.param('number') ?? '');
  return next();
});
