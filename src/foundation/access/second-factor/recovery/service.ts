import { refuse } from '#kernel/refusal.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { isDuplicate } from '#platform/database/errors.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import { sendMail } from '#platform/mail/mail.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import type { Account, OneTimePassword } from '../../accounts/schema.ts';
import { lockedAccount, recordAccount } from '../../accounts/service.ts';
import { updatePassword } from '../../accounts/store.ts';
import { authorise, can, requireActor, unitsWith } from '../../authorise.ts';
import { hashPassword } from '../../passwords/argon2.ts';
import { oneTimePassword } from '../../passwords/one-time.ts';
import { deleteSessionsOf } from '../../sessions/store.ts';
import { deleteFactors } from '../store.ts';
import { INDEPENDENT_AFTER_DAYS, whyNotConfirm } from './rules.ts';
import { type OpenRecovery, RECOVERY_HOURS } from './schema.ts';
import {
  cancelExpired,
  decideRecovery,
  insertRecovery,
  openRecoveryOf,
  readOpenRecoveries,
  readOpenRecovery,
  readOwner,
  readRecovery,
  readUnitsOf,
  wasGivenBy,
} from './store.ts';

/**
 * An administrator asks that an account be given back to its owner, who lost every way into it. Changes nothing yet:
 * somebody else confirms within a day, and the owner is told by mail, so that a false request is noticed.
 */
export async function openRecovery(
  ctx: Context,
  input: { readonly accountId: number; readonly reason: string },
): Promise<OpenRecovery> {
  const actor = await authorise(ctx, 'account.manage');
  if (actor.accountId === input.accountId) {
    refuse(
      'forbidden',
      'Bạn không thể tự yêu cầu khôi phục tài khoản của mình. Hãy nhờ quản trị hệ thống khác.',
    );
  }
  return inTransaction(ctx, async (tx) => {
    const account = await lockedAccount(tx, input.accountId);
    if (account.disabledAt !== null)
      refuse('conflict', 'Tài khoản đang bị khóa. Hãy mở lại trước khi khôi phục.');
    await cancelExpired(tx.db, { accountId: account.id, now: tx.now });
    const id = await insertNew(tx, {
      accountId: account.id,
      reason: input.reason,
      openedBy: actor.officerId,
    });
    await recordAccount(tx, account, { kind: 'recovery-opened', payload: { reason: input.reason } });
    const recovery = await openRecoveryNumbered(tx, id);
    await queueLetter(tx, recovery, 'opened');
    return recovery;
  });
}

/**
 * Somebody else confirms: every way beside the password is void, every session ends, and a password that is good for a day
 * is shown once. For another administrator, or whoever leads a unit in which the person works.
 */
export async function confirmRecovery(ctx: Context, id: number): Promise<OneTimePassword> {
  requireActor(ctx);
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return inTransaction(ctx, async (tx) => {
    const recovery = await recoveryToConfirm(tx, id);
    const because = await whyNotByActor(tx, recovery);
    if (because !== null) refuse('forbidden', because);
    const account = await lockedAccount(tx, recovery.accountId);
    await decide(tx, id, 'confirmed');
    await giveBack(tx, account, passwordHash);
    await recordAccount(tx, account, { kind: 'recovery-confirmed', payload: { recoveryId: id } });
    await queueLetter(tx, recovery, 'confirmed');
    return { accountId: account.id, login: account.login, password };
  });
}

/** Withdraws a recovery: its owner, who lost nothing, or whoever could open or confirm it. */
export async function cancelRecovery(ctx: Context, id: number): Promise<OpenRecovery> {
  const actor = requireActor(ctx);
  return inTransaction(ctx, async (tx) => {
    const recovery = await openRecoveryNumbered(tx, id);
    if (recovery.accountId !== actor.accountId) await authoriseConfirming(tx, recovery);
    const account = await lockedAccount(tx, recovery.accountId);
    await decide(tx, id, 'cancelled');
    await recordAccount(tx, account, { kind: 'recovery-cancelled', payload: { recoveryId: id } });
    return recovery;
  });
}

/** Whose account it is, for the form that opens a recovery; its verb and its page authorise. */
export async function accountToRecover(
  ctx: Context,
  accountId: number,
): Promise<{ readonly officerId: number; readonly officerName: string }> {
  const owner = await readOwner(ctx.db, accountId);
  return owner ?? refuse('missing', 'Không có tài khoản này trong hệ thống.');
}

/** A recovery that waits, for whoever may confirm ones of its unit. */
export async function recoveryToConfirm(ctx: Context, id: number): Promise<OpenRecovery> {
  if (!can(requireActor(ctx), 'recovery.confirm')) refuse('forbidden', WHO_CONFIRMS);
  const recovery = await openRecoveryNumbered(ctx, id);
  await authoriseConfirming(ctx, recovery);
  return recovery;
}

/** Why the actor may not be the second person of this recovery; null when they may. */
export async function whyNotByActor(ctx: Context, recovery: OpenRecovery): Promise<string | null> {
  const { officerId, accountId } = requireActor(ctx);
  const since = new Date(ctx.now.getTime() - INDEPENDENT_AFTER_DAYS * 86_400_000);
  const isGivenByOpener = await wasGivenBy(ctx.db, { officerId: recovery.openedBy, accountId, since });
  return whyNotConfirm(recovery, { officerId, isGivenByOpener });
}

/** Every recovery that waits for the actor's word, or for somebody else's of whom the actor may see it. */
export async function waitingRecoveries(ctx: Context): Promise<readonly OpenRecovery[]> {
  const { post } = requireActor(ctx);
  await authorise(ctx, 'recovery.confirm', post.unitId);
  const open = await readOpenRecoveries(ctx.db, ctx.now);
  const mine = await Promise.all(open.map(async (recovery) => mayConfirmFor(ctx, recovery)));
  return open.filter((_, at) => mine[at]);
}

/** The recovery that waits for an account, when the actor may see it; pages lead to it. */
export async function waitingRecovery(ctx: Context, accountId: number): Promise<OpenRecovery | null> {
  const recovery = await openRecoveryOf(ctx.db, accountId, ctx.now);
  return recovery !== null && (await mayConfirmFor(ctx, recovery)) ? recovery : null;
}

/**
 * The same in one act and without asking who acts: for the operator's command line, where the last administrator has lost
 * everything. Never for a request.
 */
export async function recoverByOperator(ctx: Context, accountId: number): Promise<OneTimePassword> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return inTransaction(ctx, async (tx) => {
    const account = await lockedAccount(tx, accountId);
    await giveBack(tx, account, passwordHash);
    await recordAccount(tx, account, { kind: 'recovered-by-operator', payload: {} });
    return { accountId, login: account.login, password };
  });
}

/** Until when the password of a recovery confirmed now can be used. */
export function recoveryEnd(now: Date): Date {
  return new Date(now.getTime() + RECOVERY_HOURS * 3_600_000);
}

/** Tells the owner what happens to their account; a background job. */
export async function tellRecovery(ctx: Context, id: number, what: 'opened' | 'confirmed'): Promise<void> {
  const recovery = await readRecovery(ctx.db, id);
  if (recovery === null || recovery.email === '') return;
  const text = what === 'opened' ? openedLetter(recovery) : confirmedLetter(recovery);
  await sendMail(ctx, { to: recovery.email, subject: `Khôi phục tài khoản ${recovery.login}`, text });
}

async function giveBack(ctx: Context, account: Account, passwordHash: string): Promise<void> {
  await deleteFactors(ctx.db, account.id);
  const passwordExpiresAt = recoveryEnd(ctx.now);
  await updatePassword(ctx.db, account.id, { passwordHash, mustChangePassword: true, passwordExpiresAt });
  await deleteSessionsOf(ctx.db, account.id);
}

const WHO_CONFIRMS = 'Việc này dành cho lãnh đạo đơn vị của người cần khôi phục hoặc quản trị hệ thống.';

async function authoriseConfirming(ctx: Context, recovery: OpenRecovery): Promise<void> {
  if (await mayConfirmFor(ctx, recovery)) return;
  refuse('forbidden', WHO_CONFIRMS);
}

async function mayConfirmFor(ctx: Context, { officerId }: OpenRecovery): Promise<boolean> {
  const units = await unitsWith(ctx, 'recovery.confirm');
  if (units === null) return true;
  const theirs = await readUnitsOf(ctx.db, officerId, ctx.now);
  return theirs.some((unit) => units.includes(unit));
}

async function openRecoveryNumbered(ctx: Context, id: number): Promise<OpenRecovery> {
  const recovery = await readOpenRecovery(ctx.db, id, ctx.now);
  return recovery ?? refuse('missing', 'Yêu cầu khôi phục này không có, đã xong hoặc đã quá 24 giờ.');
}

async function decide(ctx: Context, id: number, state: 'confirmed' | 'cancelled'): Promise<void> {
  const decidedBy = requireActor(ctx).officerId;
  const isFirst = await decideRecovery(ctx.db, id, { state, decidedBy, decidedAt: ctx.now });
  if (!isFirst) refuse('conflict', 'Người khác vừa xử lý yêu cầu này. Hãy tải lại trang.');
}

async function insertNew(
  ctx: Context,
  recovery: Pick<OpenRecovery, 'accountId' | 'reason' | 'openedBy'>,
): Promise<number> {
  try {
    const times = { openedAt: ctx.now, expiresAt: recoveryEnd(ctx.now) };
    return await insertRecovery(ctx.db, { ...recovery, ...times });
  } catch (error) {
    if (isDuplicate(error, 'account_recoveries_one_open')) {
      refuse('conflict', 'Tài khoản này đã có một yêu cầu khôi phục đang chờ xác nhận.');
    }
    throw error;
  }
}

async function queueLetter(
  ctx: Context,
  { id, email }: OpenRecovery,
  what: 'opened' | 'confirmed',
): Promise<void> {
  if (email !== '') await queueJob(ctx.db, { task: 'account-recovery', payload: { id, what } });
}

function openedLetter({ login, openerName, openedAt }: OpenRecovery): string {
  return [
    `${openerName} vừa lập yêu cầu khôi phục tài khoản ${login} của bạn lúc ${formatDateTime(openedAt)}.`,
    'Yêu cầu chỉ có hiệu lực khi một người khác xác nhận trong 24 giờ.',
    'Nếu bạn không nhờ việc này, hãy đăng nhập, mở trang Tài khoản, mục Bảo vệ đăng nhập, và hủy yêu cầu.',
  ].join('\n\n');
}

function confirmedLetter({ login }: OpenRecovery): string {
  return [
    `Tài khoản ${login} của bạn vừa được khôi phục. Mật khẩu cũ, ứng dụng tạo mã và khóa truy cập không dùng được nữa.`,
    'Mật khẩu dùng một lần có giá trị 24 giờ, do người xác nhận giao tận tay bạn.',
    'Nếu bạn không nhờ việc này, hãy báo ngay cho quản trị hệ thống và lãnh đạo đơn vị.',
  ].join('\n\n');
}
