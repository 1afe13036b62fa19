import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '#foundation/http.ts';
import { authorise, requireActor } from './authorise.ts';
import type { Permission } from './rules.ts';

/**
 * Stops whoever may not do this even for their own unit before their form is looked at: what is wrong with it is no news
 * for them. Whether they may do it to this record the verb decides.
 */
export function only(permission: Permission) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const ctx = c.get('ctx');
    await authorise(ctx, permission, requireActor(ctx).post.unitId);
    return next();
  });
}
