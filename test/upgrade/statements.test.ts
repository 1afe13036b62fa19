import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Connection } from '#platform/database/connection.ts';
import { migrate, readMigrations } from '#platform/database/migrate.ts';
import { APPLICATION_ROLE, ensureApplicationRole } from '#platform/database/roles.ts';
import { migrateQueue } from '#platform/jobs/worker.ts';
import { createDatabase, TEST_PASSWORD } from '#test/server.ts';
import { silentLog } from '#test/silent-log.ts';

/** The release whose programs may still run while this one's migrations are applied. */
const RELEASE = '0013';
const FOLDER = path.resolve('migrations');

const names = (await readMigrations(FOLDER)).map(({ name }) => name);
const after = (await readMigrations(FOLDER)).filter(({ name }) => name.slice(0, 4) > RELEASE);
// Written by record.ts: an array of texts.
const statements = JSON.parse(
  await readFile(path.resolve('test/upgrade/fixtures', RELEASE, 'statements.json'), 'utf8'),
) as readonly string[];

let owner: Connection;
let client: pg.Client;
beforeAll(async () => {
  owner = await createDatabase(inject('template'), `upgrade_${randomBytes(6).toString('hex')}`);
  await ensureApplicationRole(owner, TEST_PASSWORD);
  await prepareQueue();
  await migrateTo(names.findLast((name) => name.slice(0, 4) <= RELEASE) ?? '');
  client = new pg.Client(owner);
  await client.connect();
  await client.query(`set role ${APPLICATION_ROLE}`);
});
afterAll(async () => client.end());

async function prepareQueue(): Promise<void> {
  const pool = new pg.Pool({ ...owner, max: 2 });
  pool.on('error', () => undefined).on('connect', (one) => one.on('error', () => undefined));
  await migrateQueue(pool, silentLog);
  await pool.end();
}

const migrateTo = async (last: string): Promise<unknown> =>
  migrate(owner, FOLDER, { only: new Set(names.filter((name) => name <= last)) });

/** What the database says against the statements of the earlier release: names, types, rights. */
async function complaints(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const text of statements) {
    try {
      await client.query(`explain (generic_plan) ${text}`);
    } catch (error) {
      found.set(text, error instanceof Error ? error.message : String(error));
    }
  }
  return found;
}

test('The database of the earlier release takes every statement that was recorded from it', async () => {
  expect(statements.length).toBeGreaterThan(100);
  expect([...(await complaints())]).toEqual([]);
});

describe('Beside a program of the earlier release', () => {
  let known: ReadonlyMap<string, string> = new Map();
  // One after the other, in the order of an upgrade.
  test.each(after)(
    '$name takes none of its statements away, or says that it stops it',
    async ({ name, stopsOlder }) => {
      await migrateTo(name);
      const now = await complaints();
      const broken = [...now].filter(([text]) => !known.has(text));
      known = now;
      expect(stopsOlder === null ? broken : []).toEqual([]);
    },
  );
});
