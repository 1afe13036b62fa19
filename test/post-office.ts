import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Readonly<Record<string, unknown>>;

/** The service of a post on loopback, in the words of the real one: gives tokens, takes orders, tells what happened. */
export type PostOffice = {
  readonly url: string;
  /** Orders as they came, by number. */
  readonly orders: ReadonlyMap<string, Json>;
  readonly cancelled: readonly string[];
  /** Something happens to a parcel. */
  readonly tell: (
    orderNumber: string,
    event: { readonly status: string; readonly time: string } & Json,
  ) => void;
  /** The next calls fail so. */
  readonly fail: (status: number, times: number) => void;
  /** Tokens given so far count no more. */
  readonly forgetTokens: () => void;
  readonly close: () => void;
};

export const POST_CUSTOMER = {
  customerCode: 'KH01',
  customerKey: 'khoa-khach-hang',
  secretKey: 'khoa-bi-mat',
} as const;

export async function openPostOffice(): Promise<PostOffice> {
  const orders = new Map<string, Json>();
  const events: Json[] = [];
  const cancelled: string[] = [];
  const tokens = new Set<string>();
  let failing = { status: 0, times: 0 };
  const answers: Readonly<Record<string, (body: Json) => readonly [number, Json]>> = {
    apiPostOrder: (body) => {
      if (body['customerCode'] !== POST_CUSTOMER.customerCode) return [403, { message: 'Sai mã khách hàng' }];
      if (body['receiverTel'] === '0900000000') return [422, { message: 'Số điện thoại người nhận sai' }];
      const number = String(body['orderNumber']);
      orders.set(number, body);
      return [200, { itemCode: `EA${number.slice(-4)}VN` }];
    },
    apiCancelOrder: (body) => {
      cancelled.push(String(body['orderNumber']));
      return [200, {}];
    },
    apiGetOrderTracking: (body) => {
      const after = events.filter(({ id }) => String(id) > String(body['lastId']));
      return [200, { items: after.slice(0, Number(body['pageSize'])) }];
    },
  };
  const answer = (operation: string, body: Json, bearer: string): readonly [number, Json] => {
    if (failing.times > 0) {
      failing = { ...failing, times: failing.times - 1 };
      return [failing.status, {}];
    }
    if (operation === 'getToken') return giveToken(body, tokens);
    if (!tokens.has(bearer)) return [401, {}];
    return answers[operation]?.(body) ?? [404, {}];
  };
  const server = createServer((request, response) => void respond(request, response, answer));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    // A listening TCP server has an address object.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    orders,
    cancelled,
    tell: (orderNumber, event) => {
      const id = String(events.length + 1).padStart(24, '0');
      events.push({ id, orderNumber, ...event });
    },
    fail: (status, times) => {
      failing = { status, times };
    },
    forgetTokens: () => tokens.clear(),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function giveToken(body: Json, tokens: Set<string>): readonly [number, Json] {
  const { customerKey, secretKey } = POST_CUSTOMER;
  if (body['customerKey'] !== customerKey || body['secretKey'] !== secretKey) return [403, {}];
  const token = `token-${tokens.size + 1}-${Math.random()}`;
  tokens.add(token);
  return [200, { token }];
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (operation: string, body: Json, bearer: string) => readonly [number, Json],
): Promise<void> {
  const chunks: Buffer[] = [];
  // The stream gives buffers: no encoding is set.
  for await (const chunk of request) chunks.push(chunk as Buffer);
  // Our own client writes JSON objects alone.
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Json;
  const bearer = (request.headers.authorization ?? '').replace('Bearer ', '');
  const [status, json] = answer((request.url ?? '').slice(1), body, bearer);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
}
