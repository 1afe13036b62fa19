/** The file store's part of a backup: each file once, those of the backup before taken over. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '#kernel/refusal.ts';
import type { FileKeys } from '#platform/secrets/secrets.ts';
import { keyIdAt } from '#platform/storage/reading.ts';
import { openingWhole } from '#platform/storage/sealed-file.ts';
import { type LostFile, type Manifest, type StoredFilePart, storeName } from './manifest.ts';
import { ending, type Shelved, writePart } from './part.ts';
import { takeOver } from './shelf.ts';

/** A backup to take unchanged files from. */
export type Earlier = { readonly folder: string; readonly manifest: Manifest };

export type StoredFiles = {
  readonly parts: readonly StoredFilePart[];
  readonly lost: readonly LostFile[];
  /** Files that had to be written; the others were taken over. */
  readonly written: number;
};

export type StoredFilesRequest = {
  readonly shelved: Shelved;
  readonly store: string;
  readonly keys: FileKeys;
  /** Hashes that the database names: those must be there. */
  readonly named: ReadonlySet<string>;
  readonly earlier: Earlier | null;
  readonly onCount: (count: number) => void;
};

/** Files written at a time: the disk has something to do while another file is hashed. */
const AT_A_TIME = 4;

/**
 * Backs up every file of the store, as it lies there: encrypted, so that a backup tells no more than the store. A file that is gone, cannot be read or no longer is what it was named by is told and
 * left out, unless the backup before still has it, which is told too: one broken scan must not leave an office without any backup.
 */
export async function backUpFiles(request: StoredFilesRequest): Promise<StoredFiles> {
  const stored = new Set(await hashesIn(request.store));
  const hashes = [...new Set([...stored, ...request.named])].sort();
  const earlier = new Map(request.earlier?.manifest.files.map((part) => [storeName(part), part]));
  const [parts, lost]: [StoredFilePart[], LostFile[]] = [[], []];
  let [written, done] = [0, 0];
  const next = hashes.values();
  const work = async (): Promise<void> => {
    for (const hash of next) {
      const known = await takenOver(request, hash, earlier.get(hash));
      if (known !== undefined && !stored.has(hash)) lost.push({ hash, reason: 'only-in-backup' });
      const copy = known === undefined ? await copied(request, hash) : { part: known, reason: null };
      if (copy.reason !== null) lost.push({ hash, reason: copy.reason });
      if (copy.part !== null) parts.push(copy.part);
      if (known === undefined && copy.part !== null) written += 1;
      request.onCount((done += 1));
    }
  };
  await allOf(Array.from({ length: AT_A_TIME }, work));
  return { parts: parts.sort(byPath), lost, written };
}

/** Not when it was encrypted since, or anew: what was taken out of the store's keys must go out of the backups as well. */
async function takenOver(
  { shelved, earlier, store }: StoredFilesRequest,
  hash: string,
  part: StoredFilePart | undefined,
): Promise<StoredFilePart | undefined> {
  if (part === undefined || earlier === null) return undefined;
  const key = await keyIdAt(pathIn(store, hash)).catch(() => 'none'); // Whatever is wrong with it, the backup before has it.
  if (key !== 'none' && key !== (part.dataKey ?? null)) return undefined;
  const [from, to] = [join(earlier.folder, part.path), join(shelved.folder, part.path)];
  return (await takeOver(from, to, part.stored.bytes)) ? part : undefined;
}

type Copy = { readonly part: StoredFilePart | null; readonly reason: LostFile['reason'] | null };

/** A file that was encrypted anew between two readings is read again, once. */
async function copied(request: StoredFilesRequest, hash: string, isAgain = false): Promise<Copy> {
  const { shelved, store, keys } = request;
  const seen = await lookedInto(pathIn(store, hash), hash, keys);
  if (seen.reason === 'damaged' && !isAgain) return copied(request, hash, true);
  if (seen.raw === null) return { part: null, reason: seen.reason };
  const name = shelved.key === null ? hash : shelved.key.nameOf(hash);
  const path = `files/${name.slice(0, 2)}/${name}${ending(shelved.key)}`;
  const part = await writePart(shelved, path, createReadStream(pathIn(store, hash)));
  const named = { ...part, hash, ...(seen.key === null ? {} : { dataKey: seen.key }) };
  if (part.sha256 === seen.raw) return { part: named, reason: seen.reason };
  await rm(join(shelved.folder, path));
  return isAgain ? { part: null, reason: 'damaged' } : copied(request, hash, true);
}

/** What a look found: the hash of the bytes as they lie there, or null when they are not to be kept. */
type Look = {
  readonly raw: string | null;
  readonly key: string | null;
  readonly reason: LostFile['reason'] | null;
};

/** Read once before it is written, so that a failing disk of the store is told from a full disk of the backup. */
async function lookedInto(source: string, hash: string, keys: FileKeys): Promise<Look> {
  const [raw, content] = [createHash('sha256'), createHash('sha256')];
  try {
    const key = await keyIdAt(source);
    const isLocked = key !== null && !isAtHand(keys, key);
    const open = key === null || isLocked ? new PassThrough() : openingWhole(keys, hash);
    const isSame = await pipeline(createReadStream(source), hashedBy(raw), open, content).then(
      () => isLocked || content.digest('hex') === hash,
      (error: unknown) => {
        if (error instanceof Refusal) return false; // A frame that is not as it was written.
        throw error;
      },
    );
    if (!isSame) return { raw: null, key, reason: 'damaged' };
    return { raw: raw.digest('hex'), key, reason: isLocked ? 'locked' : null };
  } catch (error) {
    const isGone =
      error instanceof Refusal || (error instanceof Error && 'code' in error && error.code === 'ENOENT');
    return { raw: null, key: null, reason: isGone ? 'missing' : 'unreadable' };
  }
}

function isAtHand(keys: FileKeys, id: string): boolean {
  try {
    keys.require(id);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function hashedBy(digest: ReturnType<typeof createHash>) {
  return async function* hashed(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      digest.update(chunk);
      yield chunk;
    }
  };
}

function pathIn(store: string, hash: string): string {
  return join(store, hash.slice(0, 2), hash.slice(2, 4), hash);
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

function byPath(one: StoredFilePart, other: StoredFilePart): number {
  return one.path < other.path ? -1 : 1;
}
