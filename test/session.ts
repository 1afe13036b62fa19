import type pg from 'pg';
import { insertSession } from '#foundation/access/sessions/store.ts';
import { sessionEnd } from '#foundation/access/sessions/rules.ts';
import { hashOf, newSessionToken } from '#foundation/access/sessions/token.ts';
import type { Context } from '#foundation/context.ts';
import type { System } from '#platform/system.ts';
import { actAs } from './cast.ts';

/** A system whose database can be written behind the application's back. */
type Opened = System & { readonly superuser: pg.Pool };

/**
 * Signs a member of the cast in without their password and answers the token for the cookie. The cast has passwords of
 * its own only in tests of signing in, so that no other test waits for hashing.
 */
export async function openSession(system: Opened, login: string): Promise<string> {
  return openSessionOf(system, await actAs(system, login));
}

/** The same for whoever acts in a context. */
export async function openSessionOf(system: Opened, { actor, now }: Context): Promise<string> {
  if (!actor) throw new Error('Nobody acts');
  await system.superuser.query('update accounts set must_change_password = false where id = $1', [
    actor.accountId,
  ]);
  const token = newSessionToken(system.secrets);
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
