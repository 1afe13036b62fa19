import { z } from 'zod';
import { codesOf } from '#kernel/labels.ts';
import { VOID_REASON_LABELS } from '../schema.ts';

/** Ways in which the counter records money; the gateway reports by itself. */
const COUNTER_METHODS = ['cash', 'transfer', 'treasury'] as const;
export type CollectMethod = (typeof COUNTER_METHODS)[number];

const sequence = z.coerce.number().int().positive();
const day = z.iso.date({ error: 'Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 28/4/2020.' });

export const collectInput = z.object({
  paymentId: z.coerce.number().int().positive(),
  sequence,
  method: z.enum(COUNTER_METHODS, { error: 'Hãy chọn cách nộp tiền.' }),
  payer: z
    .string()
    .trim()
    .min(2, 'Hãy ghi tên người nộp tiền.')
    .max(200, 'Tên người nộp dài nhất 200 ký tự.'),
  reference: z.string().trim().max(60, 'Số chứng từ dài nhất 60 ký tự.'),
  paidOn: day.nullable(),
});
export type CollectInput = z.infer<typeof collectInput>;

export const voidInput = z.object({
  collectionId: z.coerce.number().int().positive(),
  sequence,
  reason: z.enum(codesOf(VOID_REASON_LABELS), { error: 'Hãy chọn lý do hủy biên lai.' }),
  note: z.string().trim().max(300, 'Dài nhất 300 ký tự.'),
});
export type VoidInput = z.infer<typeof voidInput>;
