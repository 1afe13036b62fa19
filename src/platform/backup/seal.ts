/**
 * Encryption of one part of a backup, in frames. Each part has a salt and by it a key of its own. The part's path is bound
 * in: parts cannot change places.
 */
import { randomBytes } from 'node:crypto';
import { refuse } from '#kernel/refusal.ts';
import {
  type Bytes,
  FRAME_BYTES,
  frames,
  openFrame,
  SEALED_FRAME_BYTES,
  sealFrame,
} from '#platform/secrets/frames.ts';
import type { BackupKey } from './key.ts';

const MAGIC = Buffer.from('MOTCUAB1');
const SALT_BYTES = 16;
const MARK_BYTES = 8;
const HEADER_BYTES = MAGIC.length + MARK_BYTES + SALT_BYTES;

/** Bytes → header and encrypted frames, as a step of a pipeline. */
export function sealing(key: BackupKey, path: string): (source: Bytes) => AsyncGenerator<Buffer> {
  return async function* seal(source) {
    const salt = randomBytes(SALT_BYTES);
    const partKey = key.forPart(salt);
    yield Buffer.concat([MAGIC, key.mark, salt]);
    for await (const { bytes, index, isLast } of frames(source, FRAME_BYTES))
      yield* sealFrame(bytes, { key: partKey, index, isLast }, Buffer.from(path));
  };
}

/** The way back. Refuses another key, and whatever was changed, cut off or put in another's place. */
export function unsealing(key: BackupKey, path: string): (source: Bytes) => AsyncGenerator<Buffer> {
  return async function* unseal(source) {
    let partKey: Buffer | undefined;
    for await (const { bytes, index, isLast } of frames(source, SEALED_FRAME_BYTES, HEADER_BYTES)) {
      if (partKey === undefined) {
        // Behind a header there is always a frame, if only an empty one.
        if (isLast) refuseDamaged(path);
        partKey = keyFromHeader(key, path, bytes);
      } else {
        const place = { key: partKey, index: index - 1, isLast };
        yield openFrame(bytes, place, Buffer.from(path)) ?? refuseDamaged(path);
      }
    }
  };
}

function keyFromHeader(key: BackupKey, path: string, header: Buffer): Buffer {
  if (!header.subarray(0, MAGIC.length).equals(MAGIC)) refuseDamaged(path);
  const mark = header.subarray(MAGIC.length, MAGIC.length + MARK_BYTES);
  if (mark.equals(key.mark)) return key.forPart(header.subarray(MAGIC.length + MARK_BYTES, HEADER_BYTES));
  return refuse(
    'conflict',
    'Khóa không đúng: bản sao lưu này được mã hóa bằng khóa khác. Hãy chỉ đúng tệp khóa bằng --key.',
  );
}

export function refuseDamaged(path: string): never {
  refuse(
    'conflict',
    `Phần ${path} của bản sao lưu đã bị hỏng hoặc bị sửa. Hãy dùng bản sao lưu khác hoặc một bản chép khác của nó.`,
  );
}
