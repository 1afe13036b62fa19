import { contentDisposition } from './file-answer.ts';

/** A printed slip as a page of the browser's own viewer, under the name it is saved by. */
export function pdfResponse(name: string, bytes: Uint8Array): Response {
  // The compiler hands out a view of memory that is nobody else's; its type does not say so.
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': contentDisposition('inline', `${name}.pdf`),
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
      'cache-control': 'private, no-store',
    },
  });
}
