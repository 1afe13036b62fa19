import { refuse } from '#kernel/refusal.ts';
import { localDateOf } from '#kernel/local-date.ts';
import type { OneTimePassword } from '#foundation/access/accounts/schema.ts';
import { addAccount, oneTimeEnd, setOneTimePassword } from '#foundation/access/accounts/service.ts';
import { hasAdministrator } from '#foundation/access/administrators/service.ts';
import { hashPassword } from '#foundation/access/passwords/argon2.ts';
import { oneTimePassword } from '#foundation/access/passwords/one-time.ts';
import { recoverByOperator } from '#foundation/access/second-factor/recovery/service.ts';
import { findAccountByLogin } from '#foundation/access/sign-in/store.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { unitByCode } from '#foundation/organisation/service.ts';
import type { AccountLine } from './accounts/schema.ts';
import { readAccountLines } from './accounts/store.ts';
import { addOfficer } from './officers/service.ts';
import { officerSchema } from './officers/schema.ts';
import { addHolding } from './posts/holdings.ts';
import { addPost } from './posts/service.ts';
import { accountSchema } from '#foundation/access/accounts/schema.ts';

/**
 * What the operator of the server may do with accounts from the command line, in the name of the system: whoever can run
 * it can read the database anyway, so nobody is asked who they are. Every act is in the history.
 */

/** Every account, by login. */
export async function listAccounts(ctx: Context): Promise<readonly AccountLine[]> {
  return readAccountLines(ctx.db, ctx.now);
}

/** Gives an account a new password shown once; its sessions end. */
export async function resetAccountPassword(ctx: Context, login: string): Promise<OneTimePassword> {
  return setOneTimePassword(ctx, await accountIdOf(ctx, login));
}

/** Gives an account back to whoever lost every way into it, the last administrator for one: a password for a day. */
export async function recoverAccount(ctx: Context, login: string): Promise<OneTimePassword> {
  return recoverByOperator(ctx, await accountIdOf(ctx, login));
}

/**
 * Creates the first administrator of an installation without starter data: a person with a post of administrator in a
 * unit and an account. Refused when somebody administers it already: they create further ones.
 */
export async function createFirstAdministrator(
  ctx: Context,
  input: { readonly fullName: string; readonly login: string; readonly unitCode: string },
): Promise<OneTimePassword> {
  if (await hasAdministrator(ctx)) {
    refuse(
      'conflict',
      'Hệ thống đã có quản trị. Hãy nhờ người đó cấp tài khoản, hoặc cấp lại mật khẩu cho họ.',
    );
  }
  const { login } = checked(accountSchema.safeParse({ login: input.login }));
  const contact = { phone: '', email: '', note: '' };
  const officer = checked(officerSchema.safeParse({ fullName: input.fullName, ...contact }));
  const unit = await unitByCode(ctx, input.unitCode);
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return inTransaction(ctx, async (tx) => {
    const from = localDateOf(tx.now);
    const officerId = await addOfficer(tx, officer);
    const title = 'Quản trị hệ thống';
    const postId = await addPost(tx, { unitId: unit.id, title, roles: ['it-administrator'], from });
    await addHolding(tx, { postId, officerId, from, decision: 'Khởi tạo hệ thống' });
    const account = { officerId, login, passwordHash, expiresAt: oneTimeEnd(tx.now) };
    return { accountId: await addAccount(tx, account), login, password };
  });
}

async function accountIdOf(ctx: Context, login: string): Promise<number> {
  const account = await findAccountByLogin(ctx.db, login.toLowerCase());
  return account?.id ?? refuse('missing', `Không có tài khoản ${login}. Hãy xem danh sách tài khoản.`);
}

type Parsed<Value> =
  | { readonly success: true; readonly data: Value }
  | { readonly success: false; readonly error: { readonly issues: readonly { readonly message: string }[] } };

function checked<Value>(parsed: Parsed<Value>): Value {
  if (parsed.success) return parsed.data;
  return refuse('invalid', parsed.error.issues.map(({ message }) => message).join(' '));
}
