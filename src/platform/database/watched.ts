import type { DatabaseConnection, Driver } from 'kysely';
import { watchStatement } from '#platform/tracing/channels.ts';
import { driverAround } from './driver.ts';

/**
 * A driver that tells of every statement, once. Not by the query builder's own log: each builder over a pool, and there is
 * one for every request, would wrap the connections anew.
 */
export function watchedDriver(driver: Driver): Driver {
  const watched = new WeakSet<DatabaseConnection>();
  return driverAround(driver, {
    acquireConnection: async () => {
      const connection = await driver.acquireConnection();
      if (!watched.has(connection)) {
        watched.add(connection);
        watch(connection);
      }
      return connection;
    },
  });
}

function watch(connection: DatabaseConnection): void {
  const execute: DatabaseConnection['executeQuery'] = connection.executeQuery.bind(connection);
  const told: DatabaseConnection['executeQuery'] = async (query) =>
    watchStatement(query.sql, async () => execute(query));
  Object.assign(connection, { executeQuery: told });
}
