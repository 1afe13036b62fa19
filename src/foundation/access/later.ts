import { actingAs } from './scope.ts';
import { readAccount } from './accounts/store.ts';
import { readActingPosts } from './sessions/store.ts';
import type { Context } from '#foundation/context.ts';
import { readOfficer } from '#foundation/people/officers/store.ts';

/**
 * The context in which a job goes on with what an officer began: in the same post, with the rights it has now. Null when the
 * account is disabled or the post is no longer theirs. `ctx` is the system's.
 */
export async function officerLater(
  ctx: Context,
  { accountId, postId }: { readonly accountId: number; readonly postId: number },
): Promise<Context | null> {
  const account = await readAccount(ctx.db, accountId);
  if (!account || account.disabledAt !== null) return null;
  const officer = await readOfficer(ctx.db, account.officerId);
  const posts = await readActingPosts(ctx.db, account.officerId, ctx.now);
  const post = posts.find((one) => one.postId === postId);
  if (!officer || !post) return null;
  return actingAs(ctx, {
    accountId,
    officerId: account.officerId,
    name: officer.fullName,
    post,
    posts,
    mustChangePassword: false,
    // Whoever began was asked for everything that signing in asks.
    secondFactor: { hasFactor: true, requiredRoles: [] },
  });
}
