import { refuse } from '#kernel/refusal.ts';
import type { System } from '#platform/system.ts';
import type { Actor, Context, Revisions } from '#foundation/context.ts';
import { requireActor } from '../authorise.ts';
import { holdsStakes } from '../stakes.ts';
import { idleSince, isProofStale, isUseStale, sessionLife } from './rules.ts';
import type { OwnSession } from './schema.ts';
import {
  deleteSession,
  deleteSessionOf,
  deleteSessionsOf,
  noteUse,
  readBeginning,
  readSessions,
  readSignedIn,
  replaceSession,
  type SignedIn,
  sweepSessions,
  updateSessionPost,
} from './store.ts';
import type { SignedInToken } from './opening.ts';
import { hashOf, newSessionToken } from './token.ts';

/**
 * Who sends a request: the person of the session with the posts they hold or substitute at this instant, and the
 * revisions of this instant; null when the session is over, the account is disabled or the person holds no post any
 * more. One query; at most once in five minutes a second one notes the use.
 */
export async function actorOfToken(
  system: System,
  token: string,
  now: Date,
): Promise<{ readonly actor: Actor; readonly revisions: Revisions } | null> {
  const signedIn = await readSignedIn(system.db, { hash: hashOf(token), now, idleSince: idleSince(now) });
  if (signedIn === null) return null;
  const actor = actorOf(signedIn);
  if (actor === null) return null;
  // Posts decide how long, and they are those of this instant.
  if (signedIn.seenAt <= idleSince(now, sessionLife(holdsStakes(actor.posts)))) return null;
  if (isUseStale(signedIn.seenAt, now)) await noteUse(system.db, signedIn.sessionId, now);
  const { organisation, calendar, procedures } = signedIn;
  return { actor, revisions: { organisation, calendar, procedures } };
}

/** Ends the session of a token. Without one it does nothing, so that signing out twice is no error. */
export async function signOut(ctx: Context, token: string): Promise<void> {
  await deleteSession(ctx.db, hashOf(token));
}

/** Works from now on in another post the person holds or substitutes. */
export async function switchPost(
  ctx: Context,
  input: { readonly token: string; readonly postId: number },
): Promise<void> {
  const actor = requireActor(ctx);
  if (!actor.posts.some((post) => post.postId === input.postId)) {
    refuse('forbidden', 'Hiện nay bạn không giữ và không làm thay vị trí này. Hãy chọn vị trí khác.');
  }
  await updateSessionPost(ctx.db, hashOf(input.token), input.postId);
}

/** The actor's own live sessions, the last used first. */
export async function ownSessions(ctx: Context, token: string): Promise<readonly OwnSession[]> {
  const actor = requireActor(ctx);
  const sessions = await readSessions(ctx.db, actor.accountId, {
    now: ctx.now,
    idleSince: idleSince(ctx.now, sessionLife(holdsStakes(actor.posts))),
  });
  const here = hashOf(token);
  return sessions.map(({ tokenHash, ...session }) => ({ ...session, isThisOne: here.equals(tokenHash) }));
}

/** Ends one of the actor's own sessions. */
export async function endOwnSession(ctx: Context, sessionId: number): Promise<void> {
  const actor = requireActor(ctx);
  const ended = await deleteSessionOf(ctx.db, actor.accountId, sessionId);
  if (!ended) refuse('missing', 'Phiên đăng nhập này đã kết thúc.');
}

/** Ends every session of the actor but the one of this token. Returns how many. */
export async function endOtherSessions(ctx: Context, token: string): Promise<number> {
  return deleteSessionsOf(ctx.db, requireActor(ctx).accountId, hashOf(token));
}

/** Whether the actor gave their password in this browser a short while ago. */
export async function hasProvedLately(ctx: Context, token: string): Promise<boolean> {
  const begunAt = await readBeginning(ctx.db, hashOf(token));
  return begunAt !== null && !isProofStale(begunAt, ctx.now);
}

/**
 * Goes on under a new token after the password was given again (OWASP ASVS 5.0, V7.2.4): the old one is nobody, and the end
 * stays where it was. Null when the session has ended meanwhile.
 */
export async function renewSession(ctx: Context, token: string): Promise<SignedInToken | null> {
  const fresh = newSessionToken(ctx.secrets);
  const renewed = { tokenHash: hashOf(fresh), createdAt: ctx.now, seenAt: ctx.now };
  const expires = await replaceSession(ctx.db, hashOf(token), renewed);
  return expires === null ? null : { token: fresh, expires };
}

/** Forgets sessions that are over; a daily job. */
export async function sweepEndedSessions(ctx: Context): Promise<void> {
  await sweepSessions(ctx.db, ctx.now, idleSince(ctx.now));
}

/** The post of the session while it is still held or substituted, else the first; null without any post. */
function actorOf(signedIn: SignedIn): Actor | null {
  const { accountId, officerId, name, posts, mustChangePassword, hasFactor, requiredRoles } = signedIn;
  const secondFactor = { hasFactor, requiredRoles: requiredRoles ?? [] };
  const post = posts.find(({ postId }) => postId === signedIn.currentPostId) ?? posts[0];
  return post ? { accountId, officerId, name, post, posts, mustChangePassword, secondFactor } : null;
}
