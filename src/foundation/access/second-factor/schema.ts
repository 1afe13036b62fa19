import { z } from 'zod';

/** Ways beside the password that an account has. */
export type Factors = { readonly hasApp: boolean; readonly passkeys: number };

/** What a request must know of the second step: whether there is one, and which roles work only with one. */

export const SECOND_FACTOR = '/account/second-factor';
export const APP = `${SECOND_FACTOR}/app`;
export const REMOVE_APP = `${APP}/remove`;
export const CODES = `${SECOND_FACTOR}/codes`;
export const NEW_PASSKEY = `${SECOND_FACTOR}/passkeys/new`;
export const removePasskeyPath = (id: number | string) => `${SECOND_FACTOR}/passkeys/${id}/remove`;
export const renamePasskeyPath = (id: number | string) => `${SECOND_FACTOR}/passkeys/${id}/rename`;
export const SECOND_STEP = '/sign-in/second';
export const SECOND_STEP_PASSKEY = '/sign-in/second/passkey';
export const PASSKEY_SIGN_IN = '/sign-in/passkey';
export const POLICY = '/people/second-factor';

/** The password that is asked for again before anything about signing in is changed. */
export const currentSchema = z.string().min(1, 'Nhập mật khẩu hiện tại.').max(1000, 'Mật khẩu quá dài.');

/** A code as typed: blanks and signs between the digits do not count. */
export const codeSchema = z
  .string()
  .max(40, 'Mã quá dài. Hãy nhập lại.')
  .transform((code) => code.replaceAll(/[\s.-]/g, ''))
  .refine((code) => /^\d+$/.test(code), 'Nhập mã gồm các chữ số.');
