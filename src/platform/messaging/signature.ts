import { createHmac, timingSafeEqual } from 'node:crypto';

/** For how long a signed text counts, in milliseconds; clocks of two houses differ. */
const LIFE_MS = 5 * 60_000;

export const TIME_HEADER = 'x-motcua-time';
export const SIGNATURE_HEADER = 'x-motcua-signature';

/** Headers that say who wrote a body, and when: HMAC-SHA-256 over the time and the body. */
export function signatureOf(key: string, body: string, now: Date): Readonly<Record<string, string>> {
  const time = String(Math.floor(now.getTime() / 1000));
  return { [TIME_HEADER]: time, [SIGNATURE_HEADER]: digest(key, time, body) };
}

/** Whether a body was written by somebody with the key, lately. */
export function isSigned(
  key: string,
  body: string,
  said: { readonly time: string; readonly signature: string; readonly now: Date },
): boolean {
  if (!/^\d{1,12}$/.test(said.time)) return false;
  const age = said.now.getTime() - Number(said.time) * 1000;
  const expected = Buffer.from(digest(key, said.time, body));
  const given = Buffer.from(said.signature);
  return Math.abs(age) <= LIFE_MS && given.length === expected.length && timingSafeEqual(given, expected);
}

function digest(key: string, time: string, body: string): string {
  return createHmac('sha256', key).update(`${time}.${body}`).digest('hex');
}
