/**
 * How a stored file lies on disk: a header that names its key, then its content in encrypted frames. Each file has a salt
 * and by it a key of its own. Files of before begin with no such header and are read as they are.
 */
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { refuse } from '#kernel/refusal.ts';
import {
  type Bytes,
  frames,
  FRAME_BYTES,
  openFrame,
  SEALED_FRAME_BYTES,
  TAG_BYTES,
} from '#platform/secrets/frames.ts';
import type { FileKeys } from '#platform/secrets/secrets.ts';

const MAGIC = Buffer.from('MOTCUAF1');
const ID_BYTES = 8;
const SALT_BYTES = 16;
const NAME_BYTES = 16;
export const HEADER_BYTES = MAGIC.length + ID_BYTES + SALT_BYTES + NAME_BYTES;

/** What the first bytes of an encrypted file say. */
export type Header = {
  readonly keyId: string;
  readonly salt: Buffer;
  /** Ties the content to the hash it is named by, so that one file cannot be put in the place of another. */
  readonly name: Buffer;
};

/** A key of its own for a new file. */
export function newFileKey(keys: FileKeys): Pick<Header, 'keyId' | 'salt'> & { readonly key: Buffer } {
  const [keyId, salt] = [keys.currentId(), randomBytes(SALT_BYTES)];
  return { keyId, salt, key: keys.forFile(keyId, salt) };
}

/** The header of a file, once its hash is known. */
export function renderHeader({ keyId, salt, key }: ReturnType<typeof newFileKey>, hash: string): Buffer {
  return Buffer.concat([MAGIC, Buffer.from(keyId, 'latin1'), salt, nameOf(key, hash)]);
}

/** The header in the first bytes of a file; null when it lies there in clear. */
export function parseHeader(bytes: Buffer): Header | null {
  if (bytes.length < HEADER_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const salt = MAGIC.length + ID_BYTES;
  return {
    keyId: bytes.toString('latin1', MAGIC.length, salt),
    salt: bytes.subarray(salt, salt + SALT_BYTES),
    name: bytes.subarray(salt + SALT_BYTES, HEADER_BYTES),
  };
}

/** The header of an open file; null when it lies there in clear. */
export async function readHeader(file: FileHandle): Promise<Header | null> {
  const bytes = Buffer.alloc(HEADER_BYTES);
  const { bytesRead } = await file.read(bytes, 0, HEADER_BYTES, 0);
  return parseHeader(bytes.subarray(0, bytesRead));
}

/** The file's own key. Refuses when its key is not at hand, or when it was given the name of another file. */
export function fileKeyOf(keys: FileKeys, header: Header, hash: string): Buffer {
  const key = keys.forFile(header.keyId, header.salt);
  return timingSafeEqual(nameOf(key, hash), header.name) ? key : refuseDamaged(hash);
}

/** How many bytes of content a file of so many bytes has, behind a header. */
export function contentBytes(onDisk: number): number {
  const body = onDisk - HEADER_BYTES;
  return body - Math.max(1, Math.ceil(body / SEALED_FRAME_BYTES)) * TAG_BYTES;
}

/** Where the frames lie that hold a part of the content; the end is counted in, as ranges have it. */
export function framesOf(content: number, { start, end }: { readonly start: number; readonly end: number }) {
  const last = Math.max(0, Math.ceil(content / FRAME_BYTES) - 1);
  const [from, to] = [Math.floor(start / FRAME_BYTES), Math.min(last, Math.floor(end / FRAME_BYTES))];
  return {
    first: from,
    isEnd: to === last,
    /** In the file. */
    start: HEADER_BYTES + from * SEALED_FRAME_BYTES,
    end: HEADER_BYTES + (to + 1) * SEALED_FRAME_BYTES - 1,
  };
}

export type SealedContent = {
  readonly key: Buffer;
  readonly hash: string;
  /** Number of the first frame, and whether what comes goes on to the end of the file. */
  readonly first: number;
  readonly isEnd: boolean;
};

/** Frames as they come from the disk, opened. Refuses the first that is not as it was written. */
export function opening({
  key,
  hash,
  first,
  isEnd,
}: SealedContent): (source: Bytes) => AsyncGenerator<Buffer> {
  return async function* open(source) {
    for await (const { bytes, index, isLast } of frames(source, SEALED_FRAME_BYTES))
      yield openFrame(bytes, { key, index: first + index, isLast: isLast && isEnd }) ?? refuseDamaged(hash);
  };
}

/** A whole file behind its header, as it came from elsewhere. */
export function openingWhole(keys: FileKeys, hash: string): (source: Bytes) => AsyncGenerator<Buffer> {
  return async function* open(source) {
    let key: Buffer | undefined;
    for await (const { bytes, index, isLast } of frames(source, SEALED_FRAME_BYTES, HEADER_BYTES)) {
      if (key === undefined)
        key = fileKeyOf(keys, (isLast ? null : parseHeader(bytes)) ?? refuseDamaged(hash), hash);
      else yield openFrame(bytes, { key, index: index - 1, isLast }) ?? refuseDamaged(hash);
    }
  };
}

function nameOf(key: Buffer, hash: string): Buffer {
  const own = Buffer.from(hkdfSync('sha256', key, '', 'name', 32));
  return createHmac('sha256', own).update(hash).digest().subarray(0, NAME_BYTES);
}

export function refuseDamaged(hash: string): never {
  return refuse(
    'conflict',
    `Tệp ${hash.slice(0, 12)}… trong kho đã bị hỏng hoặc bị thay đổi. Hãy báo quản trị hệ thống lấy lại từ bản sao lưu.`,
  );
}
