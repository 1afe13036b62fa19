import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Context as HttpContext } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Smaller pages fit into one packet anyway. */
const WORTH_COMPRESSING = 1024;

/**
 * Answers with a page, compressed when the browser takes that. The page is whole when it is sent, so it is compressed at
 * once, at the levels that cost least for what they save: a stream would take several times as long.
 */
export function htmlAnswer(c: HttpContext, html: string, status: ContentfulStatusCode): Response {
  const encoding =
    html.length < WORTH_COMPRESSING ? null : encodingFor(c.req.header('accept-encoding') ?? '');
  if (encoding === null) return c.html(html, status);
  c.header('Content-Type', 'text/html; charset=UTF-8');
  c.header('Content-Encoding', encoding);
  c.header('Vary', 'Accept-Encoding');
  return c.body(new Uint8Array(COMPRESS[encoding](html)), status);
}

const COMPRESS = {
  br: (html) => brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  gzip: (html) => gzipSync(html, { level: 3 }),
} as const satisfies Readonly<Record<string, (html: string) => Buffer>>;

type Encoding = keyof typeof COMPRESS;

/** The better of the two encodings that a browser names and does not refuse with `q=0`. */
function encodingFor(accepted: string): Encoding | null {
  const offers = accepted.toLowerCase().split(',');
  const isTaken = (encoding: Encoding): boolean =>
    offers.some((offer) => new RegExp(`^\\s*${encoding}\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*$).*)?$`).test(offer));
  return (['br', 'gzip'] as const).find(isTaken) ?? null;
}
