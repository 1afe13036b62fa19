import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { createRevisionCache } from '#platform/cache.ts';
import type { Config } from '#platform/config/config.ts';
import { refuseUnfinished } from '#platform/backup/mark.ts';
import { type Connection, connectionOf } from '#platform/database/connection.ts';
import { migrate } from '#platform/database/migrate.ts';
import { reachable } from '#platform/database/reachable.ts';
import { openDatabase, openPool } from '#platform/database/pool.ts';
import { ensureApplicationRole, refuseUnfitRole } from '#platform/database/roles.ts';
import { type EmbeddedServer, joinEmbedded, startEmbedded } from '#platform/embedded/server.ts';
import { queueJob } from '#platform/jobs/queue.ts';
import { migrateQueue } from '#platform/jobs/worker.ts';
import { openLeakedPasswords } from '#platform/leaked-passwords/leaked-passwords.ts';
import type { Log } from '#platform/log/log.ts';
import { openMail } from '#platform/mail/mail.ts';
import { openMessaging } from '#platform/messaging/messaging.ts';
import { openKeyFile } from '#platform/secrets/key-file.ts';
import { openPaymentGateway } from '#platform/payment/open-gateway.ts';
import { vnPost } from '#platform/post/vnpost.ts';
import type { Shutdown } from '#platform/shutdown.ts';
import { openUnitKeys } from '#platform/signing/unit-keys.ts';
import { openWitnessing } from '#platform/signing/witnessing.ts';
import { openFileStore } from '#platform/storage/file-store.ts';
import type { System } from '#platform/system.ts';
import { openUploads } from '#platform/uploads/uploads.ts';
import { openVirusScanner, type VirusScanner } from '#platform/uploads/virus-scan.ts';
import { createWriteGuard, type WriteGuard } from '#foundation/log/guard.ts';
import { refuseOtherKeys } from './keys/guard.ts';
import { signerOptions } from './log-keeper.ts';
import { preparations } from './preparations/preparations.ts';
import { secretOf } from './secrets.ts';

/** A running system and the owner's pool, which only migrations and the queue's bookkeeping use. */
export type Booted = {
  readonly system: System;
  readonly ownerPool: pg.Pool;
  readonly owner: Connection;
  /** The application's own connections. */
  readonly pool: pg.Pool;
  /** Stops writing while the log or the clock is not as it must be. */
  readonly guard: WriteGuard;
};

export type BootOptions = {
  readonly config: Config;
  readonly log: Log;
  readonly shutdown: Shutdown;
  /** `start` owns the embedded server; a command beside a running one joins it. */
  readonly server: 'start' | 'join';
  readonly onLost: (reason: Error) => void;
};

const ROOT = rootFolder();

const KEYS_MADE =
  'Đã tạo khóa mã hóa dữ liệu (secrets/data-key). Hãy chép tệp này ra nơi khác và cất kỹ: mất khóa thì không đọc được số giấy tờ và bản quét.';

/** Opens the database (embedded or given), brings it to this release, and makes everything a process needs. */
export async function boot(options: BootOptions): Promise<Booted> {
  const { config, log, shutdown } = options;
  const owner = await openOwner(options);
  await refuseUnfinished(owner);
  const application = await openApplicationRole(config, owner);
  const ownerPool = quietPool(openPool(owner, 6), log);
  shutdown.add({ name: 'kết nối chủ sở hữu', close: () => ownerPool.end() });
  await migrateQueue(ownerPool, log);
  await refuseOtherKeys(owner, config.secretsFolder);
  const { secrets, made } = openKeyFile(config.secretsFolder);
  if (made) log.info({}, KEYS_MADE);
  const applied = await migrate(owner, path.join(ROOT, 'migrations'), {
    preparations: preparations(secrets),
    tell: (sentence) => log.info({}, sentence),
  });
  if (applied.length > 0)
    log.info({ count: applied.length }, `Đã nâng cấp cơ sở dữ liệu (${applied.length} bước)`);
  const pool = quietPool(openPool(application, config.role === 'worker' ? 6 : 16), log);
  shutdown.add({ name: 'kết nối cơ sở dữ liệu', close: () => pool.end() });
  const db = openDatabase(pool);
  // What an earlier release kept in clear is encrypted in the background; without any, that is done at once.
  if (applied.length > 0) await queueJob(db, { task: 'reseal', payload: {}, key: 'reseal' });
  const files = await openFileStore(config.filesFolder, secrets.fileKeys);
  const guard = createWriteGuard();
  return {
    ownerPool,
    owner,
    pool,
    guard,
    system: {
      db,
      files,
      uploads: openUploads({ files, log, scanner: scannerOf(config) }),
      mail: openMail({ smtpUrl: config.smtpUrl, from: config.mailFrom, mailboxFolder: config.mailboxFolder }),
      messaging: openMessaging({
        ...config.messaging,
        publicUrl: config.publicUrl,
        phoneFolder: config.phoneFolder,
      }),
      payments: openPaymentGateway({
        provider: config.payment,
        publicUrl: config.publicUrl,
        simulate: config.mode !== 'production',
      }),
      post: config.post === null ? null : vnPost(config.post),
      log,
      cache: createRevisionCache(),
      clock: () => new Date(),
      publicUrl: config.publicUrl,
      readOnly: guard.reason,
      secrets,
      unitKeys: openUnitKeys(signerOptions(config)),
      witnessing: openWitnessing(signerOptions(config)),
      leakedPasswords: await openLeakedPasswords(config.leakedPasswordsFile),
    },
  };
}

function scannerOf({ clamav, clamavPatience }: Config): VirusScanner | undefined {
  return clamav === undefined ? undefined : openVirusScanner({ address: clamav, patience: clamavPatience });
}

/** Opens the server: the embedded one, or the one of DATABASE_URL. */
export async function openOwner({ config, log, shutdown, server, onLost }: BootOptions): Promise<Connection> {
  if (config.databaseUrl !== undefined) return reachable(connectionOf(config.databaseUrl), 'DATABASE_URL');
  const open = server === 'start' ? startEmbedded : joinEmbedded;
  const embedded: EmbeddedServer = await open({
    folder: config.databaseFolder,
    durable: true,
    onLine: (line) => log.info({}, line),
    onLost,
  });
  shutdown.add({ name: 'cơ sở dữ liệu', close: embedded.stop, limit: 60_000 });
  return embedded.connection;
}

/** The restricted login: given by DATABASE_APP_URL, else made by the owner with a secret of this installation. */
export async function openApplicationRole(config: Config, owner: Connection): Promise<Connection> {
  if (config.databaseAppUrl !== undefined) {
    const given = await reachable(connectionOf(config.databaseAppUrl), 'DATABASE_APP_URL');
    await refuseUnfitRole(given);
    return given;
  }
  return ensureApplicationRole(owner, await secretOf(config.dataFolder, 'database-app'));
}

/** An idle connection that breaks (the server restarts) is replaced by the pool; it only needs to be told. */
function quietPool(pool: pg.Pool, log: Log): pg.Pool {
  pool.on('error', (error) => log.warn({ error }, 'Mất một kết nối cơ sở dữ liệu đang rỗi'));
  pool.on('connect', (client) =>
    client.on('error', (error) => log.warn({ error }, 'Mất một kết nối cơ sở dữ liệu')),
  );
  return pool;
}

/** The installation's folder: beside `dist` when bundled, above `src` when run from source. */
function rootFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  return path.basename(here) === 'dist' ? path.dirname(here) : path.resolve(here, '../..');
}

/** Absolute path of something that ships with the product. */
export function shippedPath(...parts: readonly string[]): string {
  return path.join(ROOT, ...parts);
}
