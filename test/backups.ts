import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { FILE_COLUMNS } from '#app/backups/schema.ts';
import { readLogRoot } from '#app/backups/store.ts';
import { preparations } from '#app/preparations/preparations.ts';
import { type BackupOutcome, type BackupRequest, makeBackup } from '#platform/backup/make.ts';
import { restoreBackup, type RestoreOutcome, type RestoreRequest } from '#platform/backup/restore.ts';
import type { Connection } from '#platform/database/connection.ts';
import type { TestSystem } from './database.ts';
import { createDatabase } from './server.ts';
import { silentLog } from './silent-log.ts';

/** The superuser's way to the database of a test system. */
export async function connectionOfSystem({ superuser }: TestSystem): Promise<Connection> {
  const { user = '', host = '', port = 5432 } = superuser.options;
  const { rows } = await superuser.query<{ name: string }>('select current_database() as name');
  return { user, host, port, database: rows[0]?.name ?? '' };
}

/** Puts a file into the store and straight into a dossier: which papers it takes is not what is tested here. */
export async function attachFile(system: TestSystem, number: string, bytes: Uint8Array): Promise<string> {
  const { hash, size } = await system.files.put(bytes);
  await system.superuser.query(
    `insert into dossier_files (dossier_id, purpose, name, media_type, size, hash, added_by, added_at)
     select id, 'other', 'scan.pdf', 'application/pdf', $3, $2, received_by, received_at from dossiers where number = $1`,
    [number, hash, size],
  );
  return hash;
}

/** Backs a test system up into its folder. */
export async function backUpSystem(
  system: TestSystem,
  change: Partial<BackupRequest> = {},
): Promise<BackupOutcome> {
  return makeBackup({
    owner: await connectionOfSystem(system),
    filesFolder: path.join(system.folder, 'files'),
    secretsFolder: path.join(system.folder, 'secrets'),
    fileColumns: FILE_COLUMNS,
    readLog: readLogRoot,
    product: '0.0.0-test',
    shelf: path.join(system.folder, 'backups'),
    key: null,
    keep: null,
    isIncremental: true,
    now: system.clock(),
    onLine: () => undefined,
    ...change,
  });
}

/** An empty database and an empty folder. */
export type EmptyPlace = {
  readonly owner: Connection;
  readonly folder: string;
  /** Asks the database of the place. */
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
};

/** With the keys of the data in it, as an operator puts them there: a backup that is not encrypted has none. */
export async function openEmptyPlace(system: TestSystem): Promise<EmptyPlace> {
  const name = `place_${randomBytes(6).toString('hex')}`;
  const owner = await createDatabase(await connectionOfSystem(system), name);
  const folder = await mkdtemp(path.join(tmpdir(), 'motcua-place-'));
  const pool = new pg.Pool({ ...owner, max: 2 });
  await mkdir(path.join(folder, 'secrets'));
  await copyFile(path.join(system.folder, 'secrets', 'data-key'), path.join(folder, 'secrets', 'data-key'));
  return {
    owner,
    folder,
    pool,
    close: async () => {
      await pool.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function restoreTo(
  { owner, folder }: Pick<EmptyPlace, 'owner' | 'folder'>,
  backup: string,
  change: Partial<RestoreRequest> = {},
): Promise<RestoreOutcome> {
  return restoreBackup({
    folder: backup,
    key: null,
    target: {
      owner,
      prepareRole: async () => undefined,
      folders: { files: path.join(folder, 'files'), secrets: path.join(folder, 'secrets') },
    },
    migrationsFolder: path.resolve('migrations'),
    keyFile: path.join(folder, 'secrets', 'data-key'),
    preparations,
    readLog: readLogRoot,
    log: silentLog,
    onLine: () => undefined,
    ...change,
  });
}

/** Every row of every table as text, by the table's name. Rows are in the order of their text. */
export async function rowsOf(pool: pg.Pool): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I', relname) as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`,
  );
  const found = new Map<string, readonly string[]>();
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(
      `select t::text as row from ${name} t order by t::text collate "C"`,
    );
    found.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return found;
}

/** Paths of all files in a folder, inside it. */
export async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
    .sort();
}
