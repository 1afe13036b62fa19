import type { Context } from '#foundation/context.ts';
import { hashOf, newToken } from '../../sessions/token.ts';
import { readFactors } from '../store.ts';
import { SECOND_STEP_MINUTES, type SignInOutcome } from './schema.ts';
import { insertHalfSignIn } from './store.ts';

/**
 * The second step of an account whose password was right just now, or null when it has none. The token is the browser's
 * for the next ten minutes and opens nothing by itself.
 */
export async function beginSecondStep(ctx: Context, accountId: number): Promise<SignInOutcome | null> {
  const { hasApp, passkeys } = await readFactors(ctx.db, accountId);
  if (!hasApp && passkeys === 0) return null;
  const token = newToken();
  const expires = new Date(ctx.now.getTime() + SECOND_STEP_MINUTES * 60_000);
  await insertHalfSignIn(ctx.db, { tokenHash: hashOf(token), accountId, expiresAt: expires });
  return { kind: 'second-step', token, expires };
}
