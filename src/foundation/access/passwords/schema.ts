import { z } from 'zod';

export type ChangePasswordInput = {
  readonly current: string;
  readonly next: string;
};

/** What the form of a password change sends. Passwords are taken as typed, blanks included. */
export const changePasswordSchema = z
  .object({
    current: z.string().min(1, 'Nhập mật khẩu hiện tại.').max(1000, 'Mật khẩu quá dài.'),
    next: z.string().min(1, 'Nhập mật khẩu mới.').max(1000, 'Mật khẩu quá dài.'),
    repeated: z.string(),
  })
  .refine(({ next, repeated }) => next === repeated, {
    path: ['repeated'],
    message: 'Hai lần nhập mật khẩu mới không giống nhau. Hãy nhập lại.',
  }) satisfies z.ZodType<ChangePasswordInput>;
