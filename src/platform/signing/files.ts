/** Small files of the signer: only its account reads them, and they are on disk before anybody relies on them. */
import { open } from 'node:fs/promises';

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

/** For `catch`: null when this is what went wrong, otherwise the failure goes on. */
export function whenCode(code: string): (error: unknown) => null {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === code) return null;
    throw error;
  };
}
