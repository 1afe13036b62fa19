import type { Driver } from 'kysely';

/** A driver that does everything as another one does, but for what is given. */
export function driverAround(driver: Driver, own: Partial<Driver>): Driver {
  return {
    init: async () => driver.init(),
    destroy: async () => driver.destroy(),
    acquireConnection: async () => driver.acquireConnection(),
    beginTransaction: async (connection, settings) => driver.beginTransaction(connection, settings),
    commitTransaction: async (connection) => driver.commitTransaction(connection),
    rollbackTransaction: async (connection) => driver.rollbackTransaction(connection),
    releaseConnection: async (connection) => driver.releaseConnection(connection),
    ...own,
  };
}
