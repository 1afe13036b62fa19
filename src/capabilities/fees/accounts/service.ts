import { refuse } from '#kernel/refusal.ts';
import { isDuplicate } from '#platform/database/errors.ts';
import { qrSvg } from '#platform/print/codes.ts';
import { authorise, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { ancestorsOf } from '#foundation/organisation/rules.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import type { Payment } from '../schema.ts';
import { transferCode } from '../words.ts';
import type { AccountInput, PaymentAccount } from './schema.ts';
import { closeAccountRow, insertAccount, readAccount, readAccounts, readOpenAccount } from './store.ts';
import { vietQrText } from './viet-qr.ts';

/** Accounts of the units whose fees the actor reads. */
export async function paymentAccounts(ctx: Context): Promise<readonly PaymentAccount[]> {
  const units = await unitsWith(ctx, 'fee.read');
  if (units?.length === 0) await authorise(ctx, 'fee.read', 0);
  return readAccounts(ctx.db, units);
}

/** Where and with what mark a payment is transferred, and the code to scan; null when the unit has no account. */
export type TransferInstruction = {
  readonly account: PaymentAccount;
  readonly code: string;
  /** Drawn by ourselves: nothing that a person typed is markup in it. */
  readonly svg: string;
};

/** The open account of a unit, or of the nearest unit above that has one. */
export async function accountOf(ctx: Context, unitId: number): Promise<PaymentAccount | null> {
  const chain = ancestorsOf(await organisationNow(ctx), unitId).map(({ id }) => id);
  return readOpenAccount(ctx.db, chain.length > 0 ? chain : [unitId]);
}

/** How an open payment is transferred: to the account of the unit, or of the nearest unit above that has one. */
export async function transferOf(
  ctx: Context,
  payment: Pick<Payment, 'id' | 'unitId' | 'total'>,
): Promise<TransferInstruction | null> {
  const account = await accountOf(ctx, payment.unitId);
  if (account === null) return null;
  const code = transferCode(payment.id);
  const { bankBin, accountNumber } = account;
  const text = vietQrText({ bankBin, accountNumber, amount: payment.total, purpose: code });
  return { account, code, svg: qrSvg(text, `Mã VietQR chuyển khoản, nội dung ${code}`) };
}

/** Opens an account for a unit; it has one at a time. */
export async function openAccount(ctx: Context, input: AccountInput): Promise<number> {
  const actor = await authorise(ctx, 'fee.accounts', input.unitId);
  return inTransaction(ctx, async (tx) => {
    try {
      const id = await insertAccount(tx.db, { ...input, openedBy: actor.officerId, openedAt: tx.now });
      await record(tx, { name: 'payment-account', id, after: 0 }, [
        { kind: 'opened', payload: { ...input } },
      ]);
      return id;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const sentence = 'Đơn vị đang có tài khoản. Hãy đóng tài khoản đó trước khi mở tài khoản mới.';
      return refuse('conflict', sentence, { unitId: sentence });
    }
  });
}

/** One account for the page that closes it. */
export async function accountToClose(ctx: Context, id: number): Promise<PaymentAccount> {
  requireActor(ctx);
  const account = await readAccount(ctx.db, id);
  if (account === null) return refuse('missing', MISSING);
  await authorise(ctx, 'fee.accounts', account.unitId);
  return account;
}

/** Closes an account: nobody is told to transfer to it any more. */
export async function closeAccount(
  ctx: Context,
  { id, sequence }: { readonly id: number; readonly sequence: number },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    requireActor(tx);
    const account = await readAccount(tx.db, id, 'lock');
    if (account === null) return refuse('missing', MISSING);
    const actor = await authorise(tx, 'fee.accounts', account.unitId);
    if (account.closedAt !== null || account.sequence !== sequence)
      refuse('conflict', 'Tài khoản này đã đóng.');
    const next = await record(tx, { name: 'payment-account', id, after: sequence }, [
      { kind: 'closed', payload: {} },
    ]);
    await closeAccountRow(tx.db, id, { closedBy: actor.officerId, closedAt: tx.now, sequence: next });
  });
}

const MISSING = 'Không có tài khoản này, hoặc không thuộc đơn vị của bạn.';
