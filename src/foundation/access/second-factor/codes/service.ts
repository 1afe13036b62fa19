import { randomInt } from 'node:crypto';
import { refuse } from '#kernel/refusal.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { lockedAccount, recordAccount } from '../../accounts/service.ts';
import { requireActor } from '../../authorise.ts';
import { readFactors } from '../store.ts';
import { deleteCodes, insertCodes, useCode } from './store.ts';

/** Codes on one sheet. */
export const CODES_PER_SHEET = 10;
/** Digits only, for one box that also takes the codes of an app; too long to be one of those. */
export const RECOVERY_DIGITS = 10;

/** New codes for the signed-in person, shown this once; the old ones are void. Only for whoever has a second step. */
export async function newRecoveryCodes(ctx: Context): Promise<readonly string[]> {
  const { accountId } = requireActor(ctx);
  return inTransaction(ctx, async (tx) => {
    const account = await lockedAccount(tx, accountId);
    const { hasApp, passkeys } = await readFactors(tx.db, accountId);
    if (!hasApp && passkeys === 0) {
      refuse('conflict', 'Hãy thêm ứng dụng tạo mã hoặc khóa truy cập trước, rồi mới tạo mã dự phòng.');
    }
    const codes = await renewCodes(tx, accountId);
    await recordAccount(tx, account, { kind: 'recovery-codes-made', payload: {} });
    return codes;
  });
}

/** Replaces the codes of an account, in the caller's transaction, and answers the new ones in clear. */
export async function renewCodes(ctx: Context, accountId: number): Promise<readonly string[]> {
  const codes = new Set<string>();
  while (codes.size < CODES_PER_SHEET) codes.add(newCode());
  await deleteCodes(ctx.db, accountId);
  await insertCodes(
    ctx.db,
    accountId,
    [...codes].map((code) => indexOf(ctx, accountId, code)),
  );
  return [...codes];
}

/** Uses a recovery code up; false when it is none of this account or was used before. */
export async function takeRecoveryCode(ctx: Context, accountId: number, code: string): Promise<boolean> {
  return useCode(ctx.db, { accountId, index: indexOf(ctx, accountId, code), now: ctx.now });
}

function newCode(): string {
  return Array.from({ length: RECOVERY_DIGITS }, () => randomInt(10)).join('');
}

/** Keyed, so that ten digits cannot be found by trying them all against a copy of the table. */
function indexOf({ secrets }: Context, accountId: number, code: string): Buffer {
  return secrets.blindIndex('recovery-code', `${accountId} ${code}`);
}
