import { z } from 'zod';

/** What a person gives to sign in, with where it came from. */
export type SignInInput = {
  readonly login: string;
  readonly password: string;
  readonly address: string;
  readonly userAgent: string;
};

/** The two boxes of the sign-in page; a login is written in any case. */
export const credentialsSchema = z.object({
  login: z
    .string()
    .min(1, 'Nhập tên đăng nhập.')
    .max(100, 'Tên đăng nhập quá dài.')
    .transform((login) => login.toLowerCase()),
  password: z.string().min(1, 'Nhập mật khẩu.').max(1000, 'Mật khẩu quá dài.'),
});

/** Where to go after signing in: a path of this site only, never another address. */
export function ownPath(next: string): string {
  const isOwn = /^\/(?![/\\])[^\\\p{C}]*$/u.test(next);
  return isOwn && !next.startsWith('/sign-') ? next : '/desk';
}
