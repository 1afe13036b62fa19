import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { Refusal } from '#kernel/refusal.ts';
import { reached } from '#platform/points.ts';
import type { Connection } from './connection.ts';
import { PATIENCE, type Patience, type Tell, withBoundedLocks } from './migrate-locks.ts';
import { stopOlderPrograms } from './migrate-stop.ts';

/** Any number; two processes that migrate the same database wait for each other on it. */
const MIGRATION_LOCK = 7_205_201;

/** Work that SQL cannot do, such as sealing with a key: done in the transaction of a migration, before its statements. */
export type Preparation = (client: pg.Client) => Promise<void>;

export type MigrateOptions = {
  /** Names of the files that may be applied; absent: all. */
  readonly only?: ReadonlySet<string>;
  /** By the name of the file. */
  readonly preparations?: Readonly<Record<string, Preparation>>;
  /** Told what the upgrade waits for; nobody when absent. */
  readonly tell?: Tell;
  readonly patience?: Patience;
};

export type Migration = {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
  /** Its statements run one by one, each by itself, and may be run again (`create index concurrently`). */
  readonly isOutside: boolean;
  /** Why programs of earlier releases cannot work beside it; null when they can. */
  readonly stopsOlder: string | null;
};

type Upgrade = Required<Omit<MigrateOptions, 'only'>> & {
  readonly client: pg.Client;
  readonly owner: Connection;
};

/**
 * Applies the SQL files of a folder, in the order of their names, each in its own transaction, as the owner of
 * the schema. Returns the names applied now. Throws when a file that was applied before has changed or is missing,
 * or when the database knows migrations that this release does not (an older program on a newer database). Locks are
 * waited for briefly and again; before a step that older programs cannot work with, those are told to stop.
 */
export async function migrate(
  owner: Connection,
  folder: string,
  { only, preparations = {}, tell = () => undefined, patience = PATIENCE }: MigrateOptions = {},
): Promise<readonly string[]> {
  const client = new pg.Client({ ...owner, application_name: 'motcua migrate' });
  await client.connect();
  try {
    await waitForOthers(client, tell);
    const files = await readMigrations(folder);
    const applied = await readApplied(client);
    assertUnchanged(files, applied);
    const wanted = files.filter((file) => only === undefined || only.has(file.name));
    const pending = wanted.filter((file) => !applied.has(file.name));
    if (pending.some(({ stopsOlder }) => stopsOlder !== null)) await stopOlderPrograms(client, tell);
    for (const migration of pending) await apply(migration, { client, owner, preparations, tell, patience });
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

async function waitForOthers(client: pg.Client, tell: Tell): Promise<void> {
  const { rows } = await client.query<{ isFree: boolean }>('select pg_try_advisory_lock($1) as "isFree"', [
    MIGRATION_LOCK,
  ]);
  if (rows[0]?.isFree) return;
  tell('Một tiến trình khác đang nâng cấp cơ sở dữ liệu này; chờ nó xong…');
  await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
}

/** The SQL files of a folder, in the order of their names. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, name), 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex'), ...headOf(sql) };
    }),
  );
}

/** What the comments at the beginning of a file say of it. */
function headOf(sql: string): Pick<Migration, 'isOutside' | 'stopsOlder'> {
  const [head = ''] = /^(?:--.*\n)*/.exec(sql) ?? [];
  return {
    isOutside: /^-- outside a transaction/m.test(head),
    stopsOlder: /^-- stops older programs: (.+)$/m.exec(head)?.[1] ?? null,
  };
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

async function apply(migration: Migration, upgrade: Upgrade): Promise<void> {
  const { name } = migration;
  try {
    if (migration.isOutside) return await applyOutside(migration, upgrade.client);
    await withBoundedLocks({ ...upgrade, name }, async () => applyInside(migration, upgrade));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Error(`Không áp dụng được bước nâng cấp ${name}.`, { cause: error });
  }
}

async function applyInside(migration: Migration, { client, preparations }: Upgrade): Promise<void> {
  await client.query('begin');
  try {
    await preparations[migration.name]?.(client);
    await client.query(migration.sql);
    await noteApplied(client, migration);
    reached('migration-applied');
    await client.query('commit');
    reached('migration-committed');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** An index that is built beside running writes waits for them without standing in anybody's way. */
async function applyOutside(migration: Migration, client: pg.Client): Promise<void> {
  await client.query('set lock_timeout = 0');
  for (const statement of migration.sql.split(/;\s*$/m)) await client.query(statement);
  await noteApplied(client, migration);
}

async function noteApplied(client: pg.Client, { name, hash, stopsOlder }: Migration): Promise<void> {
  await client.query('insert into schema_migrations (name, hash) values ($1, $2)', [name, hash]);
  if (stopsOlder === null) return;
  // Programs that were made before there was such a table do not look into it.
  const { rows } = await client.query<{ stops: string | null }>(
    `select to_regclass('schema_stops')::text as stops`,
  );
  if (rows[0]?.stops) await client.query('insert into schema_stops (name) values ($1)', [name]);
}
