import { channel } from 'node:diagnostics_channel';
import { routePath } from 'hono/route';
import type { Refusal, RefusalKind } from '#kernel/refusal.ts';
import type { AppContext } from '#foundation/http.ts';
import { clientAddress } from '#web/http/client.ts';

/** One refusal, for whoever counts: what was refused, never to whom. */
type RefusalNoted = { readonly kind: RefusalKind; readonly method: string; readonly pattern: string };

const refusals = channel('motcua.refusal');

/**
 * Notes that somebody was refused (OWASP ASVS 5.0, V16.3.2 and V16.3.3): who, by account and post, what, and from where.
 * Not the address that was asked for, which may hold a number or a code: its pattern and the request's id, with which the
 * person can be asked. What does not exist may be
 * a mistyped number, so it is told more quietly; mistakes in forms are not told, and no sentence, which may name people.
 */
export function noteRefusal(c: AppContext, { kind }: Refusal): void {
  const { log, actor } = c.get('ctx');
  const what = { kind, method: c.req.method, pattern: routePath(c, -1) };
  refusals.publish(what satisfies RefusalNoted);
  const who = actor === null ? {} : { accountId: actor.accountId, postId: actor.post.postId };
  const line = { ...what, ...who, from: clientAddress(c) };
  if (kind === 'forbidden') log.warn(line, 'Từ chối');
  else if (kind === 'missing' && actor !== null) log.info(line, 'Không có');
}
