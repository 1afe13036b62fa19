import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { refuse } from '#kernel/refusal.ts';
import { reached } from '#platform/points.ts';
import { sweep, temporaryName } from './temporary.ts';

/** SHA-256 of the bytes, 64 lower-case hexadecimal digits. It is the file's only name. */
export type FileHash = string;

export type StoredFile = { readonly hash: FileHash; /** In bytes. */ readonly size: number };

export type PutOptions = {
  /** More bytes than this are refused, and nothing is kept. */
  readonly maxBytes?: number;
};

/** A part of a file: both ends are counted in, from 0. */
export type ByteRange = { readonly start: number; readonly end: number };

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
};

/**
 * Files in a folder: `ab/cd/abcd…`, 65,536 folders at most, so that none grows unwieldy. What crashes left half
 * written is swept when it opens; a crash leaves nothing else. Several processes may share the folder.
 */
export async function openFileStore(folder: string): Promise<FileStore> {
  const temporary = join(folder, 'temporary');
  await mkdir(temporary, { recursive: true });
  await sweep(temporary);
  const pathOf = (hash: FileHash): string => join(folder, hash.slice(0, 2), hash.slice(2, 4), checked(hash));
  const stage: FileStore['stage'] = async (source, options = {}) => {
    const path = join(temporary, temporaryName());
    try {
      const stored = await writeDurably(path, source, options);
      reached('file-staged');
      return { ...stored, path };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  };
  const adopt: FileStore['adopt'] = async ({ path, hash, size }) => {
    await settle(path, pathOf(hash), folder);
    reached('file-kept');
    return { hash, size };
  };
  const discard: FileStore['discard'] = async ({ path }) => rm(path, { force: true });
  return {
    stage,
    adopt,
    discard,
    put: async (source, options) => {
      const staged = await stage(source, options);
      try {
        return await adopt(staged);
      } finally {
        await discard(staged);
      }
    },
    open: async (file, range) => {
      const path = typeof file === 'string' ? pathOf(file) : file.path;
      await sizeOf(path);
      return createReadStream(path, range);
    },
    has: async (hash) => isFile(pathOf(hash)),
    size: async (hash) => sizeOf(pathOf(hash)),
    verify: async (hash) => {
      await sizeOf(pathOf(hash));
      const digest = createHash('sha256');
      await pipeline(createReadStream(pathOf(hash)), digest);
      return digest.digest('hex') === hash;
    },
    sweep: async () => sweep(temporary),
  };
}

/** A hash comes from a database, but it becomes a path, so nothing else passes. */
function checked(hash: FileHash): FileHash {
  if (/^[0-9a-f]{64}$/.test(hash)) return hash;
  throw new Error('A file hash is 64 lower-case hexadecimal digits.');
}

async function writeDurably(
  path: string,
  source: Readable | Uint8Array,
  options: PutOptions,
): Promise<StoredFile> {
  const file = await open(path, 'wx', 0o440);
  try {
    const stored = await copyInto(file, source, options.maxBytes ?? Number.POSITIVE_INFINITY);
    await file.sync();
    return stored;
  } finally {
    await file.close();
  }
}

async function copyInto(
  file: FileHandle,
  source: Readable | Uint8Array,
  maxBytes: number,
): Promise<StoredFile> {
  const digest = createHash('sha256');
  let size = 0;
  for await (const chunk of source instanceof Readable ? source : [source]) {
    const bytes = toBytes(chunk);
    size += bytes.byteLength;
    if (size > maxBytes) refuseLarge(maxBytes);
    digest.update(bytes);
    await file.writeFile(bytes); // From where the last write ended.
  }
  return { hash: digest.digest('hex'), size };
}

function toBytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  if (typeof chunk === 'string') return Buffer.from(chunk);
  throw new TypeError('A file is made of bytes.');
}

function refuseLarge(maxBytes: number): never {
  const megabytes = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format(
    maxBytes / 1024 / 1024,
  );
  refuse(
    'invalid',
    `Tệp lớn hơn ${megabytes} MB. Hãy giảm dung lượng hoặc tách thành nhiều tệp rồi gửi lại.`,
  );
}

/** Gives the written file its name for good. One that is there has the same bytes and stays. */
async function settle(temporary: string, path: string, folder: string): Promise<void> {
  if (await isFile(path)) return;
  await mkdir(dirname(path), { recursive: true });
  await rename(temporary, path);
  // A name is only safe when its folder is written too, and the folder's name in turn.
  for (const made of [dirname(path), dirname(dirname(path)), folder]) await syncFolder(made);
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // Folders cannot be opened there; NTFS journals names itself.
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await sizeIfAny(path)) !== undefined;
}

async function sizeOf(path: string): Promise<number> {
  return (
    (await sizeIfAny(path)) ??
    refuse('missing', 'Không tìm thấy tệp này trong kho. Hãy báo quản trị hệ thống.')
  );
}

async function sizeIfAny(path: string): Promise<number | undefined> {
  return stat(path).then(
    (found) => found.size,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    },
  );
}
