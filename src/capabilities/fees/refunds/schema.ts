import { z } from 'zod';
import { codesOf } from '#kernel/labels.ts';
import { REFUND_REASON_LABELS } from '../schema.ts';

const id = z.coerce.number().int().positive();
const sequence = z.coerce.number().int().positive();

export const refundInput = z.object({
  collectionId: id,
  sequence,
  amount: z
    .number({ error: 'Hãy ghi số tiền hoàn trả, ví dụ 8.000.' })
    .int('Số tiền là số nguyên đồng.')
    .positive('Số tiền hoàn trả phải lớn hơn 0.'),
  reason: z.enum(codesOf(REFUND_REASON_LABELS), { error: 'Hãy chọn lý do hoàn trả.' }),
  note: z.string().trim().max(500, 'Dài nhất 500 ký tự.'),
});
export type RefundInput = z.infer<typeof refundInput>;

export const refundDecisionInput = z.object({
  id,
  outcome: z.enum(['approved', 'declined'], { error: 'Hãy chọn duyệt hay không.' }),
  note: z.string().trim().max(300, 'Dài nhất 300 ký tự.'),
});
export type RefundDecisionInput = z.infer<typeof refundDecisionInput>;

export const payoutInput = z.object({
  id,
  method: z.enum(['cash', 'transfer'], { error: 'Hãy chọn cách chi trả.' }),
  recipient: z.string().trim().min(2, 'Hãy ghi người nhận tiền.').max(200, 'Dài nhất 200 ký tự.'),
  reference: z.string().trim().max(60, 'Số giao dịch dài nhất 60 ký tự.'),
});
export type PayoutInput = z.infer<typeof payoutInput>;
