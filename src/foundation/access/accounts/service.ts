import { refuse } from '#kernel/refusal.ts';
import { isDuplicate } from '#platform/database/errors.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import type { Deed } from '#foundation/history/schema.ts';
import { record } from '#foundation/history/service.ts';
import { assertAdministratorLeft } from '../administrators/service.ts';
import { authorise } from '../authorise.ts';
import { tellOwner } from '../letters/service.ts';
import { isTold } from '../letters/words.ts';
import { hashPassword } from '../passwords/argon2.ts';
import { oneTimePassword } from '../passwords/one-time.ts';
import { deleteSessionsOf } from '../sessions/store.ts';
import type { Account, OneTimePassword } from './schema.ts';
import {
  insertAccount,
  isAdministrator,
  lockAccount,
  updateAccountSequence,
  updateDisabled,
  updatePassword,
} from './store.ts';

/** Days within which a password given by an administrator must be used (OWASP ASVS 5.0, V6.4.1). */
const ONE_TIME_PASSWORD_DAYS = 7;

/** What is known of a new account. Without a password nobody can sign in until one is set. */
export type NewAccount = {
  readonly officerId: number;
  readonly login: string;
  readonly passwordHash: string | null;
  readonly expiresAt: Date | null;
};

/** Opens an account for an officer who has none, with a password shown once. */
export async function createAccount(
  ctx: Context,
  input: { readonly officerId: number; readonly login: string },
): Promise<OneTimePassword> {
  await authorise(ctx, 'account.manage');
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  const accountId = await addAccount(ctx, { ...input, passwordHash, expiresAt: oneTimeEnd(ctx.now) });
  return { accountId, login: input.login, password };
}

/** The same without asking who acts: for starter data and the operator's command line, never for a request. */
export async function addAccount(ctx: Context, input: NewAccount): Promise<number> {
  const { officerId, login, passwordHash } = input;
  return inTransaction(ctx, async (tx) => {
    const account = { passwordHash, mustChangePassword: true, passwordExpiresAt: input.expiresAt };
    const row = { ...account, officerId, login, createdAt: tx.now, sequence: 0 };
    const id = await insertNew(tx, row);
    await recordAccount(tx, { id, sequence: 0 }, { kind: 'created', payload: { officerId, login } });
    return id;
  });
}

/** Gives a new password shown once; every session of the account ends. */
export async function resetPassword(
  ctx: Context,
  input: { readonly accountId: number },
): Promise<OneTimePassword> {
  const actor = await authorise(ctx, 'account.manage');
  if (actor.accountId === input.accountId) {
    refuse('forbidden', 'Hãy đổi mật khẩu của chính bạn ở trang Tài khoản, bằng mật khẩu hiện tại.');
  }
  return setOneTimePassword(ctx, input.accountId);
}

/** The same without asking who acts: for the operator's command line, never for a request. */
export async function setOneTimePassword(ctx: Context, accountId: number): Promise<OneTimePassword> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return inTransaction(ctx, async (tx) => {
    const account = await lockedAccount(tx, accountId);
    const passwordExpiresAt = oneTimeEnd(tx.now);
    await updatePassword(tx.db, account.id, { passwordHash, mustChangePassword: true, passwordExpiresAt });
    await deleteSessionsOf(tx.db, account.id);
    await recordAccount(tx, account, { kind: 'password-reset', payload: {} });
    return { accountId, login: account.login, password };
  });
}

/** Closes an account; its sessions end at once. Not one's own, and not the last administrator's. */
export async function disableAccount(
  ctx: Context,
  input: { readonly accountId: number; readonly reason: string },
): Promise<void> {
  const actor = await authorise(ctx, 'account.manage');
  if (actor.accountId === input.accountId) {
    refuse('forbidden', 'Bạn không thể tự khóa tài khoản của mình. Hãy nhờ quản trị hệ thống khác.');
  }
  await inTransaction(ctx, async (tx) => {
    const account = await lockedAccount(tx, input.accountId);
    if (account.disabledAt !== null) refuse('conflict', 'Tài khoản này đã bị khóa từ trước.');
    await updateDisabled(tx.db, account.id, tx.now);
    await deleteSessionsOf(tx.db, account.id);
    await recordAccount(tx, account, { kind: 'disabled', payload: { reason: input.reason } });
    if (await isAdministrator(tx.db, account, tx.now)) await assertAdministratorLeft(tx);
  });
}

/** Ends every session of an account: a lost telephone, a browser left open elsewhere. Returns how many. */
export async function signAccountOut(ctx: Context, input: { readonly accountId: number }): Promise<number> {
  await authorise(ctx, 'account.manage');
  return inTransaction(ctx, async (tx) => {
    const account = await lockedAccount(tx, input.accountId);
    const ended = await deleteSessionsOf(tx.db, account.id);
    await recordAccount(tx, account, { kind: 'signed-out', payload: {} });
    return ended;
  });
}

/** Opens a closed account again, with the password it had. */
export async function enableAccount(ctx: Context, input: { readonly accountId: number }): Promise<void> {
  await authorise(ctx, 'account.manage');
  await inTransaction(ctx, async (tx) => {
    const account = await lockedAccount(tx, input.accountId);
    if (account.disabledAt === null) refuse('conflict', 'Tài khoản này đang hoạt động.');
    await updateDisabled(tx.db, account.id, null);
    await recordAccount(tx, account, { kind: 'enabled', payload: {} });
  });
}

/** The account, locked until the verb is through, or a refusal. */
export async function lockedAccount(ctx: Context, accountId: number): Promise<Account> {
  const account = await lockAccount(ctx.db, accountId);
  return account ?? refuse('missing', 'Không có tài khoản này trong hệ thống.');
}

/** Notes what was done to an account, and tells its owner of what changes how they sign in. */
export async function recordAccount(
  ctx: Context,
  account: Pick<Account, 'id' | 'sequence'>,
  deed: Deed,
): Promise<void> {
  const sequence = await record(ctx, { name: 'account', id: account.id, after: account.sequence }, [deed]);
  await updateAccountSequence(ctx.db, account.id, sequence);
  if (isTold(deed.kind)) await tellOwner(ctx, { accountId: account.id, what: deed.kind });
}

async function insertNew(ctx: Context, row: Omit<Account, 'id' | 'disabledAt'>): Promise<number> {
  try {
    return await insertAccount(ctx.db, row);
  } catch (error) {
    if (isDuplicate(error, 'accounts_login_key')) {
      const message = 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.';
      refuse('invalid', message, { login: message });
    }
    if (isDuplicate(error, 'accounts_officer_id_key')) refuse('conflict', 'Cán bộ này đã có tài khoản.');
    throw error;
  }
}

/** Until when a one-time password given now can be used. */
export function oneTimeEnd(now: Date): Date {
  return new Date(now.getTime() + ONE_TIME_PASSWORD_DAYS * 86_400_000);
}
