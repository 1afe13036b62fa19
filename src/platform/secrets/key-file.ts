/** The file that holds the keys of the installation, and its changes while processes run. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { refuse } from '#kernel/refusal.ts';
import { type Keyring, parseKeyring, renderKeyring } from './keyring.ts';
import { openSecrets, type Secrets } from './secrets.ts';

/** Name of the file in the folder of secrets. */
export const KEY_FILE = 'data-key';

/** A key that another process has added is taken up within so many milliseconds. */
const NOTICED_AFTER = 2000;

/**
 * Opens the keys of an installation, made now when there are none. A changed file is read again, so that a new key is in
 * use everywhere without a restart; `made` tells, since new keys must be copied to a safe place. Refuses a file that other
 * accounts can read.
 */
export function openKeyFile(
  folder: string,
  noticedAfter = NOTICED_AFTER,
): { readonly secrets: Secrets; readonly made: boolean } {
  const path = join(folder, KEY_FILE);
  const made = makeOnce(path);
  refuseOpenToOthers(path);
  return { secrets: openSecrets(watched(path, noticedAfter)), made };
}

/** The ring of a key file as it is now; null when there is no file. */
export async function readKeyFile(path: string): Promise<Keyring | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });
  return text === null ? null : parseKeyring(text);
}

/** Changes the keys of an installation, all at once and safely on disk. Refuses when somebody else changed them meanwhile. */
export async function changeKeyFile(folder: string, change: (ring: Keyring) => Keyring): Promise<Keyring> {
  const path = join(folder, KEY_FILE);
  const before = await readFile(path, 'utf8');
  const ring = change(parseKeyring(before));
  const beside = `${path}.${randomUUID()}`;
  const file = await open(beside, 'wx', 0o600);
  await file.writeFile(renderKeyring(ring));
  await file.sync().finally(async () => file.close());
  if ((await readFile(path, 'utf8')) !== before)
    refuse('conflict', 'Tệp khóa vừa được thay đổi ở nơi khác. Hãy chạy lại lệnh.');
  await rename(beside, path);
  return ring;
}

function makeOnce(path: string): boolean {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
    return true;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** Windows has no such modes. */
function refuseOpenToOthers(path: string): void {
  if (process.platform === 'win32' || (statSync(path).mode & 0o077) === 0) return;
  refuse('forbidden', `Tài khoản khác trên máy đọc được khóa dữ liệu ${path}. Hãy chạy: chmod 600 "${path}"`);
}

/** The ring of the file, asked of the disk now and then: a look at its times costs a few microseconds. */
function watched(path: string, noticedAfter: number): () => Keyring {
  let ring = parseKeyring(readFileSync(path, 'utf8'));
  let [version, looked] = [versionOf(path), performance.now()];
  return () => {
    if (performance.now() - looked < noticedAfter) return ring;
    looked = performance.now();
    const found = versionOf(path);
    // A file that is away for a moment, or for good, takes nothing from a process that has its keys.
    if (found === null || found === version) return ring;
    ring = parseKeyring(readFileSync(path, 'utf8'));
    version = found;
    return ring;
  };
}

function versionOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? null : `${found.mtimeMs} ${found.size} ${found.ino}`;
}
