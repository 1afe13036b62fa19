import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { reached } from '#platform/points.ts';
import type { Connection } from './connection.ts';

/** Any number; two processes that migrate the same database wait for each other on it. */
const MIGRATION_LOCK = 7_205_201;

type Migration = { readonly name: string; readonly sql: string; readonly hash: string };

/**
 * Applies the SQL files of a folder, in the order of their names, each in its own transaction, as the owner of
 * the schema, only those named in `only` when it is given. Returns the names applied now. Throws when a file that was applied before has changed or is missing,
 * or when the database knows migrations that this release does not (an older program on a newer database).
 */
export async function migrate(
  owner: Connection,
  folder: string,
  only?: ReadonlySet<string>,
): Promise<readonly string[]> {
  const client = new pg.Client({ ...owner, application_name: 'motcua migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const files = await readMigrations(folder);
    const applied = await readApplied(client);
    assertUnchanged(files, applied);
    const wanted = files.filter((file) => only === undefined || only.has(file.name));
    const pending = wanted.filter((file) => !applied.has(file.name));
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/** The SQL files of a folder, in the order of their names. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, name), 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function readApplied(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  await client.query(`create table if not exists schema_migrations (
    name text primary key, hash text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from schema_migrations',
  );
  return new Map(rows.map((row) => [row.name, row.hash]));
}

function assertUnchanged(files: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const known = new Map(files.map((file) => [file.name, file.hash]));
  for (const [name, hash] of applied) {
    if (!known.has(name)) {
      throw new Error(
        `Cơ sở dữ liệu đã có bước nâng cấp ${name} mà bản phần mềm này không biết. Hãy chạy bản mới hơn.`,
      );
    }
    if (known.get(name) !== hash) throw new Error(`Tệp nâng cấp ${name} đã bị sửa sau khi áp dụng.`);
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into schema_migrations (name, hash) values ($1, $2)', [
      migration.name,
      migration.hash,
    ]);
    reached('migration-applied');
    await client.query('commit');
    reached('migration-committed');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Không áp dụng được bước nâng cấp ${migration.name}.`, { cause: error });
  }
}
