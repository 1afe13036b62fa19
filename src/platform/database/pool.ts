import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Connection } from './connection.ts';
import { prepareStatements } from './prepared.ts';
import type { DB } from './types.ts';

/** The typed database. Inside a verb it is a transaction; outside it is the pool. */
export type Database = Kysely<DB>;

const INT8 = 20;
const DATE = 1082;

/**
 * Types read from the server: `bigint` becomes a number (identifiers stay far below 2^53),
 * `date` stays the text `YYYY-MM-DD` because a local date is not an instant.
 */
const types: pg.CustomTypesConfig = {
  // pg's own signature is not generic over the parsed type.
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return Number;
    if (oid === DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** A pool of connections. `max` is per process. The caller ends it. */
export function openPool(connection: Connection, max = 10): pg.Pool {
  return new pg.Pool({
    ...connection,
    max,
    types,
    application_name: 'motcua',
    connectionTimeoutMillis: 10_000,
    // Statements of one transaction that do not need each other's answers go out together; the server runs them in order.
    pipeline: true,
    // Pages are short: helpers of the server for one statement take longer to start than to work.
    options:
      '-c timezone=UTC -c statement_timeout=30s -c idle_in_transaction_session_timeout=30s -c max_parallel_workers_per_gather=0',
  });
}

/**
 * The typed query builder over a pool that serves nothing else. Column names are camelCase in code and snake_case in
 * SQL; what is asked again and again is prepared.
 */
export function openDatabase(pool: pg.Pool): Database {
  prepareStatements(pool);
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
