import type { Writable } from 'node:stream';
import type pg from 'pg';

/** A statement that comes this often is worth a name. */
const USES_BEFORE_PREPARING = 3;
/** Names of a process at most: every connection keeps the plan of each in the server's memory. */
const MOST_NAMES = 250;

/**
 * Lets the connections of a pool prepare the statements that come again and again, each under a name: the server then
 * parses and plans them once per connection and not each time. Statements that differ in their values alone are one.
 * Behind PgBouncer this needs its `max_prepared_statements`.
 */
export function prepareStatements(pool: pg.Pool): void {
  const nameOf = namesByUse();
  pool.on('connect', (client) => {
    // The query builder passes text and values and awaits a promise; any other way of asking goes through unchanged.
    const query = client.query.bind(client) as Query;
    const inOnePacket = packets(client);
    const prepared: Query = (sent, values, ...rest) => {
      inOnePacket();
      const name = isAsked(sent, values) ? nameOf(sent) : undefined;
      return name === undefined
        ? query(sent, values, ...rest)
        : query({ name, text: sent, values }, undefined, ...rest);
    };
    Object.assign(client, { query: prepared });
  });
}

/** Holds what a connection writes until this turn of the program is over: one packet for statements sent together. */
function packets(client: pg.ClientBase): () => void {
  // Not in the published types: the connection of a client and the socket it writes to.
  const { connection } = client as unknown as { readonly connection: { readonly stream: Writable } };
  let isHeld = false;
  const release = (): void => {
    isHeld = false;
    connection.stream.uncork();
  };
  return () => {
    if (isHeld) return;
    isHeld = true;
    connection.stream.cork();
    process.nextTick(release);
  };
}

type Query = (sent: unknown, values?: unknown, ...rest: readonly unknown[]) => Promise<pg.QueryResult>;

function isAsked(sent: unknown, values: unknown): sent is string {
  return (
    typeof sent === 'string' && Array.isArray(values) && (values.length > 0 || /^\s*select\b/i.test(sent))
  );
}

/** The name of a statement; undefined while it is new, and for one that is planned anew each time. */
function namesByUse(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  const uses = new Map<string, number>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST_NAMES || isPlannedByValue(text)) return known;
    const count = (uses.get(text) ?? 0) + 1;
    uses.set(text, count);
    if (count < USES_BEFORE_PREPARING) return undefined;
    uses.delete(text);
    names.set(text, `motcua_${names.size + 1}`);
    return names.get(text);
  };
}

/** How many rows match a pattern or hold some words, and so which index to use, the server sees from the value itself. */
function isPlannedByValue(text: string): boolean {
  return /\b(?:like|similarity)\b|@>/i.test(text);
}
