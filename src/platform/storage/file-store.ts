import { createHash } from 'node:crypto';
import { mkdir, opendir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '#kernel/refusal.ts';
import { reached } from '#platform/points.ts';
import type { FileKeys } from '#platform/secrets/secrets.ts';
import { isFile, syncFolder, writeRaw, writeSealed } from './disk.ts';
import { type ByteRange, contentOf, keyIdAt, type Kept, type LockedFile, lookAt } from './reading.ts';
import { refuseDamaged } from './sealed-file.ts';
import { sweep, temporaryName } from './temporary.ts';

/** SHA-256 of the bytes, 64 lower-case hexadecimal digits. It is the file's only name. */
export type FileHash = string;

export type StoredFile = { readonly hash: FileHash; /** In bytes. */ readonly size: number };

export type PutOptions = {
  /** More bytes than this are refused, and nothing is kept. */
  readonly maxBytes?: number;
};

/** A file that was written but is not kept yet: whoever staged it adopts it or throws it away. */
export type StagedFile = StoredFile & { readonly path: string };

/** Files by their content. A file never changes: other bytes are another file. */
export type FileStore = {
  /** Keeps the bytes, safely on disk when it returns. The same bytes twice are kept once. */
  readonly put: (source: Readable | Uint8Array, options?: PutOptions) => Promise<StoredFile>;
  /** Writes the bytes as they come, beside the kept files and under no name yet. A stream that breaks leaves nothing. */
  readonly stage: (source: Readable | Uint8Array, options?: PutOptions) => Promise<StagedFile>;
  /** Keeps a staged file for good, safely on disk when it returns. Doing so twice is doing so once. */
  readonly adopt: (staged: StagedFile) => Promise<StoredFile>;
  /** Throws a staged file away, unless it was adopted. */
  readonly discard: (staged: StagedFile) => Promise<void>;
  /** The bytes of a kept or a staged file, or a part of them. Refuses with `missing` when there is no such file. */
  readonly open: (file: FileHash | StagedFile, range?: ByteRange) => Promise<Readable>;
  readonly has: (hash: FileHash) => Promise<boolean>;
  /** In bytes. Refuses with `missing` when there is no such file. */
  readonly size: (hash: FileHash) => Promise<number>;
  /** Reads the whole file: are its bytes still those it was named by? Refuses with `missing`. */
  readonly verify: (hash: FileHash) => Promise<boolean>;
  /** Throws away what processes left half written that are gone. */
  readonly sweep: () => Promise<void>;
  /** Where a staged file lies with the key it is opened with, for whoever reads it in a thread of their own. */
  readonly unlock: (staged: StagedFile) => Promise<LockedFile>;
  /** What a file is encrypted with: the identifier of its key, or null when it lies there in clear. */
  readonly keyOf: (hash: FileHash) => Promise<string | null>;
  /**
   * Encrypts a file with the key in force, if it is not yet. True when it was written anew. Refuses a file whose bytes
   * are no longer those it was named by: it stays as it is.
   */
  readonly reseal: (hash: FileHash) => Promise<boolean>;
  /** Keeps bytes as they lay in another store, once they prove to be those of the hash. */
  readonly putBack: (hash: FileHash, source: Readable) => Promise<void>;
  /** Removes a file for good. */
  readonly remove: (hash: FileHash) => Promise<void>;
  /** Every file that is kept. */
  readonly hashes: () => AsyncIterable<FileHash>;
};

/**
 * Files in a folder: `ab/cd/abcd…`, 65,536 folders at most, so that none grows unwieldy. They lie there encrypted, whether
 * kept or staged, and are named by what they hold. What crashes left half written is swept when it opens; a crash leaves
 * nothing else. Several processes may share the folder.
 */
export async function openFileStore(folder: string, keys: FileKeys): Promise<FileStore> {
  const temporary = join(folder, 'temporary');
  await mkdir(temporary, { recursive: true });
  await sweep(temporary);
  const pathOf = (hash: FileHash): string => join(folder, hash.slice(0, 2), hash.slice(2, 4), checked(hash));
  const stage: FileStore['stage'] = async (source, options = {}) =>
    inTemporary(temporary, async (path) => {
      const written = await writeSealed(path, { source, keys, maxBytes: options.maxBytes });
      reached('file-staged');
      return { ...written, path };
    });
  const adopt: FileStore['adopt'] = async ({ path, hash, size }) => {
    if (!(await isFile(pathOf(hash)))) await settle(path, pathOf(hash), folder);
    reached('file-kept');
    return { hash, size };
  };
  const discard: FileStore['discard'] = async ({ path }) => rm(path, { force: true });
  const kept = (file: FileHash | StagedFile): Kept =>
    typeof file === 'string'
      ? { path: pathOf(file), hash: file, keys }
      : { path: file.path, hash: file.hash, keys };
  return {
    stage,
    adopt,
    discard,
    put: async (source, options) => {
      const staged = await stage(source, options);
      return adopt(staged).finally(async () => discard(staged));
    },
    open: async (file, range) => contentOf(kept(file), range),
    has: async (hash) => isFile(pathOf(hash)),
    size: async (hash) => (await lookAt(kept(hash))).size,
    verify: async (hash) => isWhole(kept(hash)),
    sweep: async () => sweep(temporary),
    unlock: async (staged) => lookAt(kept(staged)),
    keyOf: async (hash) => keyIdAt(pathOf(hash)),
    reseal: async (hash) => {
      if ((await keyIdAt(pathOf(hash))) === keys.currentId()) return false;
      const staged = await stage(await contentOf(kept(hash)));
      return settleProven(staged.hash === hash, staged.path, { path: pathOf(hash), folder, hash });
    },
    putBack: async (hash, source) =>
      inTemporary(temporary, async (path) => {
        await writeRaw(path, source);
        const isSame = await isWhole({ path, hash, keys });
        await settleProven(isSame, path, { path: pathOf(hash), folder, hash });
      }),
    remove: async (hash) => {
      await rm(pathOf(hash), { force: true });
      await syncFolder(dirname(pathOf(hash)));
    },
    hashes: () => hashesIn(folder),
  };
}

/** A hash comes from a database, but it becomes a path, so nothing else passes. */
function checked(hash: FileHash): FileHash {
  if (isHash(hash)) return hash;
  throw new Error('A file hash is 64 lower-case hexadecimal digits.');
}

function isHash(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}

/** A place for a file in the making; what fails leaves nothing. */
async function inTemporary<Result>(
  folder: string,
  write: (path: string) => Promise<Result>,
): Promise<Result> {
  const path = join(folder, temporaryName());
  try {
    return await write(path);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Whether the content is that of its name. Refuses when its key is not at hand, which says nothing about the file. */
async function isWhole(file: Kept): Promise<boolean> {
  const keyId = await keyIdAt(file.path);
  if (keyId !== null) file.keys.require(keyId);
  const digest = createHash('sha256');
  try {
    await pipeline(await contentOf(file), digest);
  } catch (error) {
    if (error instanceof Refusal) return false; // Something is not as it was written.
    throw error;
  }
  return digest.digest('hex') === file.hash;
}

type Place = { readonly path: string; readonly folder: string; readonly hash: FileHash };

async function settleProven(
  isSame: boolean,
  temporary: string,
  { path, folder, hash }: Place,
): Promise<true> {
  if (!isSame) {
    await rm(temporary, { force: true });
    refuseDamaged(hash);
  }
  await settle(temporary, path, folder);
  return true;
}

/** Gives the written file its name for good. */
async function settle(temporary: string, path: string, folder: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await rename(temporary, path);
  // A name is only safe when its folder is written too, and the folder's name in turn.
  for (const made of [dirname(path), dirname(dirname(path)), folder]) await syncFolder(made);
}

async function* hashesIn(folder: string): AsyncGenerator<FileHash> {
  for await (const entry of await opendir(folder, { recursive: true }))
    if (entry.isFile() && isHash(entry.name)) yield entry.name;
}
