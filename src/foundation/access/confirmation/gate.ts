import { createMiddleware } from 'hono/factory';
import { sessionToken } from '#web/http/cookies.ts';
import { withQuery } from '#web/http/list-state.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { can } from '../authorise.ts';
import { hasProvedLately } from '../sessions/service.ts';
import { CONFIRM, pageOfForm, sensitivityOf } from './rules.ts';

/** Whoever is about to do something sensitive gives their password again first, unless they just have. */
export const passwordAgainFirst = createMiddleware<AppEnv>(async (c, next) => {
  if (!(await mustProve(c))) return next();
  const { pathname, search } = new URL(c.req.url);
  const wanted = c.req.method === 'GET' ? pathname + search : pageOfForm(pathname);
  return c.redirect(withQuery(CONFIRM, { next: wanted }), 303);
});

async function mustProve(c: AppContext): Promise<boolean> {
  const { actor } = c.get('ctx');
  const sensitivity = sensitivityOf(c.req.path);
  if (actor === null || sensitivity === null) return false;
  if (sensitivity !== 'own' && !can(actor, sensitivity)) return false;
  return !(await hasProvedLately(c.get('ctx'), sessionToken(c) ?? ''));
}
