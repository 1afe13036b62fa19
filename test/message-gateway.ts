import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSigned, SIGNATURE_HEADER, TIME_HEADER } from '#platform/messaging/signature.ts';

type Sent = { readonly id: string; readonly to: string; readonly text: string; readonly receipts: string };

/** A provider of short messages on loopback, as docs/operations.md describes it. */
export type MessageGatewayHouse = {
  readonly url: string;
  /** Every message once, however often it came. */
  readonly messages: () => readonly Sent[];
  /** How often anything came. */
  readonly calls: () => number;
  /** The next answers: a status, and whether the message is kept before it is said. */
  readonly answerNext: (...answers: readonly { readonly status: number; readonly keeps: boolean }[]) => void;
  readonly close: () => void;
};

export const GATEWAY_KEY = 'khoa-chung-cua-hai-ben';

export async function openMessageGateway(): Promise<MessageGatewayHouse> {
  const kept = new Map<string, Sent>();
  let calls = 0;
  let coming: readonly { readonly status: number; readonly keeps: boolean }[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      calls += 1;
      const said = {
        time: String(request.headers[TIME_HEADER]),
        signature: String(request.headers[SIGNATURE_HEADER]),
        now: new Date(),
      };
      if (!isSigned(GATEWAY_KEY, body, said)) return response.writeHead(403).end();
      // Our own client writes it.
      const message = JSON.parse(body) as Sent;
      const [next = { status: 200, keeps: true }, ...rest] = coming;
      coming = rest;
      if (next.keeps) kept.set(message.id, message);
      const answer = next.status < 300 ? { id: `P-${message.id}` } : { reason: 'Số máy không tồn tại' };
      return response.writeHead(next.status).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    // A listening TCP server has an address object.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/gui`,
    messages: () => [...kept.values()],
    calls: () => calls,
    answerNext: (...answers) => {
      coming = answers;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  // The stream gives buffers: no encoding is set.
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
