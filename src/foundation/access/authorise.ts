import { refuse } from '#kernel/refusal.ts';
import type { Actor, Context } from '#foundation/context.ts';
import { committeeOf, descendantsOf } from '#foundation/organisation/rules.ts';
import { inheritedBy, organisationNow } from '#foundation/organisation/service.ts';
import { ROLE_LABELS } from './roles.ts';
import { PERMISSIONS, type Permission, scopeOf } from './rules.ts';

/** The signed-in officer, or a refusal that leads to the sign-in page. */
export function requireActor(ctx: Context): Actor {
  return ctx.actor ?? refuse('forbidden', 'Hãy đăng nhập để tiếp tục.');
}

/** Whether the actor holds the permission at all; pages use it to offer only what can be done. */
export function can(actor: Actor | null, permission: Permission): boolean {
  return actor !== null && scopeOf(actor.post.roles, permission) !== null;
}

/**
 * Stops the verb unless the actor may do this for the unit. Without a unit the permission must be held for
 * everything. Returns the actor, so that a verb begins with one line.
 */
export async function authorise(ctx: Context, permission: Permission, unitId?: number): Promise<Actor> {
  const actor = requireActor(ctx);
  const units = await unitsWith(ctx, permission);
  if (units === null) return actor;
  if (unitId !== undefined && units.includes(unitId)) return actor;
  return refuse('forbidden', forbiddenSentence(permission));
}

/** The unit of the acting post and the ended units whose work it alone took over: their steps are its steps. */
export async function unitsActedFor(ctx: Context): Promise<readonly number[]> {
  const { post } = requireActor(ctx);
  return [post.unitId, ...(await inheritedBy(ctx, post.unitId))];
}

/**
 * Units for which the actor holds the permission: null means all, an empty list means none.
 * Lists and searches filter by it.
 */
export async function unitsWith(ctx: Context, permission: Permission): Promise<readonly number[] | null> {
  const { post } = requireActor(ctx);
  const scope = scopeOf(post.roles, permission);
  if (scope === null) return [];
  if (scope === 'all') return null;
  const units = new Set(await unitsActedFor(ctx));
  if (scope === 'subtree' || scope === 'committee') {
    const tree = await organisationNow(ctx);
    const top = scope === 'committee' ? (committeeOf(tree, post.unitId)?.id ?? post.unitId) : post.unitId;
    for (const unit of descendantsOf(tree, top)) {
      // What ended units left behind belongs to whoever took over their work.
      for (const id of [unit.id, ...(await inheritedBy(ctx, unit.id))]) units.add(id);
    }
  }
  return [...units];
}

function forbiddenSentence(permission: Permission): string {
  const roles = [...new Set(PERMISSIONS[permission].flatMap((grant) => grant.roles))];
  const names = roles.map((role) => ROLE_LABELS[role].toLowerCase()).join(', ');
  return `Vị trí bạn đang làm việc không có quyền này ở đơn vị đó. Việc này dành cho: ${names}.`;
}
