import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a request's `Authorization` header brings the token. Takes as long for a wrong one as for the right one. */
export function bringsToken(authorization: string | undefined, token: string): boolean {
  const [scheme = '', brought = ''] = (authorization ?? '').split(' ', 2);
  return scheme.toLowerCase() === 'bearer' && timingSafeEqual(digest(brought), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Whether only this machine reaches an address to listen at. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || host.startsWith('127.');
}
