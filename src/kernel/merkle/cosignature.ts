/** Signature of a witness with the time of it: "at this time this was the largest tree I had seen" (C2SP cosignature/v1). */
import { joined, toUtf8 } from './bytes.ts';

export type Cosignature = {
  /** Seconds since 1970 in UTC. */
  readonly time: number;
  /** Ed25519, 64 bytes. */
  readonly signature: Uint8Array;
};

/** The bytes that a witness signs for a checkpoint. */
export function cosignedMessage(text: string, time: number): Uint8Array<ArrayBuffer> {
  return toUtf8(`cosignature/v1\ntime ${time}\n${text}`);
}

/** As it stands in the line of the note: eight bytes of time, big end first, and the signature. */
export function formatCosignature({ time, signature }: Cosignature): Uint8Array {
  if (!Number.isSafeInteger(time) || time < 0)
    throw new RangeError(`${time} is not a time in whole seconds.`);
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(time));
  return joined(bytes, signature);
}

/** Time and signature, or null for another length or a time that no calendar holds. */
export function parseCosignature(bytes: Uint8Array): Cosignature | null {
  if (bytes.length !== 72) return null;
  const time = Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0));
  return time * 1000 <= LATEST_INSTANT ? { time, signature: bytes.subarray(8) } : null;
}

/** The last instant of a JavaScript Date, in milliseconds. */
const LATEST_INSTANT = 8.64e15;
