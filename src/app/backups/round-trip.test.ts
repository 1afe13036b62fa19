import { randomBytes } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readManifest } from '#platform/backup/manifest.ts';
import { migrate } from '#platform/database/migrate.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import {
  attachFile,
  backUpSystem,
  connectionOfSystem,
  type EmptyPlace,
  filesUnder,
  openEmptyPlace,
  restoreTo,
  rowsOf,
} from '#test/backups.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';

/** What the product's own tables do not have (yet). */
const ODD_THINGS = `
  create table odd_things (id bigint generated always as identity primary key,
    folded text generated always as (lower(said)) stored, said text, bytes bytea, parent_id bigint references odd_things,
    other_id bigint, more jsonb, many text[], ratio double precision, span interval, "Quoted Name" text);
  create table other_things (id bigint primary key, odd_id bigint references odd_things);
  alter table odd_things add constraint to_other foreign key (other_id) references other_things deferrable;
  create materialized view odd_count as select count(*) from odd_things;
  create trigger odd_always before delete on odd_things for each row execute function refuse_change();
  alter table odd_things enable always trigger odd_always;
  alter table odd_things enable row level security, force row level security;
  insert into odd_things (said) values ('put in by the migration')`;

let system: TestSystem;
let place: EmptyPlace;
let migrations: string;
let backup: string;

beforeAll(async () => {
  system = await openTestWorld();
  place = await openEmptyPlace(system);
  migrations = path.join(system.folder, 'migrations');
  await cp('migrations', migrations, { recursive: true });
  await writeFile(path.join(migrations, '8000_odd.sql'), ODD_THINGS);
  await migrate(await connectionOfSystem(system), migrations);
  await system.superuser.query(`
    insert into odd_things (said, bytes, parent_id, more, many, ratio, span, "Quoted Name") values
      (E'tab\\t line\\n back\\\\slash \\\\N', '\\x00ff', 3, '{"a": null}', '{a,"b,c",null}', 0.1::float8 + 0.2, '1 mon -2 d', 'x'),
      (null, '', 1, null, '{}', 'NaN', null, ''), ('Đặng', null, 2, '[]', null, '-Infinity', '3 h', 'y');
    insert into other_things values (7, 2); update odd_things set other_id = 7 where id = 3`);
  const { number } = await receivedDossier(system);
  for (const bytes of [randomBytes(300_000), Buffer.alloc(0), Buffer.from('một bản chụp')])
    await attachFile(system, number, bytes);
  await writeFile(path.join(system.folder, 'secrets', 'other-secret'), 'secret of the installation');
  await writeFile(path.join(system.folder, 'secrets', 'database-app'), 'made anew');
  await queueJob(system.db, { task: 'letter', payload: { to: 'Nguyễn Thị B' }, key: 'one' });
  await queueJob(system.db, { task: 'letter', payload: { to: 'Đinh Văn A' } });
  await system.superuser.query(`select graphile_worker.add_job('nightly', '{"_cron": {}}');
    update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a worker', attempts = 3 where key = 'one'`);
  backup = (await backUpSystem(system)).path;
  // This release is one migration ahead of the one that made the backup.
  await writeFile(
    path.join(migrations, '9000_next.sql'),
    'create table next_release (id bigint primary key)',
  );
  await restoreTo(place, backup, { migrationsFolder: migrations });
});
afterAll(async () => {
  await place.close();
  await system.close();
});

test('every row of every table is there again, and the schema is brought to this release', async () => {
  const [there, here] = [await rowsOf(system.superuser), new Map(await rowsOf(place.pool))];
  expect(here.get('next_release')).toEqual([]);
  here.delete('next_release');
  const applied = here.get('schema_migrations')?.filter((row) => !row.includes('9000_next'));
  here.set('schema_migrations', applied ?? []);
  expect([...here.keys()]).toEqual([...there.keys()]);
  for (const [table, rows] of there) expect({ table, rows: here.get(table) }).toEqual({ table, rows });
  expect(there.get('history_events')?.length).toBeGreaterThan(100);
});

test('every file is there again, byte by byte, and the secrets that rows are read with', async () => {
  const [there, here] = [path.join(system.folder, 'files'), path.join(place.folder, 'files')];
  const names = await filesUnder(there);
  expect(names).toHaveLength(3);
  expect(await filesUnder(here)).toEqual(names);
  for (const name of names)
    expect((await readFile(path.join(here, name))).equals(await readFile(path.join(there, name)))).toBe(true);
  expect(await filesUnder(path.join(place.folder, 'secrets'))).toEqual(['data-key', 'other-secret']);
  expect(await readFile(path.join(place.folder, 'secrets', 'other-secret'), 'utf8')).toBe(
    'secret of the installation',
  );
});

test('what was not done yet waits in the queue again, held by nobody; the timetable makes its own', async () => {
  const { rows: jobs } = await place.pool.query(`
    select t.identifier as task, j.payload ->> 'to' as to, j.key, j.attempts, j.locked_at as held
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier in ('letter', 'nightly') order by j.id`);
  expect(jobs).toEqual([
    { task: 'letter', to: 'Nguyễn Thị B', key: 'one', attempts: 0, held: null },
    { task: 'letter', to: 'Đinh Văn A', key: null, attempts: 0, held: null },
  ]);
});

describe('what guards the tables is up again', () => {
  const GUARDS = {
    references: `select conname, conrelid::regclass::text, pg_get_constraintdef(oid) as definition, convalidated
      from pg_constraint where connamespace = 'public'::regnamespace order by 2, 1`,
    triggers: `select tgname, tgrelid::regclass::text, tgenabled from pg_trigger where not tgisinternal order by 2, 1`,
    security: `select relname, relrowsecurity, relforcerowsecurity from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'next_release' order by 1`,
    sequences: `select sequencename, last_value from pg_sequences where schemaname = 'public' order by 1`,
  };

  test.each(Object.entries(GUARDS))('%s', async (_name, question) => {
    const [there, here] = [await system.superuser.query(question), await place.pool.query(question)];
    const isOfRelease = (row: object): boolean => !JSON.stringify(row).includes('next_release');
    expect(here.rows.filter(isOfRelease)).toEqual(there.rows);
  });

  test('history cannot be changed', async () => {
    const changing = place.pool.query(`update history_events set kind = 'other'`);
    await expect(changing).rejects.toThrow('history is append-only');
  });

  test('the next row takes the next number', async () => {
    const { rows } = await place.pool.query(
      `insert into odd_things (said) values ('Ế') returning id, folded`,
    );
    expect(rows).toEqual([{ id: '5', folded: 'ế' }]);
  });

  test('views that hold rows hold those of the backup', async () => {
    expect((await place.pool.query('select count from odd_count')).rows).toEqual([{ count: '4' }]);
  });
});

// Two letters, and what tells the applicant.
test('the manifest tells what is inside', async () => {
  const manifest = await readManifest(backup, null);
  expect(manifest).toMatchObject({ format: 2, product: '0.0.0-test', lostFiles: [], jobs: { rows: 3 } });
  expect(manifest.files).toHaveLength(3);
  expect(manifest.migrations.map(({ name }) => name)).toContain('8000_odd.sql');
  expect(manifest.tables.find(({ name }) => name === 'odd_things')?.columns).not.toContain('folded');
});
