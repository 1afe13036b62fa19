import type { Context as HttpContext } from 'hono';
import { createMiddleware } from 'hono/factory';
import { isSessionToken } from '#foundation/access/sessions/token.ts';
import type { Context } from '#foundation/context.ts';
import type { AppEnv } from '#foundation/http.ts';
import type { System } from '#platform/system.ts';
import { type Admission, createAdmission, type Limits, type Rank, type Visit } from '#web/http/admission.ts';
import { admitting } from '#web/http/admission-door.ts';
import { clientAddress } from '#web/http/client.ts';
import { sessionToken } from '#web/http/cookies.ts';

/** What officials write comes first, reception above all; what nobody waits for at a counter comes last. */
const RANKS = [
  { name: 'staff-write', places: 8, queue: 200, patience: 800, perKey: { places: 4, all: 16 } },
  { name: 'staff-read', places: 6, queue: 200, patience: 600, perKey: { places: 4, all: 16 } },
  { name: 'look-up', places: 4, queue: 100, patience: 400, perKey: { places: 3, all: 24 } },
  { name: 'public', places: 4, queue: 100, patience: 300, perKey: { places: 3, all: 24 } },
  { name: 'export', places: 2, queue: 16, patience: 1000, perKey: { places: 1, all: 4 } },
] as const satisfies readonly Rank[];

type RankName = (typeof RANKS)[number]['name'];

/** No more are inside than the database has connections for, so that none of them waits there. */
const LIMITS: Limits = { places: 16, ranks: RANKS, lease: 2000, overstaying: 48 };

export function openAdmission(limits: Limits = LIMITS): Admission {
  return createAdmission(limits);
}

/** Asked by whoever watches over the process, above all when much is going on. */
const ALWAYS_IN: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

/** How often at most overload is written into the log, in milliseconds. */
const TELL_EVERY_MS = 10_000;

/** The door of the application. */
export function doorOf({ secrets, log }: System, admission: Admission) {
  let told = -Infinity;
  const sessions = knownSessions((token) => isSessionToken(secrets, token));
  const door = admitting(admission, {
    visitOf: (c) => (ALWAYS_IN.has(c.req.path) ? null : visitOf(c, sessions.isOfficial)),
    onRefused: (why) => {
      if (performance.now() - told < TELL_EVERY_MS) return;
      told = performance.now();
      log.warn({ why, ranks: admission.counts() }, 'Quá tải: đang từ chối bớt yêu cầu');
    },
  });
  return createMiddleware<AppEnv>(async (c, next) =>
    door(c, async () => {
      await next();
      const token = sessionToken(c);
      // Assets are answered before anybody is known.
      const ctx = c.get('ctx') as Context | undefined;
      if (token !== undefined && ctx !== undefined) sessions.learn(token, ctx.actor !== null);
    }),
  );
}

/** For how long it is believed what was last found of a cookie, in milliseconds, and of how many it is known. */
const KNOWN_MS = 60_000;
const MOST_KNOWN = 10_000;

/**
 * Whose cookie makes an official: by its sign, unless its session was found ended just now; whoever keeps sending such a
 * one comes in like everybody. Cookies of earlier releases have no sign and count once they have opened a session.
 */
function knownSessions(isSigned: (token: string) => boolean) {
  const found = new Map<string, { readonly isOpen: boolean; readonly until: number }>();
  return {
    isOfficial: (token: string): boolean => {
      const known = found.get(token);
      return known !== undefined && known.until > performance.now() ? known.isOpen : isSigned(token);
    },
    learn: (token: string, isOpen: boolean): void => {
      if (isOpen && isSigned(token)) found.delete(token);
      else if (isOpen || isSigned(token)) {
        if (found.size >= MOST_KNOWN) found.clear();
        found.set(token, { isOpen, until: performance.now() + KNOWN_MS });
      }
    },
  };
}

/**
 * Who comes, before anything is asked of the database: a cookie that this installation has given out makes an official,
 * counted by session, so that an office behind one address is many; everybody else counts by address.
 */
function visitOf(c: HttpContext, isOurs: (token: string) => boolean): Visit {
  const token = sessionToken(c);
  const isOfficial = token !== undefined && isOurs(token);
  const key = isOfficial ? `session ${token}` : `address ${clientAddress(c)}`;
  return { rank: RANK_OF[isOfficial ? rankOfOfficial(c) : rankOfPublic(c)], key };
}

// The index of each name in the table above; every name is there.
const RANK_OF = Object.fromEntries(RANKS.map(({ name }, index) => [name, index])) as Readonly<
  Record<RankName, number>
>;

function rankOfOfficial(c: HttpContext): RankName {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return 'staff-write';
  return isExport(c) ? 'export' : 'staff-read';
}

/** Where people look for their dossier, check a receipt, or come in to work. */
const LOOK_UP = /^\/(?:tra-cuu|kiem-tra-bien-nhan|sign-in)(?:\/|$)/;

function rankOfPublic(c: HttpContext): RankName {
  if (LOOK_UP.test(c.req.path)) return 'look-up';
  return isExport(c) ? 'export' : 'public';
}

function isExport(c: HttpContext): boolean {
  return /[?&]format=/.test(c.req.url);
}
