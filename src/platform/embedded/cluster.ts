import { randomBytes } from 'node:crypto';
import { chown, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { refuse } from '#kernel/refusal.ts';
import { exists } from './files.ts';
import type { Place } from './place.ts';
import { run } from './run.ts';

/** The superuser of the embedded server. */
export const ownerName = 'motcua';

/** Name of the database, encoded in UTF-8, sorted and cased by the rules of Unicode. */
export const databaseName = 'motcua';

/** Refuses a data folder of another major version: PostgreSQL does not read it, and only an export carries it over. */
export async function refuseOtherMajor(place: Place, version: string): Promise<void> {
  const file = join(place.cluster, 'PG_VERSION');
  if (!(await exists(file))) return;
  const [found, ours] = [(await readFile(file, 'utf8')).trim(), version.split('.')[0]];
  if (found === ours) return;
  refuse(
    'conflict',
    `Dữ liệu ở ${place.cluster} thuộc PostgreSQL ${found}, còn bản này dùng PostgreSQL ${ours}. ` +
      `Hãy sao lưu bằng bản Một Cửa cũ (motcua backup), rồi phục hồi vào một thư mục MOTCUA_DATA mới (motcua restore).`,
  );
}

/** Makes the data folder when there is none. One left half-made by a crash is made again. */
export async function ensureCluster(
  place: Place,
  programs: string,
  durable: boolean,
): Promise<'found' | 'made'> {
  if (await exists(join(place.cluster, 'PG_VERSION'))) return 'found';
  const unfinished = `${place.cluster}.new`;
  await rm(unfinished, { recursive: true, force: true });
  const outcome = await run({
    file: join(programs, 'initdb'),
    args: [...initArguments(unfinished, durable), ...(await passwordArguments(place))],
    account: place.account,
    log: join(place.root, 'initdb.log'),
    cwd: place.root,
  });
  if (outcome.code !== 0) {
    refuse('conflict', `Không tạo được cơ sở dữ liệu ở ${place.cluster}:\n${outcome.output.trim()}`);
  }
  await rename(unfinished, place.cluster);
  return 'made';
}

/**
 * Writes the server's settings anew at each start, so that they are those of this version. What an operator wants
 * otherwise goes to `local.conf` beside it, which is read last and never touched.
 */
export async function writeSettings(place: Place, durable: boolean, port: number): Promise<void> {
  const path = join(place.cluster, 'postgresql.conf');
  const lines = Object.entries(settings(place, durable, port)).map(
    ([name, value]) => `${name} = ${quoted(value)}`,
  );
  await writeFile(path, `${[...lines, "include_if_exists 'local.conf'"].join('\n')}\n`, { mode: 0o600 });
  if (place.account !== undefined) await chown(path, place.account.uid, place.account.gid);
}

/** Removes the copies of PostgreSQL that earlier versions left. */
export async function removeOldCopies(place: Place, current: string): Promise<void> {
  const names = await readdir(place.root);
  const old = names.filter((name) => name.startsWith('postgresql-') && name !== current);
  await Promise.all(old.map((name) => rm(join(place.root, name), { recursive: true, force: true })));
}

/** The password for TCP, where a socket file cannot keep others out. Undefined where there are sockets. */
export async function readPassword(place: Place): Promise<string | undefined> {
  return usesTcp ? (await readFile(passwordFile(place), 'utf8')).trim() : undefined;
}

/** Windows has no socket that its programs agree on. */
export const usesTcp = process.platform === 'win32';

function initArguments(cluster: string, durable: boolean): readonly string[] {
  return [
    `--pgdata=${cluster}`,
    `--username=${ownerName}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--text-search-config=simple',
    // The socket file is readable by the database's account alone.
    '--auth-local=trust',
    '--auth-host=scram-sha-256',
    '--data-checksums',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
}

async function passwordArguments(place: Place): Promise<readonly string[]> {
  if (!usesTcp) return [];
  await writeFile(passwordFile(place), randomBytes(24).toString('base64url'), { mode: 0o600 });
  return [`--pwfile=${passwordFile(place)}`];
}

function passwordFile(place: Place): string {
  return join(place.root, 'password');
}

function settings(place: Place, durable: boolean, port: number): Readonly<Record<string, string>> {
  return {
    listen_addresses: usesTcp ? '127.0.0.1' : '',
    port: String(port),
    unix_socket_directories: usesTcp ? '' : `"${place.sockets}"`,
    unix_socket_permissions: '0700',
    max_connections: '200',
    ...memory(),
    random_page_cost: '1.1',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    wal_compression: 'on',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    timezone: 'Asia/Ho_Chi_Minh',
    log_timezone: 'Asia/Ho_Chi_Minh',
    datestyle: 'iso, dmy',
    // One file per weekday, written over a week later: the log never fills the disk.
    logging_collector: 'on',
    log_directory: '../log',
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_size: '0',
    log_lock_waits: 'on',
  };
}

/** A commune's computer has 4 GB and other work; a district's server has more. An eighth for the cache, within limits. */
function memory(): Readonly<Record<string, string>> {
  const megabytes = totalmem() / 1024 / 1024;
  const buffers = Math.round(Math.min(Math.max(megabytes / 8, 64), 2048));
  return {
    shared_buffers: `${buffers}MB`,
    effective_cache_size: `${Math.round(megabytes / 2)}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
  };
}

function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
