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
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

/** What an archive may hold: bytes when unpacked, entries, and how many times its own size beyond a free part. */
export type ArchiveLimits = {
  readonly unpacked: number;
  readonly entries: number;
  readonly ratio: number;
  readonly free: number;
};

export type ArchiveEntry = {
  /** Path with `/`; no two entries have the same, whatever their case. */
  readonly name: string;
  /** Unpacked, in bytes. */
  readonly size: number;
  readonly content: () => Buffer;
};

type Entry = {
  readonly name: string;
  readonly offset: number;
  readonly stored: number;
  readonly size: number;
  readonly flags: number;
  readonly method: number;
};

/**
 * Entries of a ZIP archive (a workbook, a document) that keeps within the limits, told without unpacking more than they
 * allow. Null for anything else, and for an archive whose directory and contents disagree: what one reader skips another
 * unpacks.
 */
export function openArchive(archive: Uint8Array, limits: ArchiveLimits): readonly ArchiveEntry[] | null {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const entries = entriesOf(bytes, limits.entries);
  if (entries === null || !areNamedApart(entries)) return null;
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const most = Math.min(limits.unpacked, limits.free + limits.ratio * bytes.length);
  if (total > most || !entries.every((entry) => isHonest(bytes, entry))) return null;
  return entries.map((entry) => ({
    name: entry.name,
    size: entry.size,
    content: () => unpacked(bytes, entry) ?? Buffer.alloc(0),
  }));
}

/** Entries of the central directory in the order of their data; null when they do not fill the file exactly. */
function entriesOf(bytes: Buffer, most: number): readonly Entry[] | null {
  const end = endOf(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  if (count > most) return null;
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_SIZE > end || bytes.readUInt32LE(at) !== CENTRAL) return null;
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    entries.push(entryAt(bytes, at, name));
    at += CENTRAL_SIZE + name + extra + comment;
  }
  const inOrder = entries.toSorted((one, other) => one.offset - other.offset);
  return at === end && isFilled(bytes, inOrder, start) ? inOrder : null;
}

function entryAt(bytes: Buffer, at: number, nameLength: number): Entry {
  return {
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    stored: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
    name: bytes.toString('utf8', at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength),
  };
}

/** Where the end of the directory begins, which must be the end of the file: behind it another file could hide. */
function endOf(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) !== END) continue;
    return at + END_SIZE + bytes.readUInt16LE(at + 20) === bytes.length ? at : null;
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

/** Where the data of an entry begin, behind its own header, which must have the name of the directory. */
function dataOf(bytes: Buffer, { offset, name }: Entry): number | null {
  if (offset + LOCAL_SIZE > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) return null;
  const nameEnd = offset + LOCAL_SIZE + bytes.readUInt16LE(offset + 26);
  if (bytes.toString('utf8', offset + LOCAL_SIZE, nameEnd) !== name) return null;
  return nameEnd + bytes.readUInt16LE(offset + 28);
}

/** Whether every entry has a name of its own that stays inside the archive. */
function areNamedApart(entries: readonly Entry[]): boolean {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  return names.size === entries.length && entries.every(({ name }) => isPlain(name));
}

function isPlain(name: string): boolean {
  // oxlint-disable-next-line no-control-regex -- exactly these must not be in a name
  return !/^\/|\\|[\u0000-\u001F]/.test(name) && !name.split('/').includes('..');
}

/** Whether the data unpack to the size that the directory says. */
function isHonest(bytes: Buffer, entry: Entry): boolean {
  return (entry.flags & ENCRYPTED) === 0 && unpacked(bytes, entry)?.length === entry.size;
}

/** The content of an entry, never more than the directory says; null when it is damaged. */
function unpacked(bytes: Buffer, entry: Entry): Buffer | null {
  const start = dataOf(bytes, entry);
  if (start === null || start + entry.stored > bytes.length) return null;
  const packed = bytes.subarray(start, start + entry.stored);
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
  } catch {
    // Damaged data, or more than was said: either way nothing to read.
    return null;
  }
}
