import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { SIGNATURE_HEADER, TIME_HEADER } from '#platform/messaging/signature.ts';
import { REPORT_PATH } from '#platform/payment/open-gateway.ts';
import { takeReport } from './service.ts';

/** What the payment gateway tells by program: in the words of docs/operations.md, not of pages. */
export const gatewayRoutes = new Hono<AppEnv>().post(REPORT_PATH, async (c) => {
  const status = await takeReport(c.get('ctx'), {
    body: await c.req.text(),
    time: c.req.header(TIME_HEADER) ?? '',
    signature: c.req.header(SIGNATURE_HEADER) ?? '',
  });
  return c.json({ error_code: status === 200 ? '0' : String(status), message: REASONS[status] }, status);
});

/** For people who read the answers of their programs. */
const REASONS = {
  200: 'Đã ghi nhận.',
  400: 'Nội dung báo kết quả không đúng định dạng.',
  403: 'Không có chữ ký đúng, hoặc quá cũ.',
  404: 'Không có lần thanh toán này.',
  409: 'Số tiền không khớp với lần thanh toán.',
} as const;
