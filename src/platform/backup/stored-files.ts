/** The file store's part of a backup: each file once, those of the backup before taken over. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LostFile, Manifest, Part } from './manifest.ts';
import { ending, type Shelved, writePart } from './part.ts';
import { takeOver } from './shelf.ts';

/** A backup to take unchanged files from. */
export type Earlier = { readonly folder: string; readonly manifest: Manifest };

export type StoredFiles = {
  readonly parts: readonly Part[];
  readonly lost: readonly LostFile[];
  /** Files that had to be written; the others were taken over. */
  readonly written: number;
};

export type StoredFilesRequest = {
  readonly shelved: Shelved;
  readonly store: string;
  /** Hashes that the database names: those must be there. */
  readonly named: ReadonlySet<string>;
  readonly earlier: Earlier | null;
  readonly onCount: (count: number) => void;
};

/** Files written at a time: the disk has something to do while another file is hashed. */
const AT_A_TIME = 4;

/**
 * Backs up every file of the store. A file that is gone, cannot be read or no longer is what it was named by is told and
 * left out, unless the backup before still has it, which is told too: one broken scan must not leave an office without any backup.
 */
export async function backUpFiles(request: StoredFilesRequest): Promise<StoredFiles> {
  const stored = new Set(await hashesIn(request.store));
  const hashes = [...new Set([...stored, ...request.named])].sort();
  const earlier = new Map(request.earlier?.manifest.files.map((part) => [part.sha256, part]));
  const [parts, lost]: [Part[], LostFile[]] = [[], []];
  let [written, done] = [0, 0];
  const next = hashes.values();
  const work = async (): Promise<void> => {
    for (const hash of next) {
      const known = await takenOver(request, earlier.get(hash));
      if (known !== undefined && !stored.has(hash)) lost.push({ hash, reason: 'only-in-backup' });
      const kept = known ?? (await copied(request, hash));
      if ('reason' in kept) lost.push(kept);
      else parts.push(kept);
      if (known === undefined && !('reason' in kept)) written += 1;
      request.onCount((done += 1));
    }
  };
  await allOf(Array.from({ length: AT_A_TIME }, work));
  return { parts: parts.sort(byPath), lost, written };
}

async function takenOver(
  { shelved, earlier }: StoredFilesRequest,
  part: Part | undefined,
): Promise<Part | undefined> {
  if (part === undefined || earlier === null) return undefined;
  const [from, to] = [join(earlier.folder, part.path), join(shelved.folder, part.path)];
  return (await takeOver(from, to, part.stored.bytes)) ? part : undefined;
}

async function copied({ shelved, store }: StoredFilesRequest, hash: string): Promise<Part | LostFile> {
  const source = join(store, hash.slice(0, 2), hash.slice(2, 4), hash);
  const reason = await whyUnreadable(source, hash);
  if (reason !== null) return { hash, reason };
  const name = shelved.key === null ? hash : shelved.key.nameOf(hash);
  const path = `files/${name.slice(0, 2)}/${name}${ending(shelved.key)}`;
  const part = await writePart(shelved, path, createReadStream(source));
  if (part.sha256 === hash) return part;
  await rm(join(shelved.folder, path)); // It changed between two readings.
  return { hash, reason: 'damaged' };
}

/** Read once before it is written, so that a failing disk of the store is told from a full disk of the backup. */
async function whyUnreadable(source: string, hash: string): Promise<LostFile['reason'] | null> {
  try {
    const digest = createHash('sha256');
    for await (const chunk of createReadStream(source)) digest.update(chunk as Buffer); // No encoding is set.
    return digest.digest('hex') === hash ? null : 'damaged';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'missing' : 'unreadable';
  }
}

/** Names in the store; what is being written there at the moment is nobody's yet. */
export async function hashesIn(store: string): Promise<readonly string[]> {
  if ((await stat(store).catch(() => undefined)) === undefined) return [];
  const entries = await readdir(store, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
    .map(({ name }) => name);
}

/** All have ended before the first failure is thrown, so that none still writes into what is being thrown away. */
async function allOf(works: readonly Promise<void>[]): Promise<void> {
  for (const settled of await Promise.allSettled(works))
    if (settled.status === 'rejected') throw settled.reason;
}

function byPath(one: Part, other: Part): number {
  return one.path < other.path ? -1 : 1;
}
