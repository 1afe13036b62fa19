import { crc32 } from 'node:zlib';
import { refuse } from '#kernel/refusal.ts';
import { CONTENT_LIMITS } from '../limits.ts';
import { refuseBroken, refusePixels, refuseTail } from './problems.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Length, type and checksum of a chunk. */
const AROUND = 12;

export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);
}

/** Walks the chunks of a PNG without unpacking any: whole, of bearable size, and nothing behind its end. */
export function checkPng(bytes: Buffer): void {
  let at = SIGNATURE.length;
  for (let order = 0; ; order += 1) {
    const type = chunkAt(bytes, at);
    const length = bytes.readUInt32BE(at);
    if ((order === 0) !== (type === 'IHDR')) refuseBroken();
    if (type === 'IHDR') checkSize(bytes, at + 8, length);
    at += AROUND + length;
    if (type === 'IEND') break;
  }
  if (at !== bytes.length) refuseTail();
}

/** The type of a chunk that is there as a whole and undamaged. */
function chunkAt(bytes: Buffer, at: number): string {
  if (at + AROUND > bytes.length) refuseBroken();
  const length = bytes.readUInt32BE(at);
  if (at + AROUND + length > bytes.length) refuseBroken();
  const end = at + 8 + length;
  if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) refuseBroken();
  return bytes.toString('latin1', at + 4, at + 8);
}

function checkSize(bytes: Buffer, at: number, length: number): void {
  if (length !== 13) refuseBroken();
  const [width, height] = [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];
  if (width === 0 || height === 0) refuse('invalid', 'là ảnh không có điểm ảnh nào. Hãy chụp hoặc quét lại.');
  if (width * height > CONTENT_LIMITS.pixels) refusePixels();
}
