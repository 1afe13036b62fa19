/**
 * Values derived from slowly changing tables, kept per process until the table's revision number grows.
 * One promise per name and revision, so that a burst of requests loads once.
 */
export type RevisionCache = {
  readonly get: <Value>(name: string, revision: number, load: () => Promise<Value>) => Promise<Value>;
};

type Entry = { readonly revision: number; readonly value: Promise<unknown> };

export function createRevisionCache(): RevisionCache {
  const entries = new Map<string, Entry>();
  return {
    async get<Value>(name: string, revision: number, load: () => Promise<Value>): Promise<Value> {
      const known = entries.get(name);
      // A name is always loaded with one type; the map cannot say so.
      if (known && known.revision === revision) return known.value as Promise<Value>;
      const value = load();
      entries.set(name, { revision, value });
      value.catch(() => entries.delete(name));
      return value;
    },
  };
}
