import { Hono } from 'hono';
import { renderToString } from 'preact-render-to-string';
import { procedureLimits } from '#app/procedure-limits.ts';
import { systemContext } from '#foundation/context.ts';
import type { AppEnv, PageRenderer } from '#foundation/http.ts';
import { newFormId } from '#foundation/submit.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { System } from '#platform/system.ts';
import { actAs } from '#test/cast.ts';
import { calculatorRoutes } from './calculator/routes.tsx';
import { calendarRoutes } from './routes.ts';

export type Answer = { readonly status: number; readonly html: string; readonly location: string | null };

export type Browser = {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<Answer>;
};

/** The calendar's pages without script and without the shell around; `login` null is a citizen. */
export function browserOf(system: System, login: string | null): Browser {
  const app = new Hono<AppEnv>();
  const render: PageRenderer = async ({ title, status, actions }, content) => {
    const body = renderToString(
      <>
        <h1>{title}</h1>
        {actions}
        {content}
      </>,
    );
    return new Response(body, { status: status ?? 200 });
  };
  app.use(async (c, next) => {
    c.set('ctx', login === null ? await systemContext(system, 'test') : await actAs(system, login));
    c.set('staffPage', render);
    c.set('citizenPage', render);
    return next();
  });
  app.onError((error) => {
    if (!(error instanceof Refusal)) throw error;
    return new Response(error.message, { status: error.kind === 'missing' ? 404 : 403 });
  });
  app.route('/', calendarRoutes);
  app.route('/', calculatorRoutes(procedureLimits));
  const answerOf = async (response: Response): Promise<Answer> => ({
    status: response.status,
    html: await response.text(),
    location: response.headers.get('location'),
  });
  return {
    get: async (path) => answerOf(await app.request(path)),
    post: async (path, fields) => {
      const body = new URLSearchParams({ formId: newFormId(), ...fields });
      return answerOf(await app.request(path, { method: 'POST', body }));
    },
  };
}
