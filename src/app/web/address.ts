import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context as HttpContext } from 'hono';

/**
 * Address of the client. Behind a proxy on the same machine the last hop it reports is taken; anything further back
 * was written by the client itself and is not believed.
 */
export function clientAddress(c: HttpContext): string {
  const peer = peerAddress(c);
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return isLoopback(peer) && forwarded ? forwarded : peer;
}

function peerAddress(c: HttpContext): string {
  // Requests made by tests come without a socket.
  if (!c.env?.incoming) return '127.0.0.1';
  return getConnInfo(c).remote.address ?? '';
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}
