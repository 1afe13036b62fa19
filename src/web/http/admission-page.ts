import { createHash } from 'node:crypto';
import type { Context as HttpContext } from 'hono';
import type { Refusal } from './admission.ts';

/** A page that needs nothing else of the server. */
const STYLE =
  'body{margin:0;font:19px/1.5 system-ui,sans-serif;color:#0b0c0c;background:#fff}main{max-width:38em;margin:0 auto;padding:2em 1em}h1{font-size:1.6em;line-height:1.25}';

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

type Words = { readonly status: 429 | 503; readonly title: string; readonly why: string };

const BUSY: Words = {
  status: 503,
  title: 'Hệ thống đang bận',
  why: 'Đang có quá nhiều lượt truy cập cùng lúc.',
};

const WORDS = {
  full: BUSY,
  late: BUSY,
  gone: BUSY,
  own: {
    status: 429,
    title: 'Quá nhiều yêu cầu cùng lúc',
    why: 'Từ tài khoản, máy hoặc mạng của bạn đang có quá nhiều yêu cầu chờ trả lời.',
  },
  closed: {
    status: 503,
    title: 'Hệ thống đang được nâng cấp',
    why: 'Những gì đã được báo là ghi nhận vẫn còn nguyên. Việc nâng cấp thường xong sau ít phút.',
  },
} as const satisfies Readonly<Record<Refusal, Words>>;

/** Seconds after which to come again, drawn so that those sent away together do not come back together. */
const AGAIN = { full: [4, 12], late: [4, 12], gone: [4, 12], own: [5, 10], closed: [10, 20] } as const;

/** The answer to somebody for whom there is no place: a few hundred bytes, and when to come again. */
export function sendAway(c: HttpContext, why: Refusal): Response {
  const { status, title, why: reason } = WORDS[why];
  const [least, most] = AGAIN[why];
  const seconds = least + Math.floor(Math.random() * (most - least + 1));
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  const html =
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `${isRead ? `<meta http-equiv="refresh" content="${seconds}">` : ''}<title>${title}</title><style>${STYLE}</style></head>` +
    `<body><main><h1>${title}</h1><p>${reason}</p><p>${isRead ? reading(seconds) : writing(seconds)}</p></main></body></html>`;
  return c.body(html, status, {
    'Content-Type': 'text/html; charset=UTF-8',
    'Content-Security-Policy': POLICY,
    'Retry-After': String(seconds),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
}

function reading(seconds: number): string {
  return `Trang sẽ tự tải lại sau ${seconds} giây; bạn không cần làm gì.`;
}

/** A form that comes again counts once, so that sending it again is always right. */
function writing(seconds: number): string {
  return `Thông tin vừa gửi <strong>chưa được ghi nhận</strong>. Hãy chờ ${seconds} giây rồi tải lại trang này (phím F5) và đồng ý gửi lại; gửi lại nhiều lần cũng chỉ được tính một lần.`;
}
