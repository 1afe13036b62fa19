import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { Context } from '#foundation/context.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import { sendMail } from '#platform/mail/mail.ts';
import { lookupUrl } from '../lookup/schema.ts';
import { type NoticeFacts, readNoticeFacts } from './store.ts';

/** Tells an applicant with an e-mail address that the dossier was received and when to come. A job; may run twice. */
export async function tellReceived(ctx: Context, number: string): Promise<void> {
  await tell(ctx, number, (facts, unitName) => ({
    subject: `Đã tiếp nhận hồ sơ ${facts.number}`,
    text: [
      `Kính gửi ${facts.fullName},`,
      '',
      `${unitName} đã tiếp nhận hồ sơ “${facts.title}” lúc ${formatDateTime(facts.receivedAt)}.`,
      `Ngày hẹn trả kết quả: ${formatDateTime(facts.dueAt)}.`,
      `Mã tra cứu: ${facts.checkCode}. Xem hồ sơ đang ở đâu: ${lookupUrl(ctx, facts.number)}`,
    ],
  }));
}

/** Tells an applicant with an e-mail address that the result lies ready. A job; may run twice. */
export async function tellResultReady(ctx: Context, number: string): Promise<void> {
  await tell(ctx, number, (facts, unitName) => ({
    subject: `Hồ sơ ${facts.number} đã có kết quả`,
    text: [
      `Kính gửi ${facts.fullName},`,
      '',
      `Hồ sơ “${facts.title}” đã giải quyết xong.`,
      facts.returnMethod === 'postal'
        ? 'Kết quả sẽ được gửi đến địa chỉ của ông (bà) qua dịch vụ bưu chính công ích.'
        : `Mời ông (bà) mang giấy hẹn đến ${unitName} để nhận kết quả trong giờ làm việc.`,
      `Xem hồ sơ: ${lookupUrl(ctx, facts.number)}`,
    ],
  }));
}

type Draft = (
  facts: NoticeFacts,
  unitName: string,
) => { readonly subject: string; readonly text: readonly string[] };

async function tell(ctx: Context, number: string, draft: Draft): Promise<void> {
  const facts = await readNoticeFacts(ctx.db, number);
  if (!facts || facts.email === '') return;
  const tree = await organisationNow(ctx);
  const unitName = tree.units.get(facts.receivingUnitId)?.name ?? 'Bộ phận Tiếp nhận và Trả kết quả';
  const { subject, text } = draft(facts, unitName);
  await sendMail(ctx, { to: facts.email, subject, text: text.join('\n') });
}
