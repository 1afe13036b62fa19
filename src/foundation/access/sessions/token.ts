import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** What the cookie of a new session holds: 256 random bits. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What the database keeps of a token; who reads the table cannot sign in with it. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
