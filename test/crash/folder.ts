import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A new temporary folder that PostgreSQL's account may pass through, so that all data lie in it and go with it. */
export async function temporaryFolder(name: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), `motcua-${name}-`));
  await chmod(folder, 0o711);
  return folder;
}
