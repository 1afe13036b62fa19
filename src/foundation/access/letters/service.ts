import { z } from 'zod';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import { sendMail } from '#platform/mail/mail.ts';
import type { Context } from '#foundation/context.ts';
import { readAddressee } from './store.ts';
import { isTold, TOLD, type Told } from './words.ts';

/** The job that writes such a letter. */
export const ACCOUNT_LETTER = 'account-letter';

/** What the job is given. */
export const aboutAccount = z.object({
  accountId: z.number(),
  what: z.string().refine(isTold),
  at: z.coerce.date<string>(),
  from: z.string(),
});

/**
 * Tells the owner of an account by mail that something was done to it, in the transaction in which it is done: whoever did
 * not do it themselves hears of it though the browser in front of them shows nothing. `from` is the place of a sign-in.
 */
export async function tellOwner(
  ctx: Context,
  { accountId, what, from = '' }: { readonly accountId: number; readonly what: Told; readonly from?: string },
): Promise<void> {
  const addressee = await readAddressee(ctx.db, accountId);
  if (addressee === null || addressee.email === '') return;
  await queueJob(ctx.db, {
    task: ACCOUNT_LETTER,
    payload: { accountId, what, at: ctx.now.toISOString(), from },
  });
}

/** Writes the letter; a background job. */
export async function sendAccountLetter(ctx: Context, about: z.output<typeof aboutAccount>): Promise<void> {
  const addressee = await readAddressee(ctx.db, about.accountId);
  if (addressee === null || addressee.email === '') return;
  const { login, email } = addressee;
  const place = about.from === '' ? '' : `, từ địa chỉ mạng ${about.from}`;
  const text = [
    `Tài khoản ${login} của bạn ${TOLD[about.what]} lúc ${formatDateTime(about.at)}${place}.`,
    'Nếu chính bạn làm việc này, bạn không cần làm gì thêm.',
    `Nếu không phải bạn: hãy đổi mật khẩu ngay ở ${ctx.publicUrl}/account/password, kết thúc các phiên đăng nhập lạ ở trang Tài khoản, và báo quản trị hệ thống.`,
  ].join('\n\n');
  await sendMail(ctx, { to: email, subject: `Thông báo về tài khoản ${login}`, text });
}
