import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#foundation/context.ts';
import { verifyPassword } from '../passwords/argon2.ts';
import { beginSecondStep } from '../second-factor/entry/beginning.ts';
import type { SignInOutcome } from '../second-factor/entry/schema.ts';
import { openSession } from '../sessions/opening.ts';
import { attemptSucceeded, countAttempt } from './attempts.ts';
import { ATTEMPTS_KEPT_DAYS } from './rules.ts';
import type { SignInInput } from './schema.ts';
import { findAccountByLogin, type StoredAccount, sweepAttempts } from './store.ts';

const WRONG =
  'Tên đăng nhập hoặc mật khẩu không đúng. Hãy nhập lại, hoặc nhờ quản trị hệ thống cấp lại mật khẩu.';

/**
 * Signs a person in, or leads to the second step where the account has one. Refuses as `invalid` when login and password do not open an account, without telling which of
 * them was wrong or whether the account is disabled; as `conflict` when too many attempts were refused lately. Not to be
 * called inside a transaction (see `countAttempt`).
 */
export async function signIn(ctx: Context, input: SignInInput): Promise<SignInOutcome> {
  const attemptId = await countAttempt(ctx, input);
  const account = await findAccountByLogin(ctx.db, input.login.slice(0, 100));
  const isRight = await verifyPassword(account?.passwordHash ?? null, input.password);
  if (account === null || !isRight || account.disabledAt !== null) return refuse('invalid', WRONG);
  await attemptSucceeded(ctx, attemptId);
  return enter(ctx, account, input);
}

/** Forgets old attempts; a daily job. */
export async function sweepOldAttempts(ctx: Context): Promise<void> {
  await sweepAttempts(ctx.db, new Date(ctx.now.getTime() - ATTEMPTS_KEPT_DAYS * 86_400_000));
}

/** The person has proved that they know the password; what is missing now may be told plainly. */
async function enter(ctx: Context, account: StoredAccount, input: SignInInput): Promise<SignInOutcome> {
  if (account.passwordExpiresAt !== null && account.passwordExpiresAt <= ctx.now) {
    refuse('invalid', 'Mật khẩu dùng một lần đã hết hạn. Hãy nhờ quản trị hệ thống cấp lại mật khẩu.');
  }
  const second = await beginSecondStep(ctx, account.id);
  return second ?? { kind: 'signed-in', ...(await openSession(ctx, account, input)) };
}
