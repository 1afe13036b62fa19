import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { refuse } from '#kernel/refusal.ts';
import { accountFor } from './account.ts';
import { exists } from './files.ts';
import { canEnter, type SystemAccount } from './run.ts';

/** Where the parts of one embedded server are. */
export type Place = {
  /** Folder that the caller asked for. */
  readonly asked: string;
  /** Folder in use: the same, unless the database's account cannot reach it. */
  readonly root: string;
  readonly cluster: string;
  readonly sockets: string;
  readonly claim: string;
  readonly account: SystemAccount | undefined;
};

/** Folder for databases whose own folder the unprivileged account cannot reach. Only root needs it. */
const systemFolder = '/var/lib/motcua';

/** File in the asked folder that says where the database really is. */
const pointer = 'location.txt';

/** sun_path holds 104 bytes on macOS and 108 on Linux, the closing zero included. */
const longestSocketPath = 103;

/** Decides the account and the folders, and makes the folders. */
export async function preparePlace(asked: string, onLine: (line: string) => void): Promise<Place> {
  const folder = resolve(asked);
  refuseShellCharacters(folder);
  await makeReachable(folder);
  const earlier = await earlierRoot(folder);
  const account = await accountFor(earlier ?? folder);
  const root = earlier ?? (await chooseRoot({ folder, account, onLine }));
  await own(root, account);
  const sockets = await chooseSockets(root, account);
  return {
    asked: folder,
    root,
    account,
    sockets,
    cluster: join(root, 'cluster'),
    claim: join(folder, 'owner.json'),
  };
}

/** PostgreSQL's own tools pass paths through a shell inside double quotes. */
function refuseShellCharacters(folder: string): void {
  if (process.platform !== 'win32' && /["$`\\\n]/.test(folder)) {
    refuse(
      'invalid',
      `Đường dẫn "${folder}" có ký tự mà PostgreSQL không nhận (" $ \` \\). Hãy đặt MOTCUA_DATA là thư mục khác.`,
    );
  }
}

/** Folders made here may be passed through by the database's account, whatever the umask. */
async function makeReachable(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined || process.platform === 'win32') return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    await chmod(made, (await stat(made)).mode | 0o111);
  }
}

/** Where an earlier start put the database, when that was not the folder itself. */
async function earlierRoot(folder: string): Promise<string | undefined> {
  const path = join(folder, pointer);
  return (await exists(path)) ? (await readFile(path, 'utf8')).trim() : undefined;
}

type Choice = {
  readonly folder: string;
  readonly account: SystemAccount | undefined;
  readonly onLine: (line: string) => void;
};

async function chooseRoot({ folder, account, onLine }: Choice): Promise<string> {
  if (account === undefined) return folder;
  if (canEnter(account, dirname(folder))) return folder;
  const elsewhere = join(systemFolder, digest(folder));
  await mkdir(systemFolder, { recursive: true, mode: 0o755 });
  await mkdir(elsewhere, { recursive: true });
  await writeFile(join(folder, pointer), `${elsewhere}\n`);
  onLine(`Thư mục ${folder} không cho tài khoản của PostgreSQL đi vào, nên dữ liệu đặt ở ${elsewhere}.`);
  return elsewhere;
}

/** The database's folder belongs to its account alone. Files inside keep the owner they were made with. */
async function own(folder: string, account: SystemAccount | undefined): Promise<void> {
  if (process.platform === 'win32') return;
  if (account !== undefined) await chown(folder, account.uid, account.gid);
  await chmod(folder, 0o700);
}

async function chooseSockets(root: string, account: SystemAccount | undefined): Promise<string> {
  const near = join(root, 'socket');
  const isShort = Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= longestSocketPath;
  const folder = isShort ? near : join('/tmp', `motcua-${digest(root)}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await refuseForeign(folder, account);
  await own(folder, account);
  return folder;
}

/** Anyone may make folders in /tmp: one that is a link or somebody else's is not used. */
async function refuseForeign(folder: string, account: SystemAccount | undefined): Promise<void> {
  if (process.getuid === undefined) return;
  const found = await lstat(folder);
  const mine = new Set([process.getuid(), account?.uid]);
  if (found.isDirectory() && mine.has(found.uid)) return;
  refuse('conflict', `Thư mục ${folder} không phải do Một Cửa tạo. Hãy xóa nó rồi khởi động lại.`);
}

function digest(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}
