import type { BackupKey } from './key.ts';
import { type Manifest, partsOf, readManifest } from './manifest.ts';
import { problemInside, problemOf, type Shelved } from './part.ts';

export type Verified = { readonly manifest: Manifest; readonly problems: readonly string[] };

/**
 * Reads a backup from its first byte to its last and names every part that is missing, cut or changed, without restoring
 * anything. Refuses, like reading a manifest, when it cannot even be told what should be there.
 */
export async function verifyBackup(
  folder: string,
  key: BackupKey | null,
  onLine: (line: string) => void,
): Promise<Verified> {
  const manifest = await readManifest(folder, key);
  return { manifest, problems: await problemsOf(manifest, { folder, key }, onLine) };
}

/** The same without opening the parts: whether the bytes are those that were written. Half the work. */
export async function problemsOutside(folder: string, manifest: Manifest): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const part of partsOf(manifest)) problems.push(...told(await problemOf(folder, part)));
  return problems;
}

async function problemsOf(
  manifest: Manifest,
  shelved: Shelved,
  onLine: (line: string) => void,
): Promise<readonly string[]> {
  const [parts, problems]: [typeof manifest.files, string[]] = [[...partsOf(manifest)], []];
  for (const [index, part] of parts.entries()) {
    problems.push(...told(await problemInside(shelved, part)));
    if (index > 0 && index % 500 === 0) onLine(`Đã kiểm tra ${index}/${parts.length} phần…`);
  }
  return problems;
}

function told(problem: string | null): readonly string[] {
  return problem === null ? [] : [problem];
}
