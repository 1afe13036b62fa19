import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { refuse } from '#kernel/refusal.ts';
import { placeToEnrol, placeToGoFirst } from '#foundation/access/gate.ts';
import { currentNeed } from '#foundation/access/second-factor/service.ts';
import { actingAs } from '#foundation/access/scope.ts';
import { actorOfToken } from '#foundation/access/sessions/service.ts';
import { type Context, readRevisions } from '#foundation/context.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { scoped } from '#platform/database/pool.ts';
import { NOBODY } from '#platform/database/scope.ts';
import type { System } from '#platform/system.ts';
import { clientAddress, isSecure } from '#web/http/client.ts';
import { sessionToken } from '#web/http/cookies.ts';

/** Gives every request an id, answers with it, and logs what came of it: never the query or the form. */
export function logged(system: System) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const requestId = randomUUID();
    const began = performance.now();
    c.header('X-Request-Id', requestId);
    c.set('address', clientAddress(c));
    const log = system.log.child({ requestId });
    // Filled in by `signedIn`; error pages of earlier refusals still have a log and an id.
    c.set('ctx', {
      ...system,
      db: scoped(system.db, NOBODY),
      log,
      requestId,
      now: system.clock(),
      actor: null,
      scope: NOBODY,
      revisions: NO_REVISIONS,
    });
    await next();
    const duration = Math.round(performance.now() - began);
    log.debug({ method: c.req.method, path: c.req.path, status: c.res.status, duration }, 'Yêu cầu');
  });
}

const NO_REVISIONS = { organisation: 0, calendar: 0, procedures: 0 } as const;

/** No address of ours has the character NUL, and the database does not take it: whoever sends it is only trying. */
export const plainAddress = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.url.includes('%00')) {
    refuse('missing', 'Địa chỉ này không có. Hãy kiểm tra lại địa chỉ, hoặc bắt đầu từ trang chủ.');
  }
  return next();
});

/** Finds out who asks. Everything after has the context of this request. */
export function signedIn(system: System) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const before = c.get('ctx');
    const token = sessionToken(c);
    const found = token ? await actorOfToken(system, token, before.now) : null;
    const ctx: Context = found
      ? await actingAs({ ...before, revisions: found.revisions }, found.actor)
      : { ...before, revisions: await readRevisions(system.db) };
    c.set('ctx', ctx);
    await next();
  });
}

/** Whoever still has a given password chooses one of their own first. */
export const ownPasswordFirst = createMiddleware<AppEnv>(async (c, next) => {
  const first = placeToGoFirst(c.get('ctx').actor, c.req.path);
  return first === null ? next() : c.redirect(first, 303);
});

/** Whoever must have a second step of signing in and has none adds it first; a new policy counts at the next request. */
export const secondFactorFirst = createMiddleware<AppEnv>(async (c, next) => {
  const need = currentNeed(c.get('ctx').actor);
  c.set('secondFactor', need);
  const first = need === 'required' ? placeToEnrol(c.req.path) : null;
  return first === null ? next() : c.redirect(first, 303);
});

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** While the log or the clock is not as it must be, everything can be looked at and nothing changed. */
export const readOnlyWhile = createMiddleware<AppEnv>(async (c, next) => {
  const isWrite = WRITES.has(c.req.method) && !ALWAYS_OPEN.some((path) => c.req.path.startsWith(path));
  const reason = isWrite ? c.get('ctx').readOnly() : null;
  if (reason !== null) refuse('conflict', reason);
  return next();
});

/** To look at anything one has to come in, and may go; and vouching for the log of another house writes nothing of ours. */
const ALWAYS_OPEN = ['/sign-in', '/sign-out', '/nhat-ky/nhan-chung/'];

/** A write must come from a page of ours: browsers say where a form comes from, and another site cannot forge it. */
export const sameOrigin = createMiddleware<AppEnv>(async (c, next) => {
  if (WRITES.has(c.req.method) && !comesFromUs(c)) {
    refuse(
      'forbidden',
      'Biểu mẫu này không gửi từ trang của hệ thống nên không được thực hiện. Hãy mở lại trang và gửi lại.',
    );
  }
  return next();
});

function comesFromUs(c: AppContext): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = c.req.header('origin');
  // Pages without an origin of their own (a sandboxed frame, a local file) send the word "null".
  return origin === undefined || (URL.canParse(origin) && isOurs(c, new URL(origin)));
}

/** A page that came without TLS may have been written on the way, so where we have TLS it is not ours. */
function isOurs(c: AppContext, { host, protocol }: URL): boolean {
  return host === new URL(c.req.url).host && (protocol === 'https:' || !isSecure(c));
}
