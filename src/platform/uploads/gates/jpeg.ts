import { CONTENT_LIMITS } from '../limits.ts';
import { refuseBroken, refusePixels, refuseTail } from './problems.ts';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;

export function isJpeg(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === START && bytes[2] === 0xff;
}

/**
 * Walks the segments of a JPEG without decoding it: whole, of bearable size, and nothing behind its end but zeros or further
 * whole pictures, which telephones put there (multi-picture format).
 */
export function checkJpeg(bytes: Buffer): void {
  let at = 0;
  do at = endOfPicture(bytes, at);
  while (isJpeg(bytes.subarray(at, at + 3)));
  if (bytes.subarray(at).some((byte) => byte !== 0)) refuseTail();
}

/** Where a picture ends that begins here. Refuses what is no whole picture. */
export function endOfPicture(bytes: Buffer, start: number): number {
  let at = start + 2;
  let isSized = false;
  for (;;) {
    at = markerAt(bytes, at);
    const marker = bytes[at - 1] ?? 0;
    if (marker === END) {
      if (!isSized) refuseBroken();
      return at;
    }
    if (isAlone(marker)) continue;
    const length = at + 2 <= bytes.length ? bytes.readUInt16BE(at) : 0;
    if (length < 2 || at + length > bytes.length) refuseBroken();
    if (isFrame(marker)) {
      checkSize(bytes, at, length);
      isSized = true;
    }
    at += length;
    if (marker === SCAN) at = endOfScan(bytes, at);
  }
}

/** Behind a marker that must be here; it may be filled up with `FF`. */
function markerAt(bytes: Buffer, start: number): number {
  let at = start;
  if (bytes[at] !== 0xff) refuseBroken();
  while (bytes[at] === 0xff) at += 1;
  const marker = bytes[at];
  if (marker === undefined || marker === 0 || marker === START) refuseBroken();
  return at + 1;
}

/** Compressed data hold no marker but restarts: `FF 00` is a byte of theirs. */
function endOfScan(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at)) {
    const next = bytes[at + 1];
    if (next === undefined) refuseBroken();
    if (next === 0 || isRestart(next)) at += 2;
    else if (next === 0xff) at += 1;
    else return at;
  }
  return refuseBroken();
}

function checkSize(bytes: Buffer, at: number, length: number): void {
  if (length < 8) refuseBroken();
  const [height, width] = [bytes.readUInt16BE(at + 3), bytes.readUInt16BE(at + 5)];
  if (width * height === 0) refuseBroken();
  if (width * height > CONTENT_LIMITS.pixels) refusePixels();
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7;
}

function isAlone(marker: number): boolean {
  return isRestart(marker) || marker === 0x01;
}
