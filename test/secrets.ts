import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openSecrets } from '#platform/secrets/secrets.ts';

/** The key of the systems of tests. */
const TEST_KEY = 'not-a-secret-key-of-tests';

export const testSecrets = openSecrets(TEST_KEY);

/** Puts the key where an installation has it, for what reads it from there. */
export async function keepTestKey(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(path.join(folder, 'data-key'), TEST_KEY, { mode: 0o600 });
}
