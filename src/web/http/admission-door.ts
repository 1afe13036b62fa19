import type { IncomingMessage } from 'node:http';
import type { Context as HttpContext } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Admission, Refusal, Visit } from './admission.ts';
import { sendAway } from './admission-page.ts';

/** Largest form that is taken in whole before its sender gets a place. */
const GATHERED_BYTES = 64 * 1024;
/** How long it may take to come, in milliseconds. */
const GATHERING_MS = 30_000;
/** How many may be coming at once: together they are 32 MB at most. */
const GATHERINGS = 500;

export type DoorOptions = {
  /** Who comes, by what is cheap to know; null for those who always come in. */
  readonly visitOf: (c: HttpContext) => Visit | null;
  /** Told of everybody who is sent away. */
  readonly onRefused: (why: Refusal) => void;
};

/**
 * The door to everything that costs work: a place first, or a short page that says when to come again. A small form is
 * waited for outside, so that a slow sender holds no place; the place is given back when the answer is ready, so that
 * a slow reader holds none either.
 */
export function admitting(admission: Admission, { visitOf, onRefused }: DoorOptions) {
  const gather = gatherer();
  return createMiddleware(async (c, next) => {
    const known = visitOf(c);
    if (known === null) return next();
    const incoming = incomingOf(c);
    const visit = incoming ? { ...known, isGone: () => incoming.socket.destroyed } : known;
    const answer = (why: Refusal): Response => {
      onRefused(why);
      return sendAway(c, why);
    };
    const isHopeless = admission.refusal(visit) !== null;
    if (incoming && !isHopeless && !(await gather(incoming))) return answer('late');
    const entry = await admission.enter(visit);
    if (entry.kind === 'refused') return answer(entry.why);
    try {
      return await next();
    } finally {
      entry.leave();
    }
  });
}

/** Absent for requests that come without a socket, as in tests. */
function incomingOf(c: HttpContext): IncomingMessage | undefined {
  // The server puts it there; its type is not known to the router.
  return (c.env as { readonly incoming?: IncomingMessage } | undefined)?.incoming;
}

/** Waits for small bodies whose length is told; false when one does not come whole in time. */
function gatherer(): (incoming: IncomingMessage) => Promise<boolean> {
  let gatherings = 0;
  return async (incoming) => {
    const length = Number(incoming.headers['content-length'] ?? 0);
    if (!(length > 0 && length <= GATHERED_BYTES)) return true;
    if (gatherings >= GATHERINGS) return false;
    gatherings += 1;
    try {
      const body = await bodyOf(incoming);
      // Where the server's adapter looks for a body that has been read already.
      if (body !== null) Object.assign(incoming, { rawBody: body });
      return body !== null;
    } finally {
      gatherings -= 1;
    }
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const timer = setTimeout(() => resolve(null), GATHERING_MS).unref();
    const finish = (body: Buffer | null): void => {
      clearTimeout(timer);
      resolve(body);
    };
    incoming
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .once('end', () => finish(Buffer.concat(chunks)))
      .once('close', () => finish(null))
      .once('error', () => finish(null));
  });
}
