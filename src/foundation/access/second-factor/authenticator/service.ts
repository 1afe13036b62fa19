import { createHmac, randomBytes } from 'node:crypto';
import { refuse } from '#kernel/refusal.ts';
import { enrolmentAddress, typedSecret } from '#kernel/totp/enrolment.ts';
import { type Mac, matchingStep } from '#kernel/totp/totp.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { readAccount } from '../../accounts/store.ts';
import { requireActor } from '../../authorise.ts';
import { addFactor, removeFactor } from '../service.ts';
import { deleteAppSecret, lockAppSecret, saveAppSecret, updateAppSecret } from './store.ts';

/** RFC 4226, section 4: 160 bits. */
const SECRET_BYTES = 20;
/** NIST SP 800-63B, 3.2.2: no more wrong codes in a row than this, however long it takes. */
export const MOST_FAILURES = 100;

const OFFER = 'totp-offer';
const KEPT = 'totp';

/** A secret that does not count yet: for scanning, for typing, and sealed for the form to bring back. */
export type AppOffer = { readonly address: string; readonly typed: string; readonly sealed: string };

/** A new secret for the signed-in person, or the one that the form brought back. Nothing is kept until a code confirms it. */
export async function offerApp(ctx: Context, sealedBefore: string): Promise<AppOffer> {
  const { accountId } = requireActor(ctx);
  const secret = offered(ctx, sealedBefore) ?? randomBytes(SECRET_BYTES);
  const account = await readAccount(ctx.db, accountId);
  return {
    address: enrolmentAddress(secret, { issuer: 'Một Cửa', account: account?.login ?? '' }),
    typed: typedSecret(secret),
    sealed: ctx.secrets.seal(OFFER, `${accountId} ${secret.toString('hex')}`),
  };
}

/**
 * Takes the offered secret once its app shows the right code; in place of an earlier app. Answers codes for emergencies
 * as `addFactor` does.
 */
export async function confirmApp(
  ctx: Context,
  input: { readonly offer: string; readonly code: string; readonly token: string },
): Promise<readonly string[] | null> {
  const secret = offered(ctx, input.offer);
  if (secret === null) return refuse('conflict', 'Trang này đã cũ. Hãy quét lại mã QR mới dưới đây.');
  const lastStep = matchingStep(macOf(secret), input.code, { instant: ctx.now, after: 0 });
  if (lastStep === null) {
    const message =
      'Mã không đúng. Hãy nhập mã đang hiện trong ứng dụng; kiểm tra giờ của điện thoại có đúng không.';
    return refuse('invalid', message, { code: message });
  }
  return addFactor(ctx, input.token, {
    kind: 'app-added',
    add: async (tx, { id: accountId }) => {
      const sealedSecret = tx.secrets.seal(KEPT, `${accountId} ${secret.toString('hex')}`);
      await saveAppSecret(tx.db, { accountId, sealedSecret, lastStep, failures: 0, confirmedAt: tx.now });
    },
  });
}

/** Signing in asks for no code of an app any more. */
export async function removeApp(ctx: Context): Promise<void> {
  await removeFactor(ctx, {
    kind: 'app-removed',
    remove: async (tx, { id }) => {
      if (!(await deleteAppSecret(tx.db, id))) refuse('conflict', 'Tài khoản không dùng ứng dụng tạo mã.');
    },
  });
}

/**
 * Whether this is the code of the account's app now. A code counts once; a wrong one is counted, and from `MOST_FAILURES`
 * on the app opens nothing until a right code of another kind or a new app. Commits what it counts, so not to be called
 * inside a transaction.
 */
export async function takeAppCode(ctx: Context, accountId: number, code: string): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const app = await lockAppSecret(tx.db, accountId);
    if (app === null || app.failures >= MOST_FAILURES) return false;
    const secret = secretIn(tx.secrets.unseal(KEPT, app.sealedSecret), accountId);
    const after = app.lastStep;
    const step = secret && matchingStep(macOf(secret), code, { instant: tx.now, after });
    const change =
      step === null ? { lastStep: after, failures: app.failures + 1 } : { lastStep: step, failures: 0 };
    await updateAppSecret(tx.db, accountId, change);
    return step !== null;
  });
}

function offered(ctx: Context, sealed: string): Buffer | null {
  if (sealed === '') return null;
  try {
    return secretIn(ctx.secrets.unseal(OFFER, sealed), requireActor(ctx).accountId);
  } catch {
    // Not sealed by this installation: a form made up by somebody, or older than the key.
    return null;
  }
}

/** The secret in an opened text, or null when it was sealed for another account. */
function secretIn(opened: string, accountId: number): Buffer | null {
  const [owner, hex = ''] = opened.split(' ');
  return owner === String(accountId) ? Buffer.from(hex, 'hex') : null;
}

function macOf(secret: Buffer): Mac {
  return (message) => createHmac('sha1', secret).update(message).digest();
}
