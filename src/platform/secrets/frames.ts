/**
 * AES-256-GCM in frames, so that gigabytes pass through little memory and nothing unproven is handed on. The nonce counts
 * the frames and marks the last one, so that frames cannot be left out, swapped or cut off. Every key serves one file.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';

export const FRAME_BYTES = 64 * 1024;
export const TAG_BYTES = 16;
/** A frame as it lies there. */
export const SEALED_FRAME_BYTES = FRAME_BYTES + TAG_BYTES;

export type Bytes = AsyncIterable<Buffer>;

export type FramePlace = { readonly key: Buffer; readonly index: number; readonly isLast: boolean };

/** One frame and its tag, which lies behind it. `bound` must be the same when it is opened. */
export function sealFrame(
  bytes: Buffer,
  { key, index, isLast }: FramePlace,
  bound = NOTHING,
): readonly [Buffer, Buffer] {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(index, isLast));
  cipher.setAAD(bound);
  const sealed = cipher.update(bytes);
  cipher.final(); // Nothing more comes of it: this cipher goes byte by byte.
  return [sealed, cipher.getAuthTag()];
}

/** The way back; null when a bit was changed, or the frame stands in another place. */
export function openFrame(bytes: Buffer, { key, index, isLast }: FramePlace, bound = NOTHING): Buffer | null {
  if (bytes.length < TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(index, isLast), { authTagLength: TAG_BYTES });
  decipher.setAAD(bound);
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const plain = decipher.update(bytes.subarray(0, -TAG_BYTES));
  try {
    decipher.final();
    return plain;
  } catch {
    return null; // The one thing that final() can say is that the tag does not match.
  }
}

type Frame = { readonly bytes: Buffer; readonly index: number; readonly isLast: boolean };

/**
 * Cuts bytes into frames of one size, the first of another when told. The last frame may be short, or empty. The bytes of a
 * frame are good until the next one is asked for: all of them lie in one room, so that large files make no garbage.
 */
export async function* frames(source: Bytes, size: number, first = size): AsyncGenerator<Frame> {
  const room = Buffer.allocUnsafe(Math.max(size, first));
  let [filled, index] = [0, 0];
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length;) {
      const wanted = index === 0 ? first : size;
      // A frame goes out only once there is more behind it: then it is not the last.
      if (filled === wanted) {
        yield { bytes: room.subarray(0, filled), index, isLast: false };
        [filled, index] = [0, index + 1];
      }
      const copied = chunk.copy(room, filled, at, at + (index === 0 ? first : size) - filled);
      [filled, at] = [filled + copied, at + copied];
    }
  }
  yield { bytes: room.subarray(0, filled), index, isLast: true };
}

const NOTHING = Buffer.alloc(0);

function nonce(index: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt8(isLast ? 1 : 0, 0);
  bytes.writeBigUInt64BE(BigInt(index), 4);
  return bytes;
}
