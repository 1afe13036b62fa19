import {
  CamelCasePlugin,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import pg from 'pg';
import type { Connection } from './connection.ts';
import { driverAround } from './driver.ts';
import { prepareStatements } from './prepared.ts';
import { watchedDriver } from './watched.ts';
import { type RowScope, scopedDriver, type Scopes, SYSTEM } from './scope.ts';
import { breakSilence, LONGEST_SILENCE_MS } from './silence.ts';
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

/**
 * A pool of connections. `max` is per process; a connection that keeps silent for longer than `patience` milliseconds when it
 * was asked is broken off. The caller ends the pool.
 */
export function openPool(connection: Connection, max = 10, patience = LONGEST_SILENCE_MS): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max,
    types,
    application_name: 'motcua',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // Statements of one transaction that do not need each other's answers go out together; the server runs them in order.
    pipeline: true,
    // Pages are short: helpers of the server for one statement take longer to start than to work.
    options:
      '-c timezone=UTC -c statement_timeout=30s -c idle_in_transaction_session_timeout=30s -c max_parallel_workers_per_gather=0',
  });
  breakSilence(pool, patience);
  return pool;
}

/**
 * The typed query builder over a pool that serves nothing else. Column names are camelCase in code and snake_case in
 * SQL; what is asked again and again is prepared. It is the system's own and sees every row: `scoped` gives one that
 * sees what somebody may see.
 */
export function openDatabase(pool: pg.Pool): Database {
  prepareStatements(pool);
  const postgres = new PostgresDriver({ pool });
  let opened: Promise<void> | undefined;
  // One pool under many builders: it is opened once.
  const driver = driverAround(watchedDriver(postgres), {
    init: async () => (opened ??= postgres.init()),
  });
  const scopes: Scopes = new WeakMap();
  const builders = new WeakMap<RowScope, Database>();
  const open: Opener = (scope) => {
    const known = builders.get(scope);
    if (known) return known;
    const db = builderOver(scopedDriver(driver, scope, scopes));
    builders.set(scope, db);
    openers.set(db, open);
    return db;
  };
  return open(SYSTEM);
}

/** The same database seeing the rows of a scope. Not for one that is a transaction: it keeps the scope it began with. */
export function scoped(db: Database, scope: RowScope): Database {
  const open = openers.get(db);
  if (!open) throw new Error('A transaction keeps the scope it began with');
  return open(scope);
}

type Opener = (scope: RowScope) => Database;

const openers = new WeakMap<Database, Opener>();

const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true });

function builderOver(driver: Driver): Database {
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [camelCase],
  });
}
