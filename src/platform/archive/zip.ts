import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
/** What may lie between two entries: sizes written after the data; shorter than a header, so nothing hides there. */
const LONGEST_DESCRIPTOR = 24;
const LONGEST_COMMENT = 65_535;

type Entry = {
  readonly offset: number;
  readonly stored: number;
  readonly size: number;
  readonly isDeflated: boolean;
};

/**
 * Whether a ZIP archive (a workbook, a document) unpacks to at most so many bytes, told without unpacking more than
 * that. An archive whose directory and contents disagree is refused too: what one reader skips another unpacks.
 */
export function unpacksWithin(archive: Uint8Array, limit: number): boolean {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const entries = entriesOf(bytes);
  if (entries === null) return false;
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  return total <= limit && entries.every((entry) => isHonest(bytes, entry));
}

/** Entries of the central directory in the order of their data; null when they do not fill the file exactly. */
function entriesOf(bytes: Buffer): readonly Entry[] | null {
  const end = endOf(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_SIZE > end || bytes.readUInt32LE(at) !== CENTRAL) return null;
    entries.push({
      isDeflated: bytes.readUInt16LE(at + 10) === 8,
      stored: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    at += CENTRAL_SIZE + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  const inOrder = entries.toSorted((one, other) => one.offset - other.offset);
  return at === end && isFilled(bytes, inOrder, start) ? inOrder : null;
}

function endOf(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  return null;
}

/** Whether entry follows entry from the first byte to the directory, with nothing between them. */
function isFilled(bytes: Buffer, entries: readonly Entry[], directory: number): boolean {
  let expected = 0;
  for (const entry of entries) {
    const gap = entry.offset - expected;
    const data = dataOf(bytes, entry);
    if (gap < 0 || gap > (expected === 0 ? 0 : LONGEST_DESCRIPTOR) || data === null) return false;
    expected = data + entry.stored;
  }
  const gap = directory - expected;
  return gap >= 0 && gap <= LONGEST_DESCRIPTOR;
}

/** Where the data of an entry begin, behind its own header. */
function dataOf(bytes: Buffer, { offset }: Entry): number | null {
  if (offset + LOCAL_SIZE > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) return null;
  return offset + LOCAL_SIZE + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
}

/** Whether the data unpack to the size that the directory says. */
function isHonest(bytes: Buffer, entry: Entry): boolean {
  const start = dataOf(bytes, entry);
  if (start === null || start + entry.stored > bytes.length) return false;
  if (!entry.isDeflated) return entry.stored === entry.size;
  try {
    const packed = bytes.subarray(start, start + entry.stored);
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) }).length === entry.size;
  } catch {
    // Damaged data, or more than was said: either way nothing to read.
    return false;
  }
}
