import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestSystem, type TestSystem } from '#test/database.ts';
import { systemOver } from '#test/system.ts';
import { openPool } from '#platform/database/pool.ts';
import { APPLICATION_ROLE, ensureApplicationRole } from '#platform/database/roles.ts';
import { TEST_PASSWORD } from '#test/server.ts';
import { loadStarter } from './starter.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(async () => system.close());

async function connectionOf() {
  const { rows } = await system.superuser.query<{ name: string }>('select current_database() as name');
  const { user = '', host = '', port = 5432 } = system.superuser.options;
  return { user, host, port, database: rows[0]?.name ?? '', password: '' };
}

const count = async (table: string): Promise<number> =>
  (await system.superuser.query(`select from ${table}`)).rows.length;

test('two processes that start over one empty database load the starter once', async () => {
  const connection = await connectionOf();
  const pool = openPool({ ...connection, user: APPLICATION_ROLE, password: TEST_PASSWORD });
  const other = await systemOver(pool, `${system.folder}/other`, system.clock);
  const folder = `${system.folder}/passwords`;
  const outcomes = await Promise.all([loadStarter(system, folder), loadStarter(other, folder)]);
  await pool.end();
  const [loaded, waited] = outcomes.toSorted((one, next) => next.accounts - one.accounts);
  expect(loaded?.accounts).toBe(await count('accounts'));
  expect(waited).toEqual({ passwordFile: null, accounts: 0 });
  expect(await readdir(folder)).toEqual(['mat-khau-ban-dau.txt']);
  expect(await count('procedures')).toBeGreaterThan(40);
});

test('processes that start at once all get the application’s login', async () => {
  const owner = await connectionOf();
  const roles = Array.from({ length: 6 }, async () => ensureApplicationRole(owner, TEST_PASSWORD));
  for (const { user, database } of await Promise.all(roles)) {
    expect([user, database]).toEqual([APPLICATION_ROLE, owner.database]);
  }
});
