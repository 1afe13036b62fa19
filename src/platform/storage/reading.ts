/** Reading stored files, whether they lie there encrypted or, from before, in clear. */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { refuse } from '#kernel/refusal.ts';
import { FRAME_BYTES } from '#platform/secrets/frames.ts';
import type { FileKeys } from '#platform/secrets/secrets.ts';
import { contentBytes, fileKeyOf, framesOf, opening, readHeader, refuseDamaged } from './sealed-file.ts';

/** A file as it lies there with the key it is opened with. It is plain data, which a thread may be handed. */
export type LockedFile = {
  readonly path: string;
  readonly hash: string;
  /** Of the content, in bytes. */
  readonly size: number;
  /** Both null when it lies there in clear. */
  readonly keyId: string | null;
  readonly key: Uint8Array | null;
};

/** A part of a file: both ends are counted in, from 0. */
export type ByteRange = { readonly start: number; readonly end: number };

/** A file with the name it must prove to have, and the keys that may open it. */
export type Kept = { readonly path: string; readonly hash: string; readonly keys: FileKeys };

/** Looks at a file that is there. Refuses with `missing`, or when its key is not at hand. */
export async function lookAt(kept: Kept): Promise<LockedFile> {
  const handle = await openKept(kept.path);
  return lookInto(handle, kept).finally(async () => handle.close());
}

/** What a file is encrypted with, whether its key is at hand or not; null when it lies there in clear. */
export async function keyIdAt(path: string): Promise<string | null> {
  const handle = await openKept(path);
  const header = await readHeader(handle).finally(async () => handle.close());
  return header?.keyId ?? null;
}

/** The content of a file, or a part of it. What is put in its place meanwhile does not disturb the reader. */
export async function contentOf(kept: Kept, range?: ByteRange): Promise<Readable> {
  const handle = await openKept(kept.path);
  try {
    const file = await lookInto(handle, kept);
    return file.key === null ? clearContent(handle, kept.hash, range) : sealedContent(handle, file, range);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Reads all bytes of a file that was unlocked before into a buffer that has room for them. */
export async function readUnlocked(file: LockedFile, room: Buffer): Promise<Buffer> {
  const handle = await open(file.path, 'r');
  const content = file.key === null ? handle.createReadStream() : sealedContent(handle, file);
  let at = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) at += chunk.copy(room, at);
  return room.subarray(0, at);
}

async function openKept(path: string): Promise<FileHandle> {
  return open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return refuse('missing', 'Không tìm thấy tệp này trong kho. Hãy báo quản trị hệ thống.');
  });
}

async function lookInto(handle: FileHandle, { path, hash, keys }: Kept): Promise<LockedFile> {
  const [{ size }, header] = [await handle.stat(), await readHeader(handle)];
  if (header === null) return { path, hash, size, keyId: null, key: null };
  return { path, hash, size: contentBytes(size), keyId: header.keyId, key: fileKeyOf(keys, header, hash) };
}

function sealedContent(
  handle: FileHandle,
  { hash, size, key }: LockedFile,
  range: ByteRange = { start: 0, end: Math.max(0, size - 1) },
): Readable {
  const { first, isEnd, start, end } = framesOf(size, range);
  const source = handle.createReadStream({ start, end, highWaterMark: 256 * 1024 });
  const content = opening({ key: Buffer.from(key ?? []), hash, first, isEnd })(source);
  const before = first * FRAME_BYTES;
  return closing(part(content, range.start - before, range.end - before), source);
}

/** A file in clear proves itself by its hash, which is known at its end: the last piece goes out only then. */
function clearContent(handle: FileHandle, hash: string, range?: ByteRange): Readable {
  if (range !== undefined) return handle.createReadStream(range);
  const source = handle.createReadStream({ start: 0 });
  const content = async function* content(): AsyncGenerator<Buffer> {
    const digest = createHash('sha256');
    let held: Buffer | undefined;
    for await (const chunk of source as AsyncIterable<Buffer>) {
      digest.update(chunk);
      if (held !== undefined) yield held;
      held = chunk;
    }
    if (digest.digest('hex') !== hash) refuseDamaged(hash);
    if (held !== undefined) yield held;
  };
  return closing(content(), source);
}

/** Who reads no further leaves no file open. */
function closing(content: AsyncIterable<Buffer>, source: Readable): Readable {
  return Readable.from(content, { objectMode: false }).once('close', () => source.destroy());
}

async function* part(source: AsyncIterable<Buffer>, start: number, end: number): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const bytes of source) {
    const cut = bytes.subarray(Math.max(0, start - at), Math.max(0, end + 1 - at));
    if (cut.length > 0) yield cut;
    at += bytes.length;
  }
}
