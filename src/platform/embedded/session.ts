import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import type { Connection } from '#platform/database/connection.ts';
import { databaseName, ownerName } from './cluster.ts';
import { refuseSecond } from './claim.ts';

/** The lock held as long as this process lives: its session ends with the process, however that ends. */
export type HeldLock = { readonly release: () => Promise<void> };

const lockKey = 7_306_001;

/**
 * The version of a healthy server there, such as `17.10`. Undefined when none answers in time. One that is recovering is
 * waited for, up to ten minutes.
 */
export async function askVersion(connection: Connection): Promise<string | undefined> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const answer = await tryVersion(connection);
    if (answer === 'silent') return undefined;
    if (answer !== 'starting') return answer.version;
    await wait(1000);
  }
  return undefined;
}

/** Takes the lock in the server, or refuses: another process works on this database. */
export async function holdLock(connection: Connection, onLost: (reason: Error) => void): Promise<HeldLock> {
  const client = new Client({ ...connection, database: 'postgres', application_name: 'motcua-owner' });
  await client.connect();
  client.on('error', onLost);
  if (!(await lockSoon(client))) {
    await client.end();
    refuseSecond(undefined);
  }
  return {
    release: async () => {
      client.removeListener('error', onLost);
      client.on('error', () => undefined); // The server may be gone already, and then there is no lock either.
      await client.end();
    },
  };
}

/** Makes the database when it is not there yet. */
export async function ensureDatabase(connection: Connection): Promise<void> {
  const client = new Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName} owner ${ownerName}`);
  } finally {
    await client.end();
  }
}

type Answer = { readonly version: string } | 'starting' | 'silent';

async function tryVersion(connection: Connection): Promise<Answer> {
  const client = new Client({ ...connection, database: 'postgres', connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined); // Told by the failing query as well.
  try {
    await client.connect();
    const answer = await client.query<{ readonly server_version: string }>('show server_version');
    const version = answer.rows[0]?.server_version;
    return version === undefined ? 'silent' : { version };
  } catch (error) {
    // 57P03 cannot_connect_now: it starts up or recovers. Otherwise it is as good as not there, and will be replaced.
    return error instanceof Error && 'code' in error && error.code === '57P03' ? 'starting' : 'silent';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The session of a killed process may take a moment to end. */
async function lockSoon(client: Client): Promise<boolean> {
  for (let attempt = 0; attempt < 30; attempt++) {
    const answer = await client.query<{ readonly got: boolean }>('select pg_try_advisory_lock($1) as got', [
      lockKey,
    ]);
    if (answer.rows[0]?.got === true) return true;
    await wait(100);
  }
  return false;
}
