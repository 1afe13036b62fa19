import { Hono } from 'hono';
import { renderToString } from 'preact-render-to-string';
import { Refusal } from '#kernel/refusal.ts';
import type { System } from '#platform/system.ts';
import { actAs } from '#test/cast.ts';
import type { AppEnv, PageRenderer } from '#foundation/http.ts';
import { newFormId } from '#foundation/submit.ts';
import { organisationRoutes } from './routes.tsx';

export type Browser = {
  readonly get: (path: string) => Promise<{ readonly status: number; readonly html: string }>;
  readonly post: (
    path: string,
    fields: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly html: string; readonly location: string | null }>;
};

/** The organisation's pages without script, as a member of the cast sees them, without the shell around. */
export function browserOf(system: System, login: string): Browser {
  const app = new Hono<AppEnv>();
  const render: PageRenderer = async ({ title, status }, content) =>
    new Response(`<h1>${title}</h1>${renderToString(<>{content}</>)}`, { status: status ?? 200 });
  app.use(async (c, next) => {
    c.set('ctx', await actAs(system, login));
    c.set('staffPage', render);
    return next();
  });
  app.onError((error) => {
    if (!(error instanceof Refusal)) throw error;
    return new Response(error.message, { status: error.kind === 'missing' ? 404 : 403 });
  });
  app.route('/', organisationRoutes);
  return {
    get: async (path) => {
      const response = await app.request(path);
      return { status: response.status, html: await response.text() };
    },
    post: async (path, fields) => {
      const body = new URLSearchParams({ formId: newFormId(), ...fields });
      const response = await app.request(path, { method: 'POST', body });
      const location = response.headers.get('location');
      return { status: response.status, html: await response.text(), location };
    },
  };
}
