import { createApp } from '#app/web/app.tsx';
import type { Assets } from '#web/assets.ts';
import type { TestSystem } from './database.ts';
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
  /** Sends fields to an address without a page: what an attacker or an old page would do. */
  readonly post: (
    path: string,
    fields: Fields,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Visited>;
  /** Follows a redirect. */
  readonly follow: (visited: Visited) => Promise<Visited>;
};

export type Fields = Readonly<Record<string, string | readonly string[]>>;

const ASSETS: Assets = {
  citizen: { css: '/assets/citizen.css', js: '/assets/citizen.js', icon: '/assets/icon.svg', fonts: [] },
  staff: { css: '/assets/staff.css', js: '/assets/staff.js', icon: '/assets/icon.svg', fonts: [] },
};

const ORIGIN = 'http://localhost';

export async function visitorOf(system: TestSystem, login?: string): Promise<Visitor> {
  const app = createApp(system, { assets: ASSETS, assetsFolder: 'dist/assets', development: false });
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
  return {
    get: async (path) => ask(path),
    post,
    send: async (page, action, fields = {}) => {
      const form = formOf(page.html, action);
      return post(form.action, { ...form.hidden, ...fields });
    },
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

function encode(fields: Fields): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
  }
  return body;
}

/** A form of the page with everything it would send untouched: hidden fields, ticked boxes, texts, choices. */
function formOf(html: string, action: string): { readonly action: string; readonly hidden: Fields } {
  for (const [form] of html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)) {
    const target = unescape(/\baction="([^"]*)"/.exec(form)?.[1] ?? '');
    if (target.endsWith(action)) return { action: target, hidden: fieldsOf(form) };
  }
  throw new Error(`The page has no form to ${action}`);
}

function fieldsOf(form: string): Fields {
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const type = attribute(tag, 'type') ?? 'text';
    const name = attribute(tag, 'name');
    if (name === undefined || type === 'file' || type === 'submit') continue;
    const isBox = type === 'checkbox' || type === 'radio';
    if (!isBox || /\schecked\b/.test(tag)) fields[name] = attribute(tag, 'value') ?? (isBox ? 'on' : '');
  }
  for (const [, name = '', text = ''] of form.matchAll(
    /<textarea\b[^>]*\bname="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g,
  )) {
    fields[unescape(name)] = unescape(text);
  }
  for (const [, name = '', options = ''] of form.matchAll(
    /<select\b[^>]*\bname="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    const tags = [...options.matchAll(/<option\b[^>]*>/g)].map(([tag]) => tag);
    const chosen = tags.find((tag) => /\sselected\b/.test(tag)) ?? tags[0];
    fields[unescape(name)] = chosen === undefined ? '' : (attribute(chosen, 'value') ?? '');
  }
  return fields;
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return match ? unescape(match[1] ?? '') : undefined;
}

function wordsOf(html: string): string {
  return unescape(html.replaceAll(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
