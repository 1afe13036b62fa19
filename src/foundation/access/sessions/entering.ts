import { clientAddress } from '#web/http/client.ts';
import { knownMarks, sessionToken, setKnownMarks, setSessionToken } from '#web/http/cookies.ts';
import type { AppContext } from '#foundation/http.ts';
import { tellOwner } from '../letters/service.ts';
import type { OpenedSession } from './opening.ts';
import { signOut } from './service.ts';

/** Several officers may share a computer at the counter; marks of more than so many are forgotten. */
const MOST_KNOWN = 8;

/**
 * Lets a browser in: the session it had before ends, whoever put that there, and the owner of the account is told when the
 * account was never opened in this browser before.
 */
export async function letIn(c: AppContext, { token, expires, accountId }: OpenedSession): Promise<void> {
  const ctx = c.get('ctx');
  const before = sessionToken(c);
  if (before !== undefined) await signOut(ctx, before);
  setSessionToken(c, token, expires);
  const mark = ctx.secrets.blindIndex('known-browser', String(accountId)).toString('base64url');
  const marks = (knownMarks(c) ?? '').split('.').filter((one) => one !== '' && one !== mark);
  const isKnown = (knownMarks(c) ?? '').split('.').includes(mark);
  setKnownMarks(c, [mark, ...marks].slice(0, MOST_KNOWN).join('.'));
  if (!isKnown) await tellOwner(ctx, { accountId, what: 'new-browser', from: clientAddress(c) });
}
