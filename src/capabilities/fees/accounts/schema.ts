import { z } from 'zod';

/** A bank account that fees of a unit are transferred to. */
export type PaymentAccount = {
  readonly id: number;
  readonly unitId: number;
  readonly bankBin: string;
  readonly bankName: string;
  readonly accountNumber: string;
  readonly accountName: string;
  readonly openedByName: string | null;
  readonly openedAt: Date;
  readonly closedByName: string | null;
  readonly closedAt: Date | null;
  readonly sequence: number;
};

export const accountInput = z.object({
  unitId: z.coerce.number({ error: 'Hãy chọn đơn vị.' }).int().positive(),
  bankBin: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'Mã ngân hàng (BIN) có 6 chữ số, ví dụ 970436.'),
  bankName: z.string().trim().min(2, 'Hãy ghi tên ngân hàng.').max(120, 'Dài nhất 120 ký tự.'),
  accountNumber: z
    .string()
    .transform((text) => text.replaceAll(/[\s.-]/g, '').toUpperCase())
    .pipe(z.string().regex(/^[A-Z0-9]{4,19}$/, 'Số tài khoản gồm 4 đến 19 chữ số hoặc chữ cái không dấu.')),
  accountName: z.string().trim().min(2, 'Hãy ghi tên chủ tài khoản.').max(120, 'Dài nhất 120 ký tự.'),
});
export type AccountInput = z.infer<typeof accountInput>;

export const accountClosingInput = z.object({
  id: z.coerce.number().int().positive(),
  sequence: z.coerce.number().int().positive(),
});
