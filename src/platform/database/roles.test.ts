import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedServer, startEmbedded } from '#platform/embedded/server.ts';
import type { Connection } from './connection.ts';
import { ensureApplicationRole } from './roles.ts';

/** Roles belong to a whole server, so these tests have one of their own. */
let server: EmbeddedServer;
let folder = '';
let owner: Connection;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'motcua-roles-'));
  server = await startEmbedded({ folder, durable: false, onLine: () => undefined });
  await asSuperuser(
    `create role office login createrole password 'x'`,
    'create database office owner office',
  );
  owner = { ...server.connection, user: 'office', password: 'x', database: 'office' };
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function asSuperuser(...statements: readonly string[]): Promise<readonly unknown[]> {
  return asking(server.connection, ...statements);
}

async function asking(connection: Connection, ...statements: readonly string[]): Promise<readonly unknown[]> {
  const client = new pg.Client({ ...connection });
  await client.connect();
  let rows: readonly unknown[] = [];
  for (const statement of statements) ({ rows } = await client.query(statement));
  await client.end();
  return rows;
}

describe('An owner that is no superuser but may create roles', () => {
  test('makes the login of the application, and sets its password anew at every start', async () => {
    for (const password of ['first', 'second', 'third']) {
      const application = await ensureApplicationRole(owner, password);
      expect(await asking(application, 'select current_user::text as name')).toEqual([
        { name: 'motcua_app' },
      ]);
    }
  });

  test('is told to whom to turn when the login has more power than it may take away', async () => {
    await asSuperuser('alter role motcua_app createdb superuser');
    await expect(ensureApplicationRole(owner, 'fourth')).rejects.toThrow('CREATEROLE');
    await asSuperuser('alter role motcua_app nocreatedb nosuperuser');
  });
});
