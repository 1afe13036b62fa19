import { refuse } from '#kernel/refusal.ts';
import { asSystem, type Context } from '#foundation/context.ts';
import { isThrottled, knownSince, SIGN_IN_LIMITS, windowStart } from './rules.ts';
import { countRefused, insertAttempt, updateAttempt } from './store.ts';

/**
 * Counts an attempt to give a password, before it is looked at, so that many guesses at once are no way around the
 * limit. Refuses as `conflict` when too many were wrong lately. Returns the number of the attempt, which counts as wrong
 * until `attemptSucceeded`. Not to be called inside a transaction: it counts even though it is refused.
 */
export async function countAttempt(
  ctx: Context,
  from: { readonly login: string; readonly address: string },
): Promise<number> {
  // The attempts of others count too, and nobody but the system may see them.
  return asSystem(ctx, async (system) => count(system, from));
}

export async function attemptSucceeded(ctx: Context, attemptId: number): Promise<void> {
  await asSystem(ctx, async ({ db }) => updateAttempt(db, attemptId, 'succeeded'));
}

async function count(
  ctx: Context,
  from: { readonly login: string; readonly address: string },
): Promise<number> {
  const attempt = { login: from.login.slice(0, 100), address: from.address, at: ctx.now };
  const id = await insertAttempt(ctx.db, attempt);
  const since = { since: windowStart(ctx.now), knownSince: knownSince(ctx.now) };
  if (isThrottled(await countRefused(ctx.db, { ...attempt, ...since }))) {
    await updateAttempt(ctx.db, id, 'throttled');
    refuse(
      'conflict',
      `Đã nhập sai quá nhiều lần. Hãy đợi ${SIGN_IN_LIMITS.windowMinutes} phút rồi thử lại.`,
    );
  }
  return id;
}
