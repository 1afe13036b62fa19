import { createMiddleware } from 'hono/factory';
import { localDateOf } from '#kernel/local-date.ts';
import { type RowScope, SYSTEM } from '#platform/database/scope.ts';
import { type Actor, type Context, within } from '#foundation/context.ts';
import type { AppEnv } from '#foundation/http.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import { unitsWith } from './authorise.ts';
import type { Role } from './roles.ts';
import { type Grant, PERMISSIONS, type Permission, scopeOf } from './rules.ts';

/** The context in which somebody signed in acts: the server shows it the rows that the post may see, and no others. */
export async function actingAs(ctx: Context, actor: Actor): Promise<Context> {
  const signedIn = { ...ctx, actor };
  const { accountId: account, officerId: officer, post } = actor;
  // Made once for each account and post: one database for all requests of a person, not one for each.
  const name = `rows seen on ${localDateOf(ctx.now)} by ${account} in ${post.unitId} as ${post.roles.join()}`;
  const scope = await ctx.cache.get(name, ctx.revisions.organisation, async (): Promise<RowScope> => {
    const rights = rightsOf(post.roles);
    const units = await unitsSeenBy(signedIn, rights);
    return { role: 'application', account, officer, units, rights, dossier: null };
  });
  return within(signedIn, scope);
}

/** The context of whoever opened one dossier with its number and code. */
export function withOneDossier(ctx: Context, dossierId: number): Context {
  return within(ctx, { ...ctx.scope, role: 'application', dossier: dossierId });
}

/**
 * On the way in it is not known yet who asks: accounts are looked up and attempts counted by the system. For the
 * addresses of signing in alone.
 */
export const atTheDoor = createMiddleware<AppEnv>(async (c, next) => {
  c.set('ctx', within(c.get('ctx'), SYSTEM));
  return next();
});

const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as readonly Permission[]; // Its keys are this type's definition.

function rightsOf(roles: readonly Role[]): RowScope['rights'] {
  return ALL_PERMISSIONS.filter((permission) => scopeOf(roles, permission) !== null);
}

/** Permissions for the dossiers, slips and books of units; those for the whole installation alone are about no unit. */
const OF_UNITS = ALL_PERMISSIONS.filter((permission) => {
  const grants: readonly Grant[] = PERMISSIONS[permission];
  return (
    /^(?:dossier|slip|tracking-book|reads|retention|fee|result)\./.test(permission) &&
    grants.some(({ scope }) => scope !== 'all')
  );
});

/** Units for which the post holds any permission over what lies there. */
async function unitsSeenBy(ctx: Context, rights: RowScope['rights']): Promise<readonly number[]> {
  const permissions = OF_UNITS.filter((permission) => rights.includes(permission));
  const lists = await Promise.all(permissions.map(async (permission) => unitsWith(ctx, permission)));
  if (lists.includes(null)) return [...(await organisationNow(ctx)).units.keys()];
  return [...new Set(lists.flatMap((units) => units ?? []))].sort((a, b) => a - b);
}
