/** The folder in which backups stand beside each other, each in a folder of its own that appears only when it is whole. */
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';

const NAME = /^motcua-\d{8}T\d{6}Z(?:-\d+)?$/;
const UNFINISHED = '.unfinished.';
/** What another machine left unfinished for so long belongs to a process that is gone (milliseconds). */
const ABANDONED_AFTER = 24 * 60 * 60 * 1000;

/** Paths of the backups in a folder, the newest first. None when there is no folder. */
export async function listBackups(shelf: string): Promise<readonly string[]> {
  const names = await readdir(shelf).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const backups = names.filter((name) => NAME.test(name)).sort();
  return backups.toReversed().map((name) => join(shelf, name));
}

/** A folder for a backup in the making, under a name that nobody takes for one. What killed processes left is removed. */
export async function beginBackup(shelf: string): Promise<string> {
  await mkdir(shelf, { recursive: true, mode: 0o700 });
  for (const name of await readdir(shelf)) {
    if (name.startsWith(UNFINISHED) && (await isAbandoned(shelf, name))) await removeTree(join(shelf, name));
  }
  const folder = join(shelf, `${UNFINISHED}${machine()}.${process.pid}.${randomUUID()}`);
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

/** Gives a whole backup its name, once all of it is safely on disk. Answers its path. */
export async function finishBackup(unfinished: string, madeAt: Date): Promise<string> {
  const shelf = dirname(unfinished);
  for (const folder of await foldersOf(unfinished)) await syncFolder(folder);
  const path = await freePath(shelf, madeAt);
  await rename(unfinished, path);
  await syncFolder(shelf);
  return path;
}

/** Throws away all but the newest. Answers the names that are gone. A backup loses its name before its parts. */
export async function rotate(shelf: string, keep: number): Promise<readonly string[]> {
  const old = (await listBackups(shelf)).slice(keep);
  for (const path of old) {
    const doomed = join(shelf, `${UNFINISHED}${machine()}.${process.pid}.${randomUUID()}`);
    await rename(path, doomed);
    await removeTree(doomed);
  }
  return old;
}

export async function removeTree(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Takes a file over from an earlier backup without copying it. False where the disk cannot, or it is not as it was. */
export async function takeOver(from: string, to: string, bytes: number): Promise<boolean> {
  try {
    if ((await stat(from)).size !== bytes) return false;
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await link(from, to);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (['ENOENT', 'EXDEV', 'EPERM', 'EACCES', 'EMLINK', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(code))
      return false;
    throw error;
  }
}

async function freePath(shelf: string, madeAt: Date): Promise<string> {
  const name = `motcua-${madeAt.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
  const taken = new Set(await readdir(shelf));
  for (let times = 1; ; times += 1) {
    const path = times === 1 ? name : `${name}-${times}`;
    if (!taken.has(path)) return join(shelf, path);
  }
}

async function foldersOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return [
    ...entries.filter((entry) => entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name)),
    folder,
  ];
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // Folders cannot be opened there; NTFS journals names itself.
  const handle = await open(folder, 'r');
  await handle.sync().finally(async () => handle.close());
}

function machine(): string {
  return hostname().replaceAll(/[^A-Za-z0-9-]/g, '-');
}

async function isAbandoned(shelf: string, name: string): Promise<boolean> {
  const [host, pid] = name.slice(UNFINISHED.length).split('.');
  if (host === machine() && Number(pid) !== process.pid && !isRunning(Number(pid))) return true;
  return Date.now() - (await stat(join(shelf, name))).mtimeMs > ABANDONED_AFTER;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0); // Only asks.
    return true;
  } catch (error) {
    // Whoever is not ours may not be asked, but is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
