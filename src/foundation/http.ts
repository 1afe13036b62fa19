import type { Context as HttpContext } from 'hono';
import type { ComponentChildren } from 'preact';
import type { Context } from './context.ts';

/** What the page around every page needs; composed in app, where all capabilities are known. */
export type PageOptions = {
  readonly title: string;
  readonly breadcrumbs?: readonly { readonly text: string; readonly href?: string }[];
  readonly status?: 200 | 403 | 404 | 409 | 422 | 429 | 500 | 503;
};

/** Puts content into the staff or citizen shell and answers with the whole page. */
export type PageRenderer = (options: PageOptions, content: ComponentChildren) => Promise<Response>;

/** Variables that the application's middleware sets on every request. */
export type AppEnv = {
  Variables: {
    ctx: Context;
    /** The desk of officers: navigation with counters, breadcrumbs, search. */
    staffPage: PageRenderer;
    /** The public side. */
    citizenPage: PageRenderer;
  };
};

export type AppContext = HttpContext<AppEnv>;
