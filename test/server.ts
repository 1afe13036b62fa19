import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { Connection } from '#platform/database/connection.ts';
import { migrate } from '#platform/database/migrate.ts';
import { APPLICATION_ROLE, ensureApplicationRole } from '#platform/database/roles.ts';
import { startEmbedded } from '#platform/embedded/server.ts';
import { migrateQueue } from '#platform/jobs/worker.ts';
import { silentLog } from './silent-log.ts';

/** Password of the application's role on test servers, which listen on a private socket only. */
export const TEST_PASSWORD = 'test';

export type TestServer = {
  readonly owner: Connection;
  /** The migrated, empty database that every test file clones. */
  readonly template: Connection;
  readonly createDatabase: (name: string, from?: string) => Promise<Connection>;
  readonly stop: () => Promise<void>;
};

/** A real PostgreSQL of its own for one run of tests, migrated once, without durability. */
export async function openTestServer(): Promise<TestServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'motcua-test-'));
  const server = await startEmbedded({ folder, durable: false, onLine: () => {} });
  const owner = server.connection;
  const template = await createDatabase(owner, 'motcua_template');
  await ensureApplicationRole(template, TEST_PASSWORD);
  await prepareSchema(template);
  return {
    owner,
    template,
    createDatabase: async (name, from) => createDatabase(owner, name, from),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A new database, a clone of another one when told; the application's role may enter it. */
export async function createDatabase(owner: Connection, name: string, from?: string): Promise<Connection> {
  const client = new pg.Client({ ...owner, database: 'postgres' });
  await client.connect();
  await client.query(`create database ${name}${from === undefined ? '' : ` template ${from}`}`);
  if (from !== undefined) await client.query(`grant connect on database ${name} to ${APPLICATION_ROLE}`);
  await client.end();
  return { ...owner, database: name };
}

async function prepareSchema(owner: Connection): Promise<void> {
  await migrate(owner, path.resolve('migrations'));
  const pool = new pg.Pool({ ...owner, max: 2 });
  // The queue insists on somebody hearing of broken connections; on a test server they fail the test by themselves.
  pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
  await migrateQueue(pool, silentLog);
  await pool.end();
}
