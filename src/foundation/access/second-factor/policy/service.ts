import { type Context, inTransaction } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { authorise } from '../../authorise.ts';
import type { Role } from '../../roles.ts';
import { countByRole, readPolicy, updatePolicy } from './store.ts';
import type { SecondFactorPolicy } from './schema.ts';

/** The policy with how far each role is: for the page of the administrator. */
export async function policyToSet(
  ctx: Context,
): Promise<SecondFactorPolicy & { readonly counts: Awaited<ReturnType<typeof countByRole>> }> {
  await authorise(ctx, 'account.manage');
  return { ...(await readPolicy(ctx.db)), counts: await countByRole(ctx.db, ctx.now) };
}

/**
 * Requires a second step of these roles and no others, from the next request on: whoever acts in such a post without one
 * is led to add it before anything else.
 */
export async function requireOfRoles(
  ctx: Context,
  input: { readonly roles: readonly Role[]; readonly sequence: number },
): Promise<void> {
  await authorise(ctx, 'account.manage');
  await inTransaction(ctx, async (tx) => {
    const stream = { name: 'second-factor-policy', id: 1, after: input.sequence } as const;
    const sequence = await record(tx, stream, [{ kind: 'roles-required', payload: { roles: input.roles } }]);
    await updatePolicy(tx.db, { requiredRoles: input.roles, sequence });
  });
}
