import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#foundation/context.ts';
import { verifyPassword } from '../passwords/argon2.ts';
import { sessionEnd } from '../sessions/rules.ts';
import { insertSession, readActingPosts } from '../sessions/store.ts';
import { hashOf, newToken } from '../sessions/token.ts';
import { attemptSucceeded, countAttempt } from './attempts.ts';
import { ATTEMPTS_KEPT_DAYS } from './rules.ts';
import type { SignedInToken, SignInInput } from './schema.ts';
import { findAccountByLogin, type StoredAccount, sweepAttempts } from './store.ts';

const WRONG =
  'Tên đăng nhập hoặc mật khẩu không đúng. Hãy nhập lại, hoặc nhờ quản trị hệ thống cấp lại mật khẩu.';

/**
 * Signs a person in. Refuses as `invalid` when login and password do not open an account, without telling which of
 * them was wrong or whether the account is disabled; as `conflict` when too many attempts were refused lately. Not to be
 * called inside a transaction (see `countAttempt`).
 */
export async function signIn(ctx: Context, input: SignInInput): Promise<SignedInToken> {
  const attemptId = await countAttempt(ctx, input);
  const account = await findAccountByLogin(ctx.db, input.login.slice(0, 100));
  const isRight = await verifyPassword(account?.passwordHash ?? null, input.password);
  if (account === null || !isRight || account.disabledAt !== null) return refuse('invalid', WRONG);
  await attemptSucceeded(ctx, attemptId);
  return openSession(ctx, account, input);
}

/** Forgets old attempts; a daily job. */
export async function sweepOldAttempts(ctx: Context): Promise<void> {
  await sweepAttempts(ctx.db, new Date(ctx.now.getTime() - ATTEMPTS_KEPT_DAYS * 86_400_000));
}

/** The person has proved who they are; what is missing now may be told plainly. */
async function openSession(ctx: Context, account: StoredAccount, input: SignInInput): Promise<SignedInToken> {
  if (account.passwordExpiresAt !== null && account.passwordExpiresAt <= ctx.now) {
    refuse('invalid', 'Mật khẩu dùng một lần đã hết hạn. Hãy nhờ quản trị hệ thống cấp lại mật khẩu.');
  }
  const posts = await readActingPosts(ctx.db, account.officerId, ctx.now);
  if (posts.length === 0) {
    refuse(
      'invalid',
      'Hiện nay bạn không giữ và không làm thay vị trí công tác nào. Hãy báo quản trị hệ thống hoặc phòng Nội vụ.',
    );
  }
  const token = newToken();
  const expires = sessionEnd(ctx.now);
  await insertSession(ctx.db, {
    tokenHash: hashOf(token),
    accountId: account.id,
    postId: posts[0]?.postId ?? null,
    createdAt: ctx.now,
    seenAt: ctx.now,
    expiresAt: expires,
    address: input.address,
    userAgent: input.userAgent.slice(0, 300),
  });
  return { token, expires };
}
