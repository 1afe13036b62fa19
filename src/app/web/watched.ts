import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { requests, type RequestSeen } from '#platform/tracing/channels.ts';

/** Tells of every request what came of it, whoever answered it; what runs inside belongs to its trace. */
export const watched = createMiddleware<AppEnv>(async (c, next) => {
  const { method } = c.req;
  const seen: RequestSeen = { method, traceparent: c.req.header('traceparent'), began: performance.now() };
  await requests.tracePromise(async () => {
    await next();
    const requestId = c.res.headers.get('x-request-id') ?? '';
    seen.outcome = { route: routeOf(c), status: c.res.status, requestId };
  }, seen);
});

/** Pattern of the address that answers: the first that is no middleware; `none` when there is no such address. */
export function routeOf(c: AppContext): string {
  return matchedRoutes(c).find(({ method }) => method !== 'ALL')?.path ?? 'none';
}
