/**
 * Encryption of one part of a backup: AES-256-GCM in frames, so that gigabytes pass through little memory and nothing
 * unproven is handed on. Each part has a salt and by it a key of its own; the nonce counts the frames and marks the last one,
 * so that frames cannot be left out, swapped or cut off. The part's path is bound in: parts cannot change places.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { refuse } from '#kernel/refusal.ts';
import type { BackupKey } from './key.ts';

const MAGIC = Buffer.from('MOTCUAB1');
const SALT_BYTES = 16;
const MARK_BYTES = 8;
const HEADER_BYTES = MAGIC.length + MARK_BYTES + SALT_BYTES;
const FRAME_BYTES = 64 * 1024;
const TAG_BYTES = 16;

type Bytes = AsyncIterable<Buffer>;

/** Bytes → header and encrypted frames, as a step of a pipeline. */
export function sealing(key: BackupKey, path: string): (source: Bytes) => AsyncGenerator<Buffer> {
  return async function* seal(source) {
    const salt = randomBytes(SALT_BYTES);
    const partKey = key.forPart(salt);
    yield Buffer.concat([MAGIC, key.mark, salt]);
    for await (const { bytes, index, isLast } of frames(source, FRAME_BYTES)) {
      const cipher = createCipheriv('aes-256-gcm', partKey, nonce(index, isLast));
      cipher.setAAD(Buffer.from(path));
      yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    }
  };
}

/** The way back. Refuses another key, and whatever was changed, cut off or put in another's place. */
export function unsealing(key: BackupKey, path: string): (source: Bytes) => AsyncGenerator<Buffer> {
  return async function* unseal(source) {
    let partKey: Buffer | undefined;
    for await (const { bytes, index, isLast } of frames(source, FRAME_BYTES + TAG_BYTES, HEADER_BYTES)) {
      if (partKey === undefined) {
        // Behind a header there is always a frame, if only an empty one.
        if (isLast) refuseDamaged(path);
        partKey = keyFromHeader(key, path, bytes);
      } else yield opened({ partKey, path, bytes, nonce: nonce(index - 1, isLast) });
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

type Sealed = {
  readonly partKey: Buffer;
  readonly path: string;
  readonly bytes: Buffer;
  readonly nonce: Buffer;
};

function opened({ partKey, path, bytes, nonce }: Sealed): Buffer {
  if (bytes.length < TAG_BYTES) refuseDamaged(path);
  const text = bytes.subarray(0, -TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', partKey, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(path));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(text), decipher.final()]);
  } catch {
    return refuseDamaged(path); // The one thing that final() can say is that the tag does not match.
  }
}

export function refuseDamaged(path: string): never {
  refuse(
    'conflict',
    `Phần ${path} của bản sao lưu đã bị hỏng hoặc bị sửa. Hãy dùng bản sao lưu khác hoặc một bản chép khác của nó.`,
  );
}

function nonce(index: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt8(isLast ? 1 : 0, 0);
  bytes.writeBigUInt64BE(BigInt(index), 4);
  return bytes;
}

type Frame = { readonly bytes: Buffer; readonly index: number; readonly isLast: boolean };

/** Cuts bytes into frames of one size, the first of another when told. The last frame may be short, or empty. */
async function* frames(source: Bytes, size: number, first = size): AsyncGenerator<Frame> {
  let [waiting, index]: [Buffer, number] = [Buffer.alloc(0), 0];
  const wanted = (): number => (index === 0 ? first : size);
  for await (const chunk of source) {
    waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
    // A frame goes out only once there is more behind it: then it is not the last.
    for (let most = wanted(); waiting.length > most; most = wanted()) {
      yield { bytes: waiting.subarray(0, most), index, isLast: false };
      waiting = waiting.subarray(most);
      index += 1;
    }
  }
  yield { bytes: waiting, index, isLast: true };
}
