import { refuse } from '#kernel/refusal.ts';
import { CODE_DIGITS } from '#kernel/totp/totp.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { lockedAccount, recordAccount } from '../../accounts/service.ts';
import { type Browser, openSession, type OpenedSession } from '../../sessions/opening.ts';
import { hashOf } from '../../sessions/token.ts';
import { attemptSucceeded, countAttempt } from '../../sign-in/attempts.ts';
import { takeAppCode } from '../authenticator/service.ts';
import { RECOVERY_DIGITS, takeRecoveryCode } from '../codes/service.ts';
import { assertionOptions, partyOf } from '../passkeys/ceremony.ts';
import type { Assertion } from '../passkeys/schema.ts';
import { takeAssertion } from '../passkeys/service.ts';
import { readOwnerOf, readPasskeysOf } from '../passkeys/store.ts';
import { readFactors } from '../store.ts';
import { type HalfSignedIn, WRONG_CODES } from './schema.ts';
import { countFailure, deleteHalfSignIn, readHalfSignIn, readOpenAccount } from './store.ts';

const START_AGAIN = 'Bước đăng nhập này đã hết hạn. Hãy đăng nhập lại từ đầu.';
const WRONG_PASSKEY = 'Khóa truy cập này không mở được tài khoản nào. Hãy đăng nhập bằng cách khác.';

/** What the second page shows: which ways there are, and what a passkey is asked. */
export type SecondStep = { readonly hasApp: boolean; readonly passkeyOptions: string | null };

/** The second step of this browser, or null when it must begin anew. */
export async function secondStepOf(ctx: Context, token: string): Promise<SecondStep | null> {
  const half = await readHalfSignIn(ctx.db, hashOf(token), ctx.now);
  if (half === null) return null;
  const { hasApp } = await readFactors(ctx.db, half.accountId);
  const known = await readPasskeysOf(ctx.db, half.accountId);
  const party = partyOf(ctx.publicUrl);
  if (party === null || known.length === 0) return { hasApp, passkeyOptions: null };
  return { hasApp, passkeyOptions: await assertionOptions(ctx, secondPurpose(half), { party, known }) };
}

/** What any passkey of this site is asked at the door; null where the address allows none. */
export async function doorOptions(ctx: Context): Promise<string | null> {
  const party = partyOf(ctx.publicUrl);
  return party && assertionOptions(ctx, AT_THE_DOOR, { party });
}

/**
 * Signs in with the code of an app or one from the sheet. Refuses as `invalid` when the code is wrong, `conflict` when too
 * many were wrong, `missing` when the first step must be done again. Not to be called inside a transaction: what was
 * guessed wrong counts even though it is refused.
 */
export async function passWithCode(
  ctx: Context,
  input: Browser & { readonly token: string; readonly code: string },
): Promise<OpenedSession> {
  const half = await halfOf(ctx, input.token);
  // Capital letters: nobody can type this login at the first step, where a right password forgives wrong ones.
  const attemptId = await countAttempt(ctx, { login: `2FA ${half.login}`, address: input.address });
  if (!(await isRight(ctx, half, input.code))) {
    await countFailure(ctx.db, hashOf(input.token));
    const message =
      'Mã không đúng hoặc đã dùng. Hãy nhập mã đang hiện trong ứng dụng, hoặc một mã dự phòng khác.';
    refuse('invalid', message, { code: message });
  }
  await attemptSucceeded(ctx, attemptId);
  return enter(ctx, half, input);
}

/** The same with a passkey of the account. */
export async function passWithPasskey(
  ctx: Context,
  input: Browser & { readonly token: string; readonly answer: Assertion },
): Promise<OpenedSession> {
  const half = await halfOf(ctx, input.token);
  const { answer } = input;
  const asked = { answer, accountId: half.accountId, purpose: secondPurpose(half) };
  if (!(await takeAssertion(ctx, asked))) {
    await countFailure(ctx.db, hashOf(input.token));
    refuse('invalid', 'Không xác nhận được khóa truy cập. Hãy thử lại hoặc dùng mã.');
  }
  return enter(ctx, half, input);
}

/** Signs in with nothing but a passkey: the device has checked the person, so it is both steps in one. */
export async function signInWithPasskey(
  ctx: Context,
  input: Browser & { readonly answer: Assertion },
): Promise<OpenedSession> {
  const accountId = await readOwnerOf(ctx.db, input.answer.id);
  const account = accountId === null ? null : await readOpenAccount(ctx.db, accountId);
  if (account === null) return refuse('invalid', WRONG_PASSKEY);
  const attemptId = await countAttempt(ctx, { login: account.login, address: input.address });
  const asked = { answer: input.answer, accountId: account.id, purpose: AT_THE_DOOR };
  if (!(await takeAssertion(ctx, asked))) refuse('invalid', WRONG_PASSKEY);
  await attemptSucceeded(ctx, attemptId);
  return openSession(ctx, account, input);
}

const AT_THE_DOOR = 'sign-in';

function secondPurpose({ accountId }: HalfSignedIn): string {
  return `second ${accountId}`;
}

async function halfOf(ctx: Context, token: string): Promise<HalfSignedIn> {
  const half = await readHalfSignIn(ctx.db, hashOf(token), ctx.now);
  if (half === null) return refuse('missing', START_AGAIN);
  if (half.failures < WRONG_CODES) return half;
  await deleteHalfSignIn(ctx.db, hashOf(token));
  return refuse('missing', START_AGAIN);
}

async function isRight(ctx: Context, { accountId }: HalfSignedIn, code: string): Promise<boolean> {
  if (code.length === CODE_DIGITS) return takeAppCode(ctx, accountId, code);
  if (code.length !== RECOVERY_DIGITS) return false;
  return inTransaction(ctx, async (tx) => {
    const account = await lockedAccount(tx, accountId);
    const isTaken = await takeRecoveryCode(tx, accountId, code);
    if (isTaken) await recordAccount(tx, account, { kind: 'recovery-code-used', payload: {} });
    return isTaken;
  });
}

/** One browser enters once, whatever it sends at the same time. */
async function enter(
  ctx: Context,
  { accountId, officerId }: HalfSignedIn,
  input: Browser & { readonly token: string },
): Promise<OpenedSession> {
  if (!(await deleteHalfSignIn(ctx.db, hashOf(input.token)))) refuse('missing', START_AGAIN);
  return openSession(ctx, { id: accountId, officerId }, input);
}
