import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context as HttpContext } from 'hono';
import { createMiddleware } from 'hono/factory';
import { networks } from '#platform/config/networks.ts';

/** What is known of the other end of a request, by what can be believed. */
type Client = { readonly address: string; readonly isSecure: boolean };

type Surroundings = {
  /** Address under which people reach the installation; `https:` means that nothing of it goes out without TLS. */
  readonly publicUrl: string;
  /** Addresses or networks (`10.0.0.0/8`) of proxies whose `X-Forwarded-…` are believed. */
  readonly trustedProxies: readonly string[];
};

/** A proxy on the same machine is ours. */
export const LOOPBACK: readonly string[] = ['127.0.0.0/8', '::1'];

const NAME = 'client';

/** Finds out where each request comes from; the first thing that is done with it. */
export function knowingTheClient({ publicUrl, trustedProxies }: Surroundings) {
  const isProxy = networks(trustedProxies);
  const isAlwaysSecure = publicUrl.startsWith('https:');
  return createMiddleware(async (c, next) => {
    const peer = plainAddress(peerAddress(c));
    const isForwarded = isProxy(peer);
    const address = isForwarded ? nearestStranger(c.req.header('x-forwarded-for'), isProxy) : null;
    const isSecure = isAlwaysSecure || (isForwarded && lastOf(c.req.header('x-forwarded-proto')) === 'https');
    c.set(NAME, { address: placeOf(address ?? peer), isSecure } satisfies Client);
    return next();
  });
}

/**
 * Where a request comes from, for limits, sessions and logs. Of the hops that trusted proxies report the nearest that is
 * no such proxy counts; anything further back was written by the client itself. An IPv6 address is told by its network
 * (/64): a single machine may use any address of one.
 */
export function clientAddress(c: HttpContext): string {
  return clientOf(c).address;
}

/** Whether the browser reached us through TLS. */
export function isSecure(c: HttpContext): boolean {
  return clientOf(c).isSecure;
}

function clientOf(c: HttpContext): Client {
  // Set above, under a name that nothing else uses.
  return (c.get(NAME) as Client | undefined) ?? { address: '', isSecure: false };
}

/** A proxy that writes something else than an address is believed no further than itself. */
function nearestStranger(
  forwarded: string | undefined,
  isProxy: (address: string) => boolean,
): string | null {
  for (const hop of (forwarded ?? '').split(',').toReversed()) {
    const address = plainAddress(hop.trim());
    if (isIP(address) === 0) return null;
    if (!isProxy(address)) return address;
  }
  return null;
}

function lastOf(header: string | undefined): string | undefined {
  return header?.split(',').at(-1)?.trim().toLowerCase();
}

function peerAddress(c: HttpContext): string {
  // Requests made by tests come without a socket.
  if (!c.env?.incoming) return '127.0.0.1';
  return getConnInfo(c).remote.address ?? '';
}

/** An IPv4 address that came through an IPv6 socket, brackets and ports of some proxies. */
function plainAddress(address: string): string {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? address;
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare) ?? [];
  return mapped ?? bare.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
}

function placeOf(address: string): string {
  if (isIP(address) !== 6 || address === '::1') return address;
  return `${firstGroups(address).join(':')}::/64`;
}

/** The four groups of an IPv6 address that name its network, without leading noughts. */
function firstGroups(address: string): readonly string[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  // An address that ends in dots has two groups there; they never reach the first four unless little stands before.
  const dotted = after.at(-1)?.includes('.') === true ? 1 : 0;
  const gap =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length - dotted)).fill('0');
  return [...before, ...gap, ...after].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
}
