import type { Readable } from 'node:stream';
import type { Context as HttpContext } from 'hono';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { refuse } from '#kernel/refusal.ts';
import type { StagedFile } from '#platform/storage/file-store.ts';
import type { Uploads } from '#platform/uploads/uploads.ts';

/** The files of one request: where they are staged, and on whose account. */
export type Reception = {
  readonly uploads: Uploads;
  /** Takes a place at the door, once; 503 when there are too many. */
  readonly enter: () => void;
  /** Gives the place back. */
  readonly leave: () => void;
  readonly stage: (content: Readable) => Promise<StagedFile>;
};

const NAME = 'reception';

/** Makes forms with files readable, and throws away what no verb has kept when the request ends, however it ends. */
export function receivingFiles(uploads: Uploads, ownerOf: (c: HttpContext) => string | null) {
  return createMiddleware(async (c, next) => {
    const staged: StagedFile[] = [];
    let out: (() => void) | null = null;
    const leave = (): void => out?.();
    const reception: Reception = {
      uploads,
      leave,
      enter: () => {
        out ??= uploads.enter(ownerOf(c) ?? signInFirst()) ?? refuseBusy();
      },
      stage: async (content) => {
        const file = await uploads.stage(content);
        staged.push(file);
        return file;
      },
    };
    c.set(NAME, reception);
    try {
      await next();
    } finally {
      leave();
      for (const file of staged) await uploads.discard(file);
    }
  });
}

/** The reception of a request; the application gives every request one. */
export function receptionOf(c: HttpContext): Reception {
  const reception = c.get(NAME) as Reception | undefined; // Set above, under a name that nothing else uses.
  if (reception === undefined) throw new Error('No middleware receives files here');
  return reception;
}

function signInFirst(): never {
  refuse('forbidden', 'Chưa đăng nhập thì không gửi được tệp. Hãy đăng nhập rồi gửi lại.');
}

function refuseBusy(): never {
  throw new HTTPException(503);
}
