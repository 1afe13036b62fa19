import type pg from 'pg';
import { openPool } from '#platform/database/pool.ts';
import { APPLICATION_ROLE } from '#platform/database/roles.ts';
import { loadWorld } from '../cast.ts';
import { openSystemOn, type TestSystem } from '../database.ts';
import { openTestServer, TEST_PASSWORD } from '../server.ts';
import { systemOver } from '../system.ts';
import { openProxy, type Proxy } from './proxy.ts';

/** The starter world in a database that the application reaches through a proxy only. */
export type FarDatabase = {
  readonly proxy: Proxy;
  /** What the application has. Its superuser looks behind its back, not through the proxy. */
  readonly far: TestSystem;
  /** The owner's connections, through the proxy. */
  readonly ownerPool: pg.Pool;
  readonly close: () => Promise<void>;
};

/** So many connections, so that a few stuck ones matter. */
const CONNECTIONS = 4;
/** Milliseconds of silence that are borne here; an installation bears more. */
const PATIENCE_MS = 2000;

export async function openFarDatabase(): Promise<FarDatabase> {
  const server = await openTestServer();
  const database = await server.createDatabase('far_world', server.template.database);
  const near = await openSystemOn(database);
  await loadWorld(near);
  const proxy = await openProxy(database);
  const there = { ...database, host: '127.0.0.1', port: proxy.port };
  const application = { ...there, user: APPLICATION_ROLE, password: TEST_PASSWORD };
  const pool = quiet(openPool(application, CONNECTIONS, PATIENCE_MS));
  const ownerPool = quiet(openPool(there, CONNECTIONS + 2, PATIENCE_MS));
  const system = await systemOver(pool, near.folder, near.clock);
  return {
    proxy,
    ownerPool,
    far: { ...near, ...system },
    close: async () => {
      await Promise.all([pool.end(), ownerPool.end()]);
      await near.close();
      await proxy.close();
      await server.stop();
    },
  };
}

function quiet(pool: pg.Pool): pg.Pool {
  const nothing = (): void => undefined;
  return pool.on('error', nothing).on('connect', (client) => client.on('error', nothing));
}
