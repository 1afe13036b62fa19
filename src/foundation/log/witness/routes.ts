import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { witnessPaths } from './schema.ts';
import { answerLog } from './service.ts';

/** What programs of other installations ask and are told: in the words of the protocol, not of pages. */
export const witnessRoutes = new Hono<AppEnv>().post(witnessPaths.addCheckpoint, async (c) => {
  const answer = await answerLog(c.get('ctx'), await c.req.text());
  if (answer === 'busy') return c.text(`${BUSY}\n`, 503, { 'retry-after': '5' });
  if (answer.status === 200) return c.text(answer.line);
  if (answer.status === 409) {
    return c.body(`${answer.size}\n`, 409, { 'content-type': 'text/x.tlog.size' });
  }
  return c.text(`${REASONS[answer.status]}\n`, answer.status);
});

const BUSY = 'Nhân chứng đang bận. Hãy gửi lại sau ít giây.';

/** For people who read the answers of their programs. */
const REASONS = {
  400: 'Yêu cầu không đúng giao thức tlog-witness.',
  403: 'Trạng thái không có chữ ký của khóa đã khai báo cho nhật ký này.',
  404: 'Nhân chứng này không làm chứng cho nhật ký đó.',
  422: 'Không chứng minh được trạng thái này nối tiếp trạng thái đã xác nhận.',
} as const;
