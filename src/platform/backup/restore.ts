import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { refuse } from '#kernel/refusal.ts';
import type { Connection } from '#platform/database/connection.ts';
import { migrate, type Preparation, readMigrations } from '#platform/database/migrate.ts';
import { migrateQueue } from '#platform/jobs/worker.ts';
import type { Log } from '#platform/log/log.ts';
import { openKeyFile, readKeyFile } from '#platform/secrets/key-file.ts';
import { type Keyring, renderKeyring } from '#platform/secrets/keyring.ts';
import type { FileKeys, Secrets } from '#platform/secrets/secrets.ts';
import { type FileStore, openFileStore } from '#platform/storage/file-store.ts';
import { openingWhole } from '#platform/storage/sealed-file.ts';
import { keyFileIn, keysFor, secretsOf } from './data-keys.ts';
import { countRelations, readMigrationsApplied } from './catalog.ts';
import type { BackupKey } from './key.ts';
import { loadDatabase } from './load.ts';
import { isMarked, markUnfinished } from './mark.ts';
import type { ReadLog } from './make.ts';
import { type Manifest, type Part, readManifest, type StoredFilePart, storeName } from './manifest.ts';
import { problemInside, readPart, type Shelved } from './part.ts';
import { refuseDamaged } from './seal.ts';
import { inSession, type Session } from './session.ts';
import { hashesIn } from './stored-files.ts';
import { problemsOutside } from './verify.ts';

/** Where a backup is restored to. `folders` null: files are only read and proven, for a drill. */
export type RestoreTarget = {
  readonly owner: Connection;
  /** Makes the application's role, to which the migrations grant. */
  readonly prepareRole: () => Promise<unknown>;
  readonly folders: { readonly files: string; readonly secrets: string } | null;
};

export type RestoreRequest = {
  readonly folder: string;
  readonly key: BackupKey | null;
  readonly target: RestoreTarget;
  /** Where the keys of the data are looked for when the backup has none. */
  readonly keyFile: string;
  readonly migrationsFolder: string;
  /** What migrations need done with the keys of the data. */
  readonly preparations: (secrets: Secrets) => Readonly<Record<string, Preparation>>;
  readonly readLog: ReadLog;
  readonly log: Log;
  readonly onLine: (line: string) => void;
};

export type RestoreOutcome = {
  readonly manifest: Manifest;
  /** Migrations of this release that the backup did not have yet. */
  readonly migrated: readonly string[];
};

/**
 * Restores a backup into an empty place and proves it, table by table and file by file. Refuses, before anything is written,
 * a backup with any part missing or changed, another key, a place that holds something, and a backup of a later release.
 * A restore that is cut leaves a mark, by which the place refuses to be a system and may be restored into again.
 */
export async function restoreBackup(request: RestoreRequest): Promise<RestoreOutcome> {
  const { folder, key, target, onLine } = request;
  onLine('Đang kiểm tra bản sao lưu…');
  const manifest = await readManifest(folder, key);
  await refuseDamagedBackup(folder, manifest);
  const migrations = await knownMigrations(request.migrationsFolder, manifest);
  const ring = await keysFor({ folder, key }, manifest, request.keyFile);
  const secrets = secretsOf(ring);
  await inSession(target.owner, async (session) => {
    await refuseOccupied(session, request, manifest);
    await markUnfinished(session, basename(folder));
    await prepareSchema(request, migrations);
    onLine('Đang phục hồi tệp…');
    await restoreFiles(request, manifest, secrets.fileKeys);
    if (ring !== null) await keepKeys(request, ring);
    onLine('Đang phục hồi cơ sở dữ liệu…');
    await loadDatabase(session, { shelved: { folder, key }, manifest, readLog: request.readLog, onLine });
  });
  const preparations = request.preparations(ring === null ? ownSecrets(request) : secrets);
  return { manifest, migrated: await migrate(target.owner, request.migrationsFolder, { preparations }) };
}

async function refuseDamagedBackup(folder: string, manifest: Manifest): Promise<void> {
  const problems = await problemsOutside(folder, manifest);
  if (problems.length === 0) return;
  refuse(
    'conflict',
    `Bản sao lưu này hỏng, chưa phục hồi gì:\n${problems.map((line) => `  ${line}`).join('\n')}\nHãy dùng bản sao lưu khác hoặc một bản chép khác của nó.`,
  );
}

/** The migrations that the backup had. Refuses those that this release does not know. */
async function knownMigrations(migrationsFolder: string, manifest: Manifest): Promise<ReadonlySet<string>> {
  const known = new Map((await readMigrations(migrationsFolder)).map(({ name, hash }) => [name, hash]));
  const unknown = manifest.migrations.filter(({ name, hash }) => known.get(name) !== hash);
  if (unknown.length > 0)
    refuse(
      'conflict',
      `Bản phần mềm này không biết bước nâng cấp ${unknown.map(({ name }) => name).join(', ')} của bản sao lưu (do Một Cửa ${manifest.product} tạo ra). Hãy phục hồi bằng bản phần mềm đó hoặc bản mới hơn.`,
    );
  return new Set(manifest.migrations.map(({ name }) => name));
}

async function refuseOccupied(
  session: Session,
  { target }: RestoreRequest,
  manifest: Manifest,
): Promise<void> {
  if (await isMarked(session)) return refuseOtherAttempt(session, manifest);
  if ((await countRelations(session)) > 0)
    refuse(
      'conflict',
      `Cơ sở dữ liệu đích (${target.owner.database}) đã có dữ liệu; chỉ phục hồi vào nơi trống. Hãy tạo cơ sở dữ liệu mới, hoặc chỉ thư mục trống bằng --data.`,
    );
  if (target.folders === null) return;
  const { files, secrets } = target.folders;
  if ((await hashesIn(files)).length > 0)
    refuse(
      'conflict',
      `Thư mục ${files} đã có tệp; chỉ phục hồi vào nơi trống. Hãy chỉ thư mục trống bằng --data.`,
    );
  for (const { name } of manifest.secrets) await refuseOtherSecret(join(secrets, name));
}

/** The migrations of the attempt before stay; they must be a part of those to come. */
async function refuseOtherAttempt(session: Session, manifest: Manifest): Promise<void> {
  const { rows } = await session.query<{ found: string | null }>(
    "select to_regclass('schema_migrations')::text as found",
  );
  if ((rows[0]?.found ?? null) === null) return;
  const wanted = new Set(manifest.migrations.map(({ name }) => name));
  const applied = await readMigrationsApplied(session);
  if (applied.every(({ name }) => wanted.has(name))) return;
  refuse(
    'conflict',
    'Nơi này đang dở một lần phục hồi từ bản sao lưu mới hơn. Hãy phục hồi lại bản đó, hoặc xóa cơ sở dữ liệu này rồi phục hồi vào nơi trống.',
  );
}

async function refuseOtherSecret(path: string): Promise<void> {
  const found = await readFile(path).catch(() => null);
  if (found !== null)
    refuse('conflict', `Đã có ${path}. Hãy chuyển tệp này đi, hoặc chỉ thư mục trống bằng --data.`);
}

async function prepareSchema(
  { target, migrationsFolder, log }: RestoreRequest,
  migrations: ReadonlySet<string>,
): Promise<void> {
  await target.prepareRole();
  const pool = new pg.Pool({ ...target.owner, max: 2 });
  pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
  await migrateQueue(pool, log).finally(async () => pool.end());
  await migrate(target.owner, migrationsFolder, { only: migrations });
}

async function restoreFiles(
  { folder, key, target, onLine }: RestoreRequest,
  manifest: Manifest,
  keys: FileKeys,
): Promise<void> {
  const shelved = { folder, key };
  const store = target.folders === null ? null : await openFileStore(target.folders.files, keys);
  for (const [index, part] of manifest.files.entries()) {
    await (store === null ? proveFile(shelved, part, keys) : restoreFile(shelved, part, store));
    if (index > 0 && index % 500 === 0) onLine(`Đã phục hồi ${index}/${manifest.files.length} tệp…`);
  }
  for (const secret of manifest.secrets) {
    if (target.folders === null) await provePart(shelved, secret);
    else await restoreSecret(shelved, secret, target.folders.secrets);
  }
}

async function provePart(shelved: Shelved, part: Part): Promise<void> {
  const problem = await problemInside(shelved, part);
  if (problem !== null) refuse('conflict', problem);
}

/** Reads a stored file through both of its encryptions: it must be what it is named by. */
async function proveFile(shelved: Shelved, part: StoredFilePart, keys: FileKeys): Promise<void> {
  await provePart(shelved, part);
  if (part.dataKey === undefined) return;
  const [bytes, digest] = [new PassThrough(), createHash('sha256')];
  await Promise.all([
    pipeline(bytes, openingWhole(keys, storeName(part)), digest),
    readPart(shelved, part, bytes),
  ]);
  if (digest.digest('hex') !== storeName(part)) refuseDamaged(part.path);
}

async function restoreFile(shelved: Shelved, part: StoredFilePart, store: FileStore): Promise<void> {
  const bytes = new PassThrough();
  const [name, reading] = [storeName(part), readPart(shelved, part, bytes)];
  if (part.dataKey !== undefined) {
    await Promise.all([store.putBack(name, bytes), reading]);
    return;
  }
  const [kept] = await Promise.all([store.put(bytes), reading]);
  if (kept.hash !== name) throw new Error(`The store kept ${kept.hash} for ${name}.`);
}

/** The keys stay where the restored place looks for them. */
async function keepKeys({ target }: RestoreRequest, ring: Keyring): Promise<void> {
  if (target.folders === null) return;
  const path = keyFileIn(target.folders.secrets);
  if ((await readKeyFile(path)) !== null) return;
  await mkdir(target.folders.secrets, { recursive: true, mode: 0o700 });
  await writeFile(path, renderKeyring(ring), { mode: 0o600, flush: true });
}

/** A backup of before anything was sealed brings no keys: the place makes its own, and a drill needs none that last. */
function ownSecrets({ target }: RestoreRequest): Secrets {
  return target.folders === null ? secretsOf(null) : openKeyFile(target.folders.secrets).secrets;
}

async function restoreSecret(
  shelved: Shelved,
  secret: Manifest['secrets'][number],
  folder: string,
): Promise<void> {
  const bytes = new PassThrough();
  const [content] = await Promise.all([buffer(bytes), readPart(shelved, secret, bytes)]);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, secret.name), content, { mode: 0o600, flush: true });
}
