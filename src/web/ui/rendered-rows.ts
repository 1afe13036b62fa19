/**
 * Rows of a busy list as they were written before. The same people look at the same rows all day; writing a row anew
 * costs far more than finding that nothing of it has changed.
 */
export type RenderedRows<Row> = {
  /** Everything a row shows, and nothing else: two rows with one key look the same. */
  readonly keyOf: (row: Row) => string;
  readonly known: Map<string, string>;
};

type Rendered = { readonly version: string; readonly known: Map<string, string> };

const renderedFor = new WeakMap<object, Rendered>();
const MOST_ROWS = 20_000;

/**
 * The rows written for an owner (what all of them depend on, such as a calendar) at a version (the minute that the words
 * speak of). A new version forgets all earlier rows, so no more are kept than were shown in it.
 */
export function renderedRows(owner: object, version: string): Map<string, string> {
  const before = renderedFor.get(owner);
  if (before?.version === version && before.known.size < MOST_ROWS) return before.known;
  const known = new Map<string, string>();
  renderedFor.set(owner, { version, known });
  return known;
}
