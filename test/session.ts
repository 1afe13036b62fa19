import { insertSession } from '#foundation/access/sessions/store.ts';
import { sessionEnd } from '#foundation/access/sessions/rules.ts';
import { hashOf, newToken } from '#foundation/access/sessions/token.ts';
import type { TestSystem } from './database.ts';
import { actAs } from './cast.ts';

/**
 * Signs a member of the cast in without their password and answers the token for the cookie. The cast has passwords of
 * its own only in tests of signing in, so that no other test waits for hashing.
 */
export async function openSession(system: TestSystem, login: string): Promise<string> {
  const { actor, now } = await actAs(system, login);
  if (!actor) throw new Error(`${login} is nobody`);
  await system.superuser.query('update accounts set must_change_password = false where id = $1', [
    actor.accountId,
  ]);
  const token = newToken();
  await insertSession(system.db, {
    tokenHash: hashOf(token),
    accountId: actor.accountId,
    postId: actor.post.postId,
    createdAt: now,
    seenAt: now,
    expiresAt: sessionEnd(now),
    address: '127.0.0.1',
    userAgent: 'test',
  });
  return token;
}
