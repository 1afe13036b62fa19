import { Hono } from 'hono';
import { renderToString } from 'preact-render-to-string';
import { Refusal } from '#kernel/refusal.ts';
import type { System } from '#platform/system.ts';
import { sessionToken } from '#web/http/cookies.ts';
import { readRevisions } from '#foundation/context.ts';
import type { AppContext, AppEnv, PageOptions, PageRenderer } from '#foundation/http.ts';
import { placeToGoFirst } from './gate.ts';
import { actorOfToken } from './sessions/service.ts';

const STATUS = { invalid: 422, forbidden: 403, missing: 404, conflict: 409 } as const;

/** A small application around some routes, for journeys without a browser: sessions and bare pages, no shells. */
export function openDesk(system: System, routes: readonly Hono<AppEnv>[]): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.text(error.message, STATUS[error.kind]);
    throw error;
  });
  app.use(async (c, next) => {
    const now = system.clock();
    const found = await actorOfToken(system, sessionToken(c) ?? '', now);
    const { actor, revisions } = found ?? { actor: null, revisions: await readRevisions(system.db) };
    c.set('ctx', { ...system, actor, now, requestId: 'test', revisions });
    c.set('address', '203.0.113.7');
    c.set('staffPage', bare(c));
    c.set('citizenPage', bare(c));
    const first = placeToGoFirst(actor, c.req.path);
    return first === null ? next() : c.redirect(first, 303);
  });
  for (const route of routes) app.route('/', route);
  return app;
}

function bare(c: AppContext): PageRenderer {
  return async ({ title, actions, status }: PageOptions, content) =>
    c.html(
      renderToString(
        <main>
          <h1>{title}</h1>
          {actions}
          {content}
        </main>,
      ),
      status ?? 200,
    );
}

/** A browser of one person: keeps cookies, fills forms it has seen, follows nothing by itself. */
export function openBrowser(app: Hono<AppEnv>) {
  const cookies = new Map<string, string>();
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.request(path, { ...init, headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    get: async (path: string) => request(path),
    /** Opens the page of the form, takes its hidden fields along and sends it to the same address. */
    fill: async (path: string, fields: Readonly<Record<string, string | readonly string[]>>) => {
      const page = await (await request(path)).text();
      return request(path, { method: 'POST', body: bodyOf({ ...hiddenFields(page), ...fields }) });
    },
    post: async (path: string, fields: Readonly<Record<string, string | readonly string[]>>) =>
      request(path, { method: 'POST', body: bodyOf(fields) }),
    setCookie: (name: string, value: string) => {
      cookies.set(name, value);
    },
  };
}

function hiddenFields(page: string): Readonly<Record<string, string>> {
  const inputs = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]));
}

function bodyOf(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
  }
  return body;
}
