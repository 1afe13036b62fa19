import { Hono } from 'hono';
import { renderToString } from 'preact-render-to-string';
import { systemContext } from '#foundation/context.ts';
import type { AppEnv, PageRenderer } from '#foundation/http.ts';
import { newFormId } from '#foundation/submit.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { System } from '#platform/system.ts';
import { actAs } from '#test/cast.ts';
import { citizenProcedureRoutes } from './citizens/routes.tsx';
import { procedureRoutes } from './routes.ts';

type Answer = {
  readonly status: number;
  readonly html: string;
  readonly location: string | null;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
};

/** Fields of a form; a list sends its name several times. */
type Fields = Readonly<Record<string, string | readonly string[] | File>>;

export type Browser = {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, fields: Fields) => Promise<Answer>;
};

const STATUS = { missing: 404, forbidden: 403, conflict: 409, invalid: 422 } as const;

/** The pages of the catalogue without script and without the shell, as a member of the cast or (null) the public sees them. */
export function browserOf(system: System, login: string | null): Browser {
  const app = new Hono<AppEnv>();
  const render: PageRenderer = async ({ title, lead, actions, hero, status }, content) => {
    const html = renderToString(
      <>
        <h1>{title}</h1>
        {lead}
        {actions}
        {hero}
        {content}
      </>,
    );
    return new Response(html, { status: status ?? 200 });
  };
  app.use(async (c, next) => {
    c.set('ctx', login === null ? await systemContext(system, 'test') : await actAs(system, login));
    c.set('staffPage', render);
    c.set('citizenPage', render);
    return next();
  });
  app.onError((error) => {
    if (!(error instanceof Refusal)) throw error;
    return new Response(error.message, { status: STATUS[error.kind] });
  });
  app.route('/', procedureRoutes).route('/', citizenProcedureRoutes);
  return {
    get: async (path) => answerOf(await app.request(path)),
    post: async (path, fields) => answerOf(await app.request(path, { method: 'POST', body: bodyOf(fields) })),
  };
}

function bodyOf(fields: Fields): FormData {
  const body = new FormData();
  const all: Fields = { formId: newFormId(), ...fields };
  for (const [name, value] of Object.entries(all)) {
    if (typeof value === 'string') body.append(name, value);
    else if (value instanceof File) body.append(name, value);
    else for (const one of value) body.append(name, one);
  }
  return body;
}

async function answerOf(response: Response): Promise<Answer> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  return {
    status: response.status,
    html: new TextDecoder().decode(bytes),
    location: response.headers.get('location'),
    headers: response.headers,
    bytes,
  };
}

/** What a browser would send back of a page's form: every input that has a value, boxes only when ticked. */
export function formOf(html: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  const add = (name: string, value: string) => {
    const before = fields[name];
    fields[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  };
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name');
    if (name === '' || (/type="(checkbox|radio)"/.test(tag) && !/ checked/.test(tag))) continue;
    add(name, attribute(tag, 'value'));
  }
  for (const [, head = '', text = ''] of html.matchAll(/<textarea([^>]*)>([^<]*)<\/textarea>/g)) {
    add(attribute(head, 'name'), decoded(text));
  }
  for (const [, head = '', options = ''] of html.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const chosen = [...options.matchAll(/<option[^>]*>/g)].find(([tag]) => / selected/.test(tag));
    add(attribute(head, 'name'), attribute(chosen?.[0] ?? '', 'value'));
  }
  return fields;
}

function attribute(tag: string, name: string): string {
  return decoded(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function decoded(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
