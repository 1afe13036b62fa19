import { Hono } from 'hono';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { receiptPath } from '#platform/messaging/messaging.ts';
import { SIGNATURE_HEADER, TIME_HEADER } from '#platform/messaging/signature.ts';
import { takeReceipt } from './service.ts';

/** What providers of messages tell by program: in the words of docs/operations.md, not of pages. */
export const receiptRoutes = new Hono<AppEnv>()
  .post(receiptPath('sms'), async (c) => take(c, 'sms'))
  .post(receiptPath('zalo'), async (c) => take(c, 'zalo'));

async function take(c: AppContext, channel: 'sms' | 'zalo'): Promise<Response> {
  const status = await takeReceipt(c.get('ctx'), channel, {
    body: await c.req.text(),
    time: c.req.header(TIME_HEADER) ?? '',
    signature: c.req.header(SIGNATURE_HEADER) ?? '',
  });
  return status === 204 ? c.body(null, 204) : c.text(`${REASONS[status]}\n`, status);
}

/** For people who read the answers of their programs. */
const REASONS = {
  400: 'Biên nhận không đúng định dạng.',
  403: 'Biên nhận không có chữ ký đúng, hoặc quá cũ.',
  404: 'Không có tin nhắn này.',
} as const;
