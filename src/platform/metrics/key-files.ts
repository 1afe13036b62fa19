import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** A file that holds a key: since when, and whether only its owner can read it. */
export type KeyFile = { readonly name: string; readonly changedAt: Date; readonly isPrivate: boolean };

const OTHERS = 0o077;

/** What lies beside keys without being one: names and states. */
const NO_KEYS: ReadonlySet<string> = new Set(['.json', '.txt']);

/** The key files of some folders, and files given by themselves. What is not there is left out. */
export async function keyFilesIn(
  folders: readonly string[],
  files: readonly string[] = [],
): Promise<readonly KeyFile[]> {
  const inFolders = await Promise.all(folders.map(async (folder) => filesOf(folder)));
  const found = await Promise.all([...inFolders.flat(), ...files].map(async (file) => keyFile(file)));
  return found.filter((file) => file !== null);
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []); // Not made yet.
  return entries
    .filter((entry) => entry.isFile() && !NO_KEYS.has(path.extname(entry.name)))
    .map(({ name }) => path.join(folder, name));
}

async function keyFile(file: string): Promise<KeyFile | null> {
  try {
    const { mode, mtime } = await stat(file);
    // Windows knows no such modes.
    const isPrivate = process.platform === 'win32' || (mode & OTHERS) === 0;
    return { name: path.basename(file), changedAt: mtime, isPrivate };
  } catch {
    return null;
  }
}
