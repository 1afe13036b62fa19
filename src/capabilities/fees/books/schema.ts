import { z } from 'zod';

/** A book of receipts. `used` numbers were taken, voided ones included; `nextNumber` is null when all are. */
export type FeeBook = {
  readonly id: number;
  readonly unitId: number;
  readonly form: string;
  readonly symbol: string;
  readonly digits: number;
  readonly firstNumber: number;
  readonly lastNumber: number;
  readonly openedByName: string | null;
  readonly openedAt: Date;
  readonly closedByName: string | null;
  readonly closedAt: Date | null;
  readonly closingReason: string;
  readonly sequence: number;
  readonly used: number;
  readonly voided: number;
  readonly amount: number;
};

const number = z.coerce
  .number({ error: 'Hãy ghi số, ví dụ 1.' })
  .int('Số biên lai là số nguyên.')
  .min(1, 'Số biên lai bắt đầu từ 1.')
  .max(999_999_999, 'Số biên lai quá lớn.');

export const bookInput = z
  .object({
    unitId: z.coerce.number({ error: 'Hãy chọn đơn vị.' }).int().positive(),
    form: z.string().trim().max(40, 'Mẫu số dài nhất 40 ký tự.'),
    symbol: z
      .string()
      .trim()
      .min(1, 'Hãy ghi ký hiệu in trên biên lai.')
      .max(20, 'Ký hiệu dài nhất 20 ký tự.'),
    digits: z.coerce
      .number({ error: 'Hãy ghi số chữ số.' })
      .int()
      .min(1, 'Ít nhất 1.')
      .max(9, 'Nhiều nhất 9.'),
    firstNumber: number,
    lastNumber: number,
  })
  .refine(({ firstNumber, lastNumber }) => lastNumber >= firstNumber, {
    error: 'Số cuối không được nhỏ hơn số đầu.',
    path: ['lastNumber'],
  })
  .refine(({ digits, lastNumber }) => String(lastNumber).length <= digits, {
    error: 'Số cuối dài hơn số chữ số đã chọn.',
    path: ['lastNumber'],
  });
export type BookInput = z.infer<typeof bookInput>;

export const closingInput = z.object({
  id: z.coerce.number().int().positive(),
  sequence: z.coerce.number().int().positive(),
  reason: z.string().trim().min(5, 'Hãy ghi lý do đóng quyển.').max(300, 'Dài nhất 300 ký tự.'),
});
