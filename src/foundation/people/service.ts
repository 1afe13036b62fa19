import type { Role } from '#foundation/access/roles.ts';
import type { Context } from '#foundation/context.ts';
import { readOfficersWithRole, readRolesByUnit } from './store.ts';

/** A person who may act in a post now. */
export type ActingOfficer = {
  readonly id: number;
  readonly name: string;
  readonly postId: number;
  readonly postTitle: string;
};

/**
 * Who may act now for a unit in a role: holders of its posts, and substitutes of absent ones, each once per post, by
 * name. For choosing whom to assign to; the caller has authorised already.
 */
export async function officersWithRole(
  ctx: Context,
  unitId: number,
  role: Role,
): Promise<readonly ActingOfficer[]> {
  return readOfficersWithRole(ctx.db, { unitId, role, now: ctx.now });
}

/** The roles that the posts of each unit carry now, held or vacant; for checking who a process could find. */
export async function rolesByUnit(ctx: Context): Promise<ReadonlyMap<number, ReadonlySet<Role>>> {
  return readRolesByUnit(ctx.db, ctx.now);
}
