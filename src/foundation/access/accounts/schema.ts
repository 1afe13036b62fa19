import { z } from 'zod';

/** The login of an officer. */
export type Account = {
  readonly id: number;
  readonly officerId: number;
  readonly login: string;
  readonly passwordHash: string | null;
  readonly mustChangePassword: boolean;
  readonly passwordExpiresAt: Date | null;
  readonly disabledAt: Date | null;
  readonly createdAt: Date;
  readonly sequence: number;
};

/** A password to hand over, shown once and kept nowhere. */
export type OneTimePassword = {
  readonly accountId: number;
  readonly login: string;
  readonly password: string;
};

/** What the form of a new account sends. */
export const accountSchema = z.object({
  login: z
    .string()
    .toLowerCase()
    .min(3, 'Tên đăng nhập có ít nhất 3 ký tự.')
    .max(60, 'Tên đăng nhập dài nhất 60 ký tự.')
    .regex(
      /^[a-z0-9][a-z0-9.-]*$/,
      'Tên đăng nhập chỉ gồm chữ không dấu, chữ số, dấu chấm và dấu gạch nối, ví dụ tu-phap.an-hoa.',
    ),
});
