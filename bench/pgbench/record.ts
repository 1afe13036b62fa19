import type pg from 'pg';
import type { Connection } from '#platform/database/connection.ts';
import { openPool } from '#platform/database/pool.ts';

/** A statement as it went to the server, with what came back. */
export type Statement = {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
};

/** A pool of one connection that keeps what passes through it. */
export type RecordingPool = {
  readonly pool: pg.Pool;
  /** The statements since the last call. */
  readonly take: () => readonly Statement[];
};

export function openRecordingPool(connection: Connection): RecordingPool {
  const pool = openPool(connection, 1);
  const statements: Statement[] = [];
  pool.on('connect', (client) => recordOn(client, statements));
  return { pool, take: () => statements.splice(0) };
}

type Query = (text: string | pg.QueryConfig, values?: unknown[]) => Promise<pg.QueryResult>;

function recordOn(client: pg.PoolClient, statements: Statement[]): void {
  // The application always awaits a promise; the overloads with callbacks are not used.
  const query = client.query.bind(client) as Query;
  const recorded: Query = async (sent, values) => {
    const result = await query(sent, values);
    const text = typeof sent === 'string' ? sent : sent.text;
    const given = typeof sent === 'string' ? values : sent.values;
    statements.push({ text, values: given ?? [], rows: result.rows });
    return result;
  };
  Object.assign(client, { query: recorded });
}
