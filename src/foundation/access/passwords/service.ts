import { refuse } from '#kernel/refusal.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { lockedAccount, recordAccount } from '../accounts/service.ts';
import { readAccount, readKnownNames, updatePassword } from '../accounts/store.ts';
import { requireActor } from '../authorise.ts';
import { deleteSessionsOf } from '../sessions/store.ts';
import { hashOf } from '../sessions/token.ts';
import { attemptSucceeded, countAttempt } from '../sign-in/attempts.ts';
import { hashPassword, verifyPassword } from './argon2.ts';
import { passwordProblem } from './rules.ts';
import type { ChangePasswordInput } from './schema.ts';

/**
 * Changes the actor's own password. The current one has been proved (`proveCurrent`); the new one must satisfy
 * `passwordProblem`.
 * Every other session of the account ends, the one of this token goes on.
 */
export async function changeOwnPassword(
  ctx: Context,
  input: ChangePasswordInput & { readonly token: string },
): Promise<void> {
  const { accountId } = requireActor(ctx);
  await assertGood(ctx, accountId, input);
  const passwordHash = await hashPassword(input.next);
  await inTransaction(ctx, async (tx) => {
    const account = await lockedAccount(tx, accountId);
    const changed = { passwordHash, mustChangePassword: false, passwordExpiresAt: null };
    await updatePassword(tx.db, account.id, changed);
    await deleteSessionsOf(tx.db, account.id, hashOf(input.token));
    await recordAccount(tx, account, { kind: 'password-changed', payload: {} });
  });
}

/**
 * Asks for the actor's current password. Guessed as often as at the door, and no more: a desk left open is no way to
 * somebody's password. Not to be called inside a transaction (see `countAttempt`).
 */
export async function proveCurrent(
  ctx: Context,
  { current, address }: { readonly current: string; readonly address: string },
): Promise<void> {
  const { accountId } = requireActor(ctx);
  const account = await readAccount(ctx.db, accountId);
  const attemptId = await countAttempt(ctx, { login: account?.login ?? '', address });
  if (await verifyPassword(account?.passwordHash ?? null, current)) return attemptSucceeded(ctx, attemptId);
  const message = 'Mật khẩu hiện tại không đúng. Hãy nhập lại.';
  refuse('invalid', message, { current: message });
}

async function assertGood(ctx: Context, accountId: number, input: ChangePasswordInput): Promise<void> {
  const known = await readKnownNames(ctx.db, accountId);
  const problem =
    input.next === input.current
      ? 'Mật khẩu mới phải khác mật khẩu hiện tại.'
      : (passwordProblem(input.next, { known }) ?? (await leakedProblem(ctx, input.next)));
  if (problem !== null) refuse('invalid', problem, { next: problem });
}

/** NIST SP 800-63B, 3.1.1.2: what was stolen elsewhere is tried everywhere. */
async function leakedProblem({ leakedPasswords }: Context, password: string): Promise<string | null> {
  if (!(await leakedPasswords.has(password))) return null;
  return 'Mật khẩu này có trong danh sách mật khẩu đã bị lộ ở nơi khác. Hãy chọn mật khẩu khác hẳn.';
}
