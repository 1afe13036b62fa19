import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuse } from '#kernel/refusal.ts';
import { bringsToken, isLoopback } from './access.ts';
import { METRICS_TYPE } from './metrics.ts';

export type MetricsListener = { readonly port: number; readonly close: () => Promise<void> };

export type ListenerOptions = {
  /** `host:port`; port 0 takes any free one. */
  readonly address: string;
  /** Must be brought when it is set; without it only this machine may ask. */
  readonly token: string | undefined;
  readonly text: () => Promise<string>;
};

/**
 * Serves the figures of this process on an address of their own, apart from the pages: a worker has no other, and what
 * people reach never leads here. Refuses an address that others reach when there is no token.
 */
export async function listenForMetrics(options: ListenerOptions): Promise<MetricsListener> {
  const { host, port } = placeOf(options.address);
  if (options.token === undefined && !isLoopback(host)) {
    refuse(
      'invalid',
      `MOTCUA_METRICS=${options.address} mở số liệu cho máy khác, nên phải đặt MOTCUA_METRICS_TOKEN.`,
    );
  }
  const server = createServer((request, response) => void answer(request, response, options));
  const failed = once(server, 'error').then(([error]: readonly unknown[]) => {
    throw new Error(`Không mở được địa chỉ số liệu ${options.address}.`, { cause: error });
  });
  server.listen(port, host);
  await Promise.race([once(server, 'listening'), failed]);
  failed.catch(() => undefined); // Listening now: nobody waits for it any more.
  return { port: (server.address() as AddressInfo).port, close: async () => closed(server) }; // No pipe, so an address.
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { token, text }: ListenerOptions,
): Promise<void> {
  const end = (status: number, body: string, type = 'text/plain; charset=utf-8'): void => {
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(405, 'GET\n');
  if (request.url?.split('?')[0] !== '/metrics') return end(404, 'GET /metrics\n');
  if (token !== undefined && !bringsToken(request.headers.authorization, token)) {
    response.setHeader('www-authenticate', 'Bearer');
    return end(401, 'MOTCUA_METRICS_TOKEN\n');
  }
  end(200, await text(), METRICS_TYPE);
}

function placeOf(address: string): { readonly host: string; readonly port: number } {
  const colon = address.lastIndexOf(':');
  return { host: address.slice(0, colon).replaceAll(/[[\]]/g, ''), port: Number(address.slice(colon + 1)) };
}

async function closed(server: Server): Promise<void> {
  const done = new Promise<void>((resolve) => void server.close(() => resolve()));
  server.closeAllConnections();
  await done;
}
