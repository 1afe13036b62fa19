import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '#platform/secrets/secrets.ts';

const TOKEN_BYTES = 32;
const SIGN_BYTES = 12;

/** 256 random bits, for a cookie. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What the cookie of a new session holds: a token, and a sign of this installation behind it. */
export function newSessionToken(secrets: Secrets): string {
  const token = newToken();
  return `${token}.${signOf(secrets, token).toString('base64url')}`;
}

/**
 * Whether this installation has once given such a cookie out, told without the database: so that under overload forged
 * cookies gain nothing. Whether its session is still open only the database knows.
 */
export function isSessionToken(secrets: Secrets, text: string): boolean {
  const [token = '', sign = ''] = text.split('.');
  const given = Buffer.from(sign, 'base64url');
  return given.length === SIGN_BYTES && timingSafeEqual(given, signOf(secrets, token));
}

function signOf(secrets: Secrets, token: string): Buffer {
  return secrets.blindIndex('session-cookie', token).subarray(0, SIGN_BYTES);
}

/** What the database keeps of a token; who reads the table cannot sign in with it. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
