import type { AppContext } from '../../http.ts';

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/**
 * The address a request came from, for throttling. Only a proxy on this machine is believed about whom it speaks
 * for, and only its own word, the last one: anybody may write that header. Without a connection (tests) `unknown`.
 */
export function addressOf(c: AppContext): string {
  const peer = peerOf(c.env);
  if (!LOOPBACK.test(peer)) return peer;
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || peer;
}

/** Hono's server for Node hands the incoming message on in the environment of the request. */
function peerOf(env: unknown): string {
  if (!isObject(env) || !isObject(env['incoming'])) return 'unknown';
  const { socket } = env['incoming'];
  if (!isObject(socket) || typeof socket['remoteAddress'] !== 'string') return 'unknown';
  return socket['remoteAddress'];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
