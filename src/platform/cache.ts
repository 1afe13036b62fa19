/**
 * Values derived from slowly changing tables, kept per process until the table's revision number grows.
 * One promise per name and revision, so that a burst of requests loads once. The least lately used names are
 * forgotten when there are too many: some come from addresses (the organisation as of any date).
 */
export type RevisionCache = {
  readonly get: <Value>(name: string, revision: number, load: () => Promise<Value>) => Promise<Value>;
};

type Entry = { readonly revision: number; readonly value: Promise<unknown> };

const MOST_ENTRIES = 500;

export function createRevisionCache(mostEntries = MOST_ENTRIES): RevisionCache {
  // A Map remembers the order of insertion, so its first key is the one used longest ago.
  const entries = new Map<string, Entry>();
  const keep = (name: string, entry: Entry): void => {
    entries.delete(name);
    entries.set(name, entry);
    const [oldest] = entries.keys();
    if (entries.size > mostEntries && oldest !== undefined) entries.delete(oldest);
  };
  return {
    async get<Value>(name: string, revision: number, load: () => Promise<Value>): Promise<Value> {
      const known = entries.get(name);
      if (known && known.revision === revision) {
        keep(name, known);
        // A name is always loaded with one type; the map cannot say so.
        return known.value as Promise<Value>;
      }
      const value = load();
      keep(name, { revision, value });
      value.catch(() => entries.delete(name));
      return value;
    },
  };
}
