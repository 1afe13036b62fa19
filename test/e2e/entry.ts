/** Where a pattern of the router leads, and who of the cast goes there; null is the public. */
export type Example = { readonly login: string | null; readonly path: string };

/** A page is looked at as a page; a file only has to come. */
export type Entry = { readonly kind: 'page' | 'file'; readonly examples: readonly Example[] };

/** A page that is looked at, by somebody of the cast or by the public, at each of these addresses. */
export const page = (login: string | null, ...paths: readonly string[]): Entry => ({
  kind: 'page',
  examples: paths.map((path) => ({ login, path })),
});
/** A file that only has to come. */
export const file = (login: string | null, ...paths: readonly string[]): Entry => ({
  ...page(login, ...paths),
  kind: 'file',
});
