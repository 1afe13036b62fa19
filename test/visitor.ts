import { createApp } from '#app/web/app.tsx';
import type { Assets } from '#web/assets.ts';
import type { TestSystem } from './database.ts';
import { type Fields, formOf, wordsOf } from './page.ts';
import { openSession } from './session.ts';

/** A page as a browser without script has it. */
export type Visited = {
  readonly status: number;
  readonly location: string | null;
  readonly html: string;
  /** The words of the page, tags taken out, spaces folded. */
  readonly text: string;
  readonly response: Response;
};

/** Somebody in front of the application without a browser: keeps cookies, sends forms with their hidden fields. */
export type Visitor = {
  readonly get: (path: string) => Promise<Visited>;
  /** Sends the form of a page whose address ends so; `fields` are what the person fills in. */
  readonly send: (page: Visited, action: string, fields?: Fields) => Promise<Visited>;
  /** Opens the page of a form that is sent to its own address, fills it in and sends it. */
  readonly fill: (path: string, fields?: Fields) => Promise<Visited>;
  /** Sends fields to an address without a page: what an attacker or an old page would do. */
  readonly post: (
    path: string,
    fields: Fields,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Visited>;
  /** Follows a redirect. */
  readonly follow: (visited: Visited) => Promise<Visited>;
};

const SHARED = { passkey: '/assets/passkey.js', icon: '/assets/icon.svg', fonts: [] };

const ASSETS: Assets = {
  citizen: { ...SHARED, css: '/assets/citizen.css', js: '/assets/citizen.js' },
  staff: { ...SHARED, css: '/assets/staff.css', js: '/assets/staff.js' },
  receiptCheck: { script: 'void 0;', style: 'p{margin:0}' },
};

const ORIGIN = 'http://localhost';

/** The whole application over a system, as it is served. */
export function appOf(system: TestSystem): ReturnType<typeof createApp> {
  return createApp(system, { assets: ASSETS, assetsFolder: 'dist/assets', development: false });
}

/** Somebody in front of the whole application: nobody in particular, or a member of the cast already signed in. */
export async function visitorOf(system: TestSystem, login?: string): Promise<Visitor> {
  const app = appOf(system);
  const cookies = new Map<string, string>();
  if (login !== undefined) cookies.set('motcua_session', await openSession(system, login));
  const ask = async (path: string, init: RequestInit = {}): Promise<Visited> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      ...(cookie ? { cookie } : {}),
      ...(init.headers as Record<string, string> | undefined),
    };
    const response = await app.request(`${ORIGIN}${path}`, { ...init, headers });
    keepCookies(cookies, response);
    const html = await response.clone().text();
    return {
      status: response.status,
      location: response.headers.get('location'),
      html,
      text: wordsOf(html),
      response,
    };
  };
  const post: Visitor['post'] = async (path, fields, headers = { origin: ORIGIN }) =>
    ask(path, { method: 'POST', body: encode(fields), headers });
  const send: Visitor['send'] = async (page, action, fields = {}) => {
    const form = formOf(page.html, action);
    return post(form.action, { ...form.fields, ...fields });
  };
  return {
    get: async (path) => ask(path),
    post,
    send,
    fill: async (path, fields) => send(await ask(path), path.split('?')[0] ?? path, fields),
    follow: async (visited) => {
      if (visited.location === null)
        throw new Error(`No redirect but ${visited.status}: ${visited.text.slice(0, 300)}`);
      return ask(visited.location.replace(ORIGIN, ''));
    },
  };
}

function keepCookies(cookies: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    if (/Max-Age=0/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }
}

function encode(fields: Fields): URLSearchParams | FormData {
  const hasFile = Object.values(fields).some((value) => value instanceof File);
  const body = hasFile ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    // With a file in it the body is a FormData.
    if (value instanceof File) (body as FormData).append(name, value);
    else for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
  }
  return body;
}
