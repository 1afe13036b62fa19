/** Writing stored files so that they are safely on disk. */
import { createHash } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { refuse } from '#kernel/refusal.ts';
import { FRAME_BYTES, frames, sealFrame } from '#platform/secrets/frames.ts';
import type { FileKeys } from '#platform/secrets/secrets.ts';
import { HEADER_BYTES, newFileKey, renderHeader } from './sealed-file.ts';

type Source = Readable | Uint8Array;

export type SealedWrite = {
  readonly source: Source;
  readonly keys: FileKeys;
  readonly maxBytes: number | undefined;
};

/** Writes the bytes encrypted as they come. Answers their hash and how many there were. */
export async function writeSealed(
  path: string,
  { source, keys, maxBytes }: SealedWrite,
): Promise<{ readonly hash: string; readonly size: number }> {
  return writeDurably(path, async (file) => {
    const fileKey = newFileKey(keys);
    const measured = measure(source, maxBytes ?? Number.POSITIVE_INFINITY);
    await file.writeFile(Buffer.alloc(HEADER_BYTES));
    for await (const { bytes, index, isLast } of frames(measured.bytes(), FRAME_BYTES))
      for (const part of sealFrame(bytes, { key: fileKey.key, index, isLast })) await file.writeFile(part); // From where the last write ended.
    const sum = measured.sum();
    // The hash is known only now.
    await file.write(renderHeader(fileKey, sum.hash), 0, HEADER_BYTES, 0);
    return sum;
  });
}

/** Writes the bytes as they are: they come from a store and lie there encrypted. */
export async function writeRaw(path: string, source: Readable): Promise<void> {
  await writeDurably(path, async (file) => {
    for await (const chunk of source) await file.writeFile(toBytes(chunk));
  });
}

async function writeDurably<Result>(
  path: string,
  write: (file: FileHandle) => Promise<Result>,
): Promise<Result> {
  const file = await open(path, 'wx', 0o440);
  try {
    const result = await write(file);
    await file.sync();
    return result;
  } finally {
    await file.close();
  }
}

function measure(source: Source, maxBytes: number) {
  const digest = createHash('sha256');
  let size = 0;
  return {
    bytes: async function* bytes(): AsyncGenerator<Buffer> {
      for await (const chunk of source instanceof Readable ? source : [source]) {
        const plain = toBytes(chunk);
        size += plain.byteLength;
        if (size > maxBytes) refuseLarge(maxBytes);
        digest.update(plain);
        yield plain;
      }
    },
    sum: () => ({ hash: digest.digest('hex'), size }),
  };
}

function toBytes(chunk: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk;
  if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
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

export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // Folders cannot be opened there; NTFS journals names itself.
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}
