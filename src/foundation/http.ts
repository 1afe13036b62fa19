import type { Context as HttpContext } from 'hono';
import type { ComponentChildren } from 'preact';
import type { Crumb } from '#web/ui/breadcrumbs.tsx';
import type { Need } from './access/second-factor/rules.ts';
import type { Context } from './context.ts';

/** What goes around the content of a page. */
export type PageOptions = {
  /** Title of the browser's tab and the page's heading. */
  readonly title: string;
  /** The content brings its own heading (a confirmation, a home page). */
  readonly ownHeading?: boolean;
  /** Beside the heading: a state. Below it: one quiet line. At its right: buttons (staff only). */
  readonly tag?: ComponentChildren;
  readonly lead?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly breadcrumbs?: readonly Crumb[];
  /** Red band of a citizens' front page. */
  readonly hero?: ComponentChildren;
  readonly width?: 'narrow' | 'wide';
  readonly description?: string;
  /** The page asks for a passkey, so it loads the script that can. */
  readonly asksPasskey?: boolean;
  /** The page loads the program that draws processes. */
  readonly drawsProcess?: boolean;
  readonly status?: 200 | 403 | 404 | 408 | 409 | 413 | 422 | 429 | 500 | 503 | 507;
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
    /** The public side without anything that would have to be read from the database. */
    barePage: PageRenderer;
    /** Whether whoever asks has a second step of signing in, should have one, or must. */
    secondFactor: Need;
    /** Address of the client, as the nearest trusted hop tells it. */
    address: string;
  };
};

export type AppContext = HttpContext<AppEnv>;
