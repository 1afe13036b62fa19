import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#foundation/context.ts';
import { holdsStakes } from '../stakes.ts';
import { MOST_SESSIONS, sessionEnd, sessionLife } from './rules.ts';
import { deleteLongUnused, insertSession, readActingPosts } from './store.ts';
import { hashOf, newSessionToken } from './token.ts';

/** The secret for the cookie and its last moment. */
export type SignedInToken = { readonly token: string; readonly expires: Date };

/** The same with whose it is. */
export type OpenedSession = SignedInToken & { readonly accountId: number };

/** Where somebody signs in from. */
export type Browser = { readonly address: string; readonly userAgent: string };

/**
 * Opens the session of somebody who has proved who they are, so what is missing may be told plainly: refuses as
 * `invalid` when the person acts in no post.
 */
export async function openSession(
  ctx: Context,
  account: { readonly id: number; readonly officerId: number },
  { address, userAgent }: Browser,
): Promise<OpenedSession> {
  const posts = await readActingPosts(ctx.db, account.officerId, ctx.now);
  if (posts.length === 0) {
    refuse(
      'invalid',
      'Hiện nay bạn không giữ và không làm thay vị trí công tác nào. Hãy báo quản trị hệ thống hoặc phòng Nội vụ.',
    );
  }
  const token = newSessionToken(ctx.secrets);
  const expires = sessionEnd(ctx.now, sessionLife(holdsStakes(posts)));
  await insertSession(ctx.db, {
    tokenHash: hashOf(token),
    accountId: account.id,
    postId: posts[0]?.postId ?? null,
    createdAt: ctx.now,
    seenAt: ctx.now,
    expiresAt: expires,
    address,
    userAgent: userAgent.slice(0, 300),
  });
  await deleteLongUnused(ctx.db, account.id, MOST_SESSIONS);
  return { token, expires, accountId: account.id };
}
