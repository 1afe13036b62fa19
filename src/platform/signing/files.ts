/** Small files of the signer: only its account reads them, and they are on disk before anybody relies on them. */
import { randomUUID } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';

/** Writes a file that must not be there yet, and waits until it is on disk. */
export async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Whole and on disk before it takes the place of the one before. */
export async function replaceDurably(path: string, text: string): Promise<void> {
  // A name of its own: of two processes that write at once neither is in the other's way.
  const draft = `${path}.${randomUUID()}`;
  await writeNew(draft, text);
  await rename(draft, path);
}

/** The text of a file, or null when there is none. */
export async function readIfThere(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(whenCode('ENOENT'));
}

/** For `catch`: null when this is what went wrong, otherwise the failure goes on. */
export function whenCode(code: string): (error: unknown) => null {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === code) return null;
    throw error;
  };
}
