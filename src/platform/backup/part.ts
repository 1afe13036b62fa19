/** One part of a backup: a table, a stored file, a secret. Compressed (zstd), encrypted with a key, and hashed on both sides. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { Refusal } from '#kernel/refusal.ts';
import type { BackupKey } from './key.ts';
import type { Part } from './manifest.ts';
import { refuseDamaged, sealing, unsealing } from './seal.ts';

/** Where a backup lies, and its key when it is encrypted. */
export type Shelved = { readonly folder: string; readonly key: BackupKey | null };

/** The ending of a part's name says how it is kept. */
export function ending(key: BackupKey | null): string {
  return key === null ? '.zst' : '.zst.enc';
}

/** Writes a part, safely on disk when it returns. `path` is inside the backup, with its ending. */
export async function writePart(
  { folder, key }: Shelved,
  path: string,
  source: Readable | AsyncIterable<Buffer>,
): Promise<Part> {
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const [plain, stored] = [meter(), meter()];
  const compress = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
  const file = createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true });
  if (key === null) await pipeline(source, plain.through, compress, stored.through, file);
  else await pipeline(source, plain.through, compress, sealing(key, path), stored.through, file);
  return { path, ...plain.sum(), stored: stored.sum() };
}

/**
 * Sends the bytes of a part into `target`. Refuses, before the last byte is handed on, a part that is not what was backed
 * up; what was sent until then must not be kept.
 */
export async function readPart({ folder, key }: Shelved, part: Part, target: Writable): Promise<void> {
  const file = createReadStream(join(folder, part.path));
  const expand = createZstdDecompress();
  const proven = provenAs(part);
  try {
    if (key === null) await pipeline(file, expand, proven, target);
    else await pipeline(file, unsealing(key, part.path), expand, proven, target);
  } catch (error) {
    if (isZlib(error)) refuseDamaged(part.path);
    throw error;
  }
}

/** What is wrong with a part as it lies there, as a sentence; null when nothing is. Its key is not needed. */
export async function problemOf(folder: string, { path, stored }: Part): Promise<string | null> {
  const file = join(folder, path);
  const size = await stat(file).then(
    (found) => found.size,
    (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : unreadable(error)),
  );
  if (size === undefined) return `Thiếu tệp ${path}.`;
  if (typeof size === 'string') return `Không đọc được tệp ${path} (${size}).`;
  if (size !== stored.bytes) return `Tệp ${path} dài ${size} byte, đúng ra là ${stored.bytes} byte.`;
  const digest = createHash('sha256');
  try {
    await pipeline(createReadStream(file), digest);
  } catch (error) {
    return `Không đọc được tệp ${path} (${unreadable(error)}).`;
  }
  return digest.digest('hex') === stored.sha256 ? null : `Tệp ${path} đã bị thay đổi, mã băm không khớp.`;
}

/** Reads a part to its end and keeps nothing. The same sentences, and what only shows when it is opened. */
export async function problemInside(shelved: Shelved, part: Part): Promise<string | null> {
  const outside = await problemOf(shelved.folder, part);
  if (outside !== null) return outside;
  try {
    await readPart(shelved, part, new Writable({ write: (_chunk, _encoding, done) => done() }));
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

type Sum = { readonly bytes: number; readonly sha256: string };

type Meter = {
  readonly through: (this: void, source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>;
  readonly sum: () => Sum;
};

function meter(): Meter {
  const digest = createHash('sha256');
  let bytes = 0;
  return {
    through: async function* through(source) {
      for await (const chunk of source) {
        digest.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    sum: () => ({ bytes, sha256: digest.digest('hex') }),
  };
}

/** Hands bytes on one chunk late, so that a wrong end never arrives as a whole. */
function provenAs({ path, bytes, sha256 }: Part) {
  return async function* proven(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const measured = meter();
    let held: Buffer | undefined;
    for await (const chunk of measured.through(source)) {
      if (held !== undefined) yield held;
      held = chunk;
    }
    const sum = measured.sum();
    if (sum.bytes !== bytes || sum.sha256 !== sha256) refuseDamaged(path);
    if (held !== undefined) yield held;
  };
}

function isZlib(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:ZSTD_|Z_|ERR_ZLIB)/.test(String(error.code));
}

function unreadable(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
