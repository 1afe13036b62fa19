import { z } from 'zod';
import { EVENTS_AT_ONCE, type PostalService, type PostAnswer, type PostOrder } from './postal-service.ts';

export type VnPostOptions = {
  /** Address above the operations, without a slash at its end. */
  readonly url: string;
  readonly customerCode: string;
  readonly customerKey: string;
  readonly secretKey: string;
};

/** How long the post may take, in milliseconds. */
const PATIENCE_MS = 20_000;

const token = z.object({ token: z.string().min(1) });
const taken = z.object({ itemCode: z.string().max(60).nullable().default(null) });
const refused = z.object({ message: z.string().max(500).default('Bưu chính không nhận đơn') });
const events = z.object({
  items: z.array(
    z.object({
      id: z.string().min(1).max(60),
      orderNumber: z.string().max(100),
      status: z.coerce.string().max(20),
      time: z.iso.datetime({ offset: true }),
      place: z.string().max(200).default(''),
      note: z.string().max(500).default(''),
      itemCode: z.string().max(60).nullable().default(null),
      fee: z.number().int().nonnegative().nullable().default(null),
    }),
  ),
});

/**
 * VNPost's interface for public administrative services: getToken, apiPostOrder, apiCancelOrder, apiGetOrderTracking. The
 * fields of the requests are those that public sources name; those of the answers are to be compared with the contract.
 */
export function vnPost(options: VnPostOptions): PostalService {
  const call = caller(options);
  const { customerCode } = options;
  return {
    order: async (order) => answered(await call('apiPostOrder', { customerCode, ...fieldsOf(order) })),
    cancel: async (orderNumber) => answered(await call('apiCancelOrder', { customerCode, orderNumber })),
    eventsAfter: async (lastId) => {
      const reply = await call('apiGetOrderTracking', { pageSize: EVENTS_AT_ONCE, lastId });
      if (!reply.ok) throw new Error(`Bưu chính trả lời HTTP ${reply.status}`);
      return events.parse(reply.json).items.map(({ status, time, itemCode, fee, ...rest }) => ({
        ...rest,
        code: status,
        at: new Date(time),
        trackingCode: itemCode,
        cost: fee,
      }));
    },
  };
}

type Reply = { readonly ok: boolean; readonly status: number; readonly json: unknown };

function answered({ ok, json }: Reply): PostAnswer {
  if (ok) return { outcome: 'taken', trackingCode: taken.parse(json).itemCode };
  return { outcome: 'refused', reason: refused.parse(json).message };
}

/** Every call brings a token, which is asked for when there is none or the last has run out. */
function caller({ url, customerKey, secretKey }: VnPostOptions) {
  let known: string | null = null;
  const post = async (operation: string, body: unknown, bearer?: string): Promise<Reply> => {
    const response = await fetch(`${url}/${operation}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      },
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: 'error',
    });
    return { ok: response.ok, status: response.status, json: await response.json().catch(() => null) };
  };
  const freshToken = async (): Promise<string> => {
    const reply = await post('getToken', { customerKey, secretKey });
    if (!reply.ok) throw new Error(`Bưu chính không cấp quyền truy cập (HTTP ${reply.status})`);
    return token.parse(reply.json).token;
  };
  return async (operation: string, body: unknown): Promise<Reply> => {
    known ??= await freshToken();
    let reply = await post(operation, body, known);
    if (reply.status === 401) {
      known = await freshToken();
      reply = await post(operation, body, known);
    }
    if (isWorthTrying(reply)) throw new Error(`Bưu chính trả lời HTTP ${reply.status}`);
    return reply;
  };
}

/** 400 and 422 are about the order itself and would be the same next time. */
function isWorthTrying({ ok, status }: Reply): boolean {
  return !ok && status !== 400 && status !== 422;
}

function fieldsOf({ orderNumber, codAmount, sender, receiver, content, note }: PostOrder) {
  return {
    orderNumber,
    codAmount,
    senderName: sender.name,
    senderTel: sender.phone,
    senderAddress: sender.address,
    senderDistrict: sender.district,
    senderProvince: sender.province,
    senderDesc: content,
    description: note,
    receiverName: receiver.name,
    receiverTel: receiver.phone,
    receiverAddress: receiver.address,
    receiverDistrict: receiver.district,
    receiverProvince: receiver.province,
  };
}
