import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '#foundation/http.ts';
import { authorise } from './authorise.ts';
import type { Permission } from './rules.ts';

/** Stops whoever may not do this anywhere before their form is looked at: what is wrong with it is no news for them. */
export function only(permission: Permission) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await authorise(c.get('ctx'), permission);
    return next();
  });
}
