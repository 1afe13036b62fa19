import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestSystem, type TestSystem } from '#test/database.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(async () => system.close());

/** What one connection has prepared after each of these questions was put to it several times. */
async function preparedAfter(...asked: readonly ReturnType<typeof sql>[]): Promise<readonly string[]> {
  return system.db.transaction().execute(async (db) => {
    for (let time = 0; time < 4; time += 1) for (const question of asked) await question.execute(db);
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
      db,
    );
    return rows.map((row) => row.statement);
  });
}

test('a statement that comes again and again is prepared once, whatever its values', async () => {
  const prepared = await preparedAfter(sql`select ${1}::int as one`, sql`select ${2}::int as one`);
  expect(prepared.filter((statement) => statement.includes('as one'))).toEqual(['select $1::int as one']);
});

test('a search by pattern is planned anew for each pattern', async () => {
  const prepared = await preparedAfter(sql`select ${'a'}::text like ${'%b%'} as found`);
  expect(prepared.filter((statement) => statement.includes('as found'))).toEqual([]);
});

test('a statement that fails leaves the next one of its name working', async () => {
  const halve = async (by: number) => sql<{ half: number }>`select 4 / ${by}::int as half`.execute(system.db);
  for (const by of [2, 2, 2, 2]) await halve(by);
  await expect(halve(0)).rejects.toThrow('division by zero');
  expect((await halve(2)).rows).toEqual([{ half: 2 }]);
});
