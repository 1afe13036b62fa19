import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { Connection } from '#platform/database/connection.ts';
import { migrate } from '#platform/database/migrate.ts';
import { ensureApplicationRole } from '#platform/database/roles.ts';
import { startEmbedded } from '#platform/embedded/server.ts';
import { migrateQueue } from '#platform/jobs/worker.ts';
import { silentLog } from './silent-log.ts';

/** Password of the application's role on test servers, which listen on a private socket only. */
export const TEST_PASSWORD = 'test';

export type TestServer = {
  readonly owner: Connection;
  /** The migrated, empty database that every test file clones. */
  readonly template: Connection;
  readonly stop: () => Promise<void>;
};

/** A real PostgreSQL of its own for one run of tests, migrated once, without durability. */
export async function openTestServer(): Promise<TestServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'motcua-test-'));
  const server = await startEmbedded({ folder, durable: false, onLine: () => {} });
  const owner = server.connection;
  await createDatabase(owner, 'motcua_template');
  const template = { ...owner, database: 'motcua_template' };
  await ensureApplicationRole(template, TEST_PASSWORD);
  await prepareSchema(template);
  return {
    owner,
    template,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function createDatabase(owner: Connection, name: string): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
}

async function prepareSchema(owner: Connection): Promise<void> {
  await migrate(owner, path.resolve('migrations'));
  const pool = new pg.Pool({ ...owner, max: 2 });
  await migrateQueue(pool, silentLog);
  await pool.end();
}
