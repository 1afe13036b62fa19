import { z } from 'zod';
import { dossierPath, dossierReference } from '../schema.ts';

/** A service task of the process that waits until somebody has said what is owed, and it was paid. */
export type WaitingPayment = { readonly node: string; readonly token: number; readonly name: string };

const MOST = 100_000_000_000;
export const MOST_LINES = 5;

const line = z.object({
  name: z.string().trim().min(2, 'Hãy ghi tên khoản phải nộp.').max(200, 'Tên khoản dài nhất 200 ký tự.'),
  amount: z
    .number({ error: 'Hãy ghi số tiền, ví dụ 1.250.000.' })
    .int('Số tiền là số nguyên đồng.')
    .positive('Số tiền phải lớn hơn 0.')
    .max(MOST, 'Số tiền quá lớn, hãy kiểm tra lại.'),
});

/** What is owed by a notice of the tax office; no lines: nothing is owed, with the reason in the note. */
export const obligationInput = dossierReference.extend({
  token: z.coerce.number().int().positive(),
  nothingOwed: z.boolean(),
  lines: z.array(line).max(MOST_LINES),
  note: z.string().trim().max(500, 'Ghi chú dài nhất 500 ký tự.'),
});
export type ObligationInput = z.infer<typeof obligationInput>;

export const obligationPath = (number: string): string => dossierPath(number, 'obligations');
