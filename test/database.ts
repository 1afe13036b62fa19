import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Connection } from '#platform/database/connection.ts';
import { APPLICATION_ROLE } from '#platform/database/roles.ts';
import { openPool } from '#platform/database/pool.ts';
import type { System } from '#platform/system.ts';
import { createDatabase, TEST_PASSWORD } from './server.ts';
import { systemOver } from './system.ts';

/** A system over a database of its own, with a clock the test sets. */
export type TestSystem = System & {
  /** Superuser connection, for looking behind the application's back. */
  readonly superuser: pg.Pool;
  /** Where its files and its mailbox lie. */
  readonly folder: string;
  readonly setClock: (instant: string) => void;
  readonly close: () => Promise<void>;
};

/** A Tuesday morning in the world of the report: Vietnam time 28/4/2020 08:00. */
export const TUESDAY_MORNING = '2020-04-28T08:00:00+07:00';

/** A system over a fresh, empty, migrated database. Call in `beforeAll`; close in `afterAll`. */
export async function openTestSystem(): Promise<TestSystem> {
  return openClone(inject('template'));
}

/** The same with the starter world in it: organisation, calendar, people, procedures. */
export async function openTestWorld(): Promise<TestSystem> {
  return openClone(inject('world'));
}

async function openClone(source: Connection): Promise<TestSystem> {
  return openSystemOn(
    await createDatabase(source, `test_${randomBytes(6).toString('hex')}`, source.database),
  );
}

/** A system over a database that is there. */
export async function openSystemOn(database: Connection): Promise<TestSystem> {
  const pool = openPool({ ...database, user: APPLICATION_ROLE, password: TEST_PASSWORD });
  const superuser = new pg.Pool({ ...database, max: 2 });
  const folder = await mkdtemp(path.join(tmpdir(), 'motcua-files-'));
  let now = new Date(TUESDAY_MORNING);
  return {
    ...(await systemOver(pool, folder, () => now)),
    folder,
    superuser,
    setClock: (instant) => {
      now = new Date(instant);
    },
    close: async () => {
      await superuser.end();
      await pool.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
