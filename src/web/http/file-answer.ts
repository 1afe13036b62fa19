import { Readable } from 'node:stream';
import type { ByteRange } from '#platform/storage/reading.ts';
import { fold } from '#kernel/vietnamese/fold.ts';

/** A file somebody sent, about to be shown or handed out. */
export type ServedFile = {
  readonly name: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  readonly disposition: 'inline' | 'attachment';
  readonly open: (range?: ByteRange) => Promise<Readable>;
};

/**
 * What a file that somebody sent may do in the browser: nothing. A PDF has no sandbox: Chromium ignores the header for its
 * viewer (and blocked the viewer for years), Safari shows an empty window. The gates let no script of its own in.
 */
const POLICY =
  "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
const SHOWN_WITHOUT_SANDBOX = 'application/pdf';

/** Answers with a file, or the part of it that a `Range` header asks for (RFC 9110, 14.2), as nothing but a file. */
export async function fileAnswer(file: ServedFile, range: string | undefined): Promise<Response> {
  const { size } = file;
  const part = rangeIn(range, size);
  if (part === 'outside') {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } });
  }
  const stream = await file.open(part ?? undefined);
  const headers = new Headers(headersOf(file));
  headers.set('content-length', String(part === null ? size : part.end - part.start + 1));
  if (part !== null) headers.set('content-range', `bytes ${part.start}-${part.end}/${size}`);
  // Node's and the browser's stream types describe one and the same object.
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    status: part === null ? 200 : 206,
    headers,
  });
}

function headersOf({ name, mediaType, disposition }: ServedFile): Readonly<Record<string, string>> {
  return {
    'content-type': mediaType,
    'content-disposition': contentDisposition(disposition, name),
    'content-security-policy': mediaType === SHOWN_WITHOUT_SANDBOX ? POLICY : `sandbox; ${POLICY}`,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
    'accept-ranges': 'bytes',
  };
}

/** The name of a file for the browser (RFC 6266): plain letters for old programs, and the true one beside it. */
export function contentDisposition(disposition: ServedFile['disposition'], name: string): string {
  const plain = fold(name).replaceAll(/[^\w.() -]/g, '_');
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${encodeName(name)}`;
}

/** RFC 8187: a few signs that addresses may have are not in such a name; halves of characters are nothing. */
function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** One range of bytes, `outside` when there are none there, null when all is asked for or more than one range is. */
function rangeIn(header: string | undefined, size: number): ByteRange | 'outside' | null {
  const [whole, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (whole === undefined || from + to === '') return null;
  if (from === '')
    return Number(to) === 0 ? 'outside' : { start: Math.max(0, size - Number(to)), end: size - 1 };
  if (to !== '' && Number(to) < Number(from)) return null;
  if (Number(from) >= size) return 'outside';
  return { start: Number(from), end: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}
