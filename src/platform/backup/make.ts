import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Refusal, refuse } from '#kernel/refusal.ts';
import type { Connection } from '#platform/database/connection.ts';
import { reached } from '#platform/points.ts';
import { readMigrationsApplied, readSequences, readTables, type Table, tableForCopy } from './catalog.ts';
import { readKeyFile, KEY_FILE } from '#platform/secrets/key-file.ts';
import { keyFileIn, secretsOf } from './data-keys.ts';
import type { BackupKey } from './key.ts';
import {
  type LostFile,
  type Manifest,
  partsOf,
  readManifest,
  type TablePart,
  writeManifest,
} from './manifest.ts';
import { ending, type Shelved, writePart } from './part.ts';
import { copyOut, countOf, inSession, quoted, type Session } from './session.ts';
import { beginBackup, finishBackup, listBackups, removeTree, rotate } from './shelf.ts';
import { backUpFiles, type Earlier } from './stored-files.ts';
import { WAITING_JOBS } from './waiting-jobs.ts';

/** Size and root of the log as text, read in the same snapshot; null where there is no log. */
export type ReadLog = (session: Session) => Promise<string | null>;

export type BackupRequest = {
  /** The owner of the tables; reads all rows. */
  readonly owner: Connection;
  readonly filesFolder: string;
  readonly secretsFolder: string;
  /** Columns that name stored files by their hash. */
  readonly fileColumns: readonly { readonly table: string; readonly column: string }[];
  readonly readLog: ReadLog;
  /** Release of the product. */
  readonly product: string;
  /** Folder in which backups stand beside each other. */
  readonly shelf: string;
  readonly key: BackupKey | null;
  /** How many stay; null: all of them. */
  readonly keep: number | null;
  /** Take unchanged files over from the backup before. False after a backup was found damaged. */
  readonly isIncremental: boolean;
  readonly now: Date;
  readonly onLine: (line: string) => void;
};

export type BackupOutcome = {
  readonly path: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  /** Files that the backup before did not have. */
  readonly filesWritten: number;
  /** As it lies there, in bytes. */
  readonly bytes: number;
  readonly lostFiles: readonly LostFile[];
  /** Whether the keys of its data are in it: only when it is encrypted itself. */
  readonly hasDataKeys: boolean;
  /** Backups that were thrown away for it. */
  readonly rotated: readonly string[];
};

/** Secrets that a restored place makes for itself, and the one that must never lie beside what it opens. The keys of the
 * data go with an encrypted backup only. */
const LEFT_OUT = new Set(['database-app', 'backup-key']);

/**
 * Makes a backup of a running system: all rows of one instant, every stored file, the secrets without which the rows cannot
 * be read. It has its name only when all of it is on disk; whatever fails leaves nothing behind. Refuses when another
 * backup is under way, when rows are hidden from the owner, and when the disk is full.
 */
export async function makeBackup(request: BackupRequest): Promise<BackupOutcome> {
  return inSession(request.owner, async (session) => {
    const earlier = request.isIncremental ? await earlierOf(request) : null;
    const folder = await beginBackup(request.shelf);
    try {
      const shelved = { folder, key: request.key };
      const { manifest, written } = await fill(session, { request, shelved, earlier });
      await writeManifest(folder, request.key, manifest);
      reached('backup-written');
      const path = await finishBackup(folder, request.now);
      const isWhole = manifest.lostFiles.length === 0;
      // An older backup may still hold what is lost now.
      const rotated = request.keep !== null && isWhole ? await rotate(request.shelf, request.keep) : [];
      return { ...sums(manifest), path, filesWritten: written, rotated };
    } catch (error) {
      await removeTree(folder);
      throw toldWhenFull(error, request.shelf);
    }
  });
}

type Filling = {
  readonly request: BackupRequest;
  readonly shelved: Shelved;
  readonly earlier: Earlier | null;
};

async function fill(
  session: Session,
  { request, shelved, earlier }: Filling,
): Promise<{ readonly manifest: Manifest; readonly written: number }> {
  const known = await readTables(session);
  await session.query('begin isolation level repeatable read read only');
  // Locked before the first look: nobody changes a table between the list of them and their rows.
  for (const { schema, name } of known)
    await session.query(`lock table only ${quoted(schema, name)} in access share mode`);
  const database = await fillDatabase(session, shelved, request);
  const named = await namedFiles(session, request.fileColumns);
  await session.query('commit');
  // After the rows and before the files: whatever seals a file while they are copied is at hand.
  const ring = await readKeyFile(keyFileIn(request.secretsFolder));
  const files = await backUpFiles({
    shelved,
    store: request.filesFolder,
    keys: secretsOf(ring).fileKeys,
    named,
    earlier,
    onCount: every(500, (count) => request.onLine(`Đã sao lưu ${count} tệp…`)),
  });
  return {
    written: files.written,
    manifest: {
      format: 2,
      product: request.product,
      madeAt: request.now.toISOString(),
      ...database,
      files: [...files.parts],
      secrets: await backUpSecrets(shelved, request.secretsFolder),
      ...(ring === null ? {} : { dataKeys: ring.keys.map(({ id }) => id) }),
      lostFiles: [...files.lost],
    },
  };
}

async function fillDatabase(session: Session, shelved: Shelved, { readLog, onLine }: BackupRequest) {
  await refuseHiddenRows(session);
  const tables: TablePart[] = [];
  for (const table of await readTables(session)) {
    const part = await backUpTable(session, shelved, table);
    reached('backup-table');
    if (part.rows > 100_000) onLine(`Đã sao lưu bảng ${table.name}: ${part.rows} dòng…`);
    tables.push(part);
  }
  const waiting = copyOut(session, WAITING_JOBS);
  const jobs = await writePart(shelved, `database/waiting-jobs${ending(shelved.key)}`, waiting);
  const { rows } = await session.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  return {
    postgres: rows[0]?.version ?? '',
    migrations: [...(await readMigrationsApplied(session))],
    tables,
    jobs: { rows: await countOf(session, waiting), ...jobs },
    log: await readLog(session),
    // Not of the snapshot but later, so never behind a row of it.
    sequences: [...(await readSequences(session))],
  };
}

async function backUpTable(session: Session, shelved: Shelved, table: Table): Promise<TablePart> {
  const rows = copyOut(session, tableForCopy(table));
  const path = `database/${table.schema}.${table.name}${ending(shelved.key)}`;
  const part = await writePart(shelved, path, rows);
  return {
    schema: table.schema,
    name: table.name,
    columns: [...table.columns],
    rows: await countOf(session, rows),
    ...part,
  };
}

/** A backup without the rows of somebody is none: every table that is guarded has a policy that shows its owner all. */
async function refuseHiddenRows(session: Session): Promise<void> {
  const { rows } = await session.query<{ role: string; tables: string }>(`
    select current_user as role, string_agg(c.relname, ', ' order by c.relname) as tables
    from pg_class c where c.relkind = 'r' and row_security_active(c.oid) and (
      exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive and exists (
        select from unnest(p.polroles) r where r = 0 or pg_has_role(current_user, r, 'usage')))
      or not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd in ('*', 'r')
        and pg_get_expr(p.polqual, p.polrelid) = 'true' and current_user::regrole = any (p.polroles)))
    having count(*) > 0`);
  const [found] = rows;
  if (found === undefined) return;
  refuse(
    'forbidden',
    `Tài khoản ${found.role} không được đọc mọi dòng của các bảng: ${found.tables}. Hãy chạy bằng tài khoản quản trị máy chủ: alter role ${found.role} bypassrls.`,
  );
}

async function namedFiles(
  session: Session,
  columns: BackupRequest['fileColumns'],
): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  for (const { table, column } of columns) {
    const { rows } = await session.query<{ hash: string }>(
      `select distinct ${quoted(column)} as hash from ${quoted(table)} where ${quoted(column)} is not null`,
    );
    for (const { hash } of rows) named.add(hash);
  }
  return named;
}

async function backUpSecrets(shelved: Shelved, folder: string): Promise<Manifest['secrets']> {
  const leftOut = shelved.key === null ? new Set([...LEFT_OUT, KEY_FILE]) : LEFT_OUT;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []); // None was made yet.
  const names = entries.filter((entry) => entry.isFile() && !leftOut.has(entry.name)).map(({ name }) => name);
  const secrets: Manifest['secrets'] = [];
  for (const name of names.sort()) {
    const source = Readable.from([await readFile(join(folder, name))]);
    secrets.push({ name, ...(await writePart(shelved, `secrets/${name}${ending(shelved.key)}`, source)) });
  }
  return secrets;
}

/** The newest backup that the same key opens; one that cannot be read is no source. */
async function earlierOf({ shelf, key }: BackupRequest): Promise<Earlier | null> {
  const [folder] = await listBackups(shelf);
  if (folder === undefined) return null;
  try {
    return { folder, manifest: await readManifest(folder, key) };
  } catch {
    return null; // Another key, none, or damaged: everything is then written anew.
  }
}

function sums(manifest: Manifest): Omit<BackupOutcome, 'path' | 'filesWritten' | 'rotated'> {
  return {
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    files: manifest.files.length,
    bytes: partsOf(manifest).reduce((sum, { stored }) => sum + stored.bytes, 0),
    hasDataKeys: manifest.secrets.some(({ name }) => name === KEY_FILE),
    lostFiles: manifest.lostFiles,
  };
}

/** The error, or a refusal in its place when there is no room. */
function toldWhenFull(error: unknown, shelf: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  return new Refusal(
    'conflict',
    `Đĩa chứa ${shelf} đã đầy nên chưa sao lưu được; các bản cũ còn nguyên. Hãy dọn đĩa, hoặc đặt MOTCUA_BACKUP_DIR ở đĩa khác.`,
  );
}

function every(step: number, tell: (count: number) => void): (count: number) => void {
  return (count) => {
    if (count % step === 0) tell(count);
  };
}
