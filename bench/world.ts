import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { Connection } from '#platform/database/connection.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openPool } from '#platform/database/pool.ts';
import { ensureApplicationRole } from '#platform/database/roles.ts';
import { startEmbedded } from '#platform/embedded/server.ts';
import { migrateQueue } from '#platform/jobs/worker.ts';
import type { System } from '#platform/system.ts';
import { loadWorld } from '#test/cast.ts';
import { silentLog } from '#test/silent-log.ts';
import { systemOver } from '#test/system.ts';
import { temporaryFolder } from './folder.ts';
import { say } from './say.ts';
import { staffCommunes } from './staff.ts';

/** The starter world on a durable PostgreSQL of its own, with somebody in every post of the communes. */
export type World = {
  readonly system: System;
  readonly owner: Connection;
  readonly application: Connection;
  /** Superuser connection, for writing in bulk and for reading plans. */
  readonly superuser: pg.Pool;
  readonly folder: string;
  readonly close: () => Promise<void>;
};

/** Not a secret: the server listens on a private socket and ends with the benchmark. */
const PASSWORD = 'bench';

/** Starts PostgreSQL with fsync on, and loads the world where it is missing. `keep` as in the options. */
export async function openWorld(keep: string | null): Promise<World> {
  const folder = keep === null ? await temporaryFolder('bench') : path.resolve(keep);
  await mkdir(folder, { recursive: true });
  const server = await startEmbedded({ folder: path.join(folder, 'database'), durable: true, onLine: say });
  const owner = server.connection;
  const application = await ensureApplicationRole(owner, PASSWORD);
  const superuser = new pg.Pool({ ...owner, max: 2 });
  superuser.on('error', (error) => say(error.message));
  await migrateQueue(superuser, silentLog);
  await migrate(owner, path.resolve('migrations'));
  const pool = openPool(application, 16);
  pool.on('error', (error) => say(error.message));
  const system = await systemOn(pool, folder);
  await loadWorld(system);
  await staffCommunes(system, superuser);
  return {
    system,
    owner,
    application,
    superuser,
    folder,
    close: async () => {
      await pool.end();
      await superuser.end();
      await server.stop();
      if (keep === null) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The application over any pool, as of now: over a recording one when statements are captured. */
export async function systemOn(pool: pg.Pool, folder: string): Promise<System> {
  return systemOver(pool, folder, () => new Date());
}
