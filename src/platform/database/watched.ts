import type { DatabaseConnection, Driver } from 'kysely';
import { watchStatement } from '#platform/tracing/channels.ts';

/**
 * A driver that tells of every statement, once. Not by the query builder's own log: each builder over a pool, and there is
 * one for every request, would wrap the connections anew.
 */
export function watchedDriver(driver: Driver): Driver {
  const watched = new WeakSet<DatabaseConnection>();
  return {
    init: async () => driver.init(),
    destroy: async () => driver.destroy(),
    acquireConnection: async () => {
      const connection = await driver.acquireConnection();
      if (!watched.has(connection)) {
        watched.add(connection);
        watch(connection);
      }
      return connection;
    },
    beginTransaction: async (connection, settings) => driver.beginTransaction(connection, settings),
    commitTransaction: async (connection) => driver.commitTransaction(connection),
    rollbackTransaction: async (connection) => driver.rollbackTransaction(connection),
    releaseConnection: async (connection) => driver.releaseConnection(connection),
  };
}

function watch(connection: DatabaseConnection): void {
  const execute: DatabaseConnection['executeQuery'] = connection.executeQuery.bind(connection);
  const told: DatabaseConnection['executeQuery'] = async (query) =>
    watchStatement(query.sql, async () => execute(query));
  Object.assign(connection, { executeQuery: told });
}
