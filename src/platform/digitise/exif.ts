/** Orientation and resolution from the Exif segment of a JPEG (Exif 2.32, 4.6); anything odd in it says nothing. */

export type Exif = { readonly orientation: number; readonly density: number | null };

const SAYS_NOTHING: Exif = { orientation: 1, density: null };
const TAGS = { orientation: 0x112, resolution: 0x11a, unit: 0x128 } as const;
const ENTRY = 12;

export function exifOf(segment: Buffer): Exif {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return SAYS_NOTHING;
  const tiff = segment.subarray(6);
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return SAYS_NOTHING;
  const read = readerOf(tiff, order === 'II');
  const entries = entriesOf(read);
  const orientation = read.short((entries.get(TAGS.orientation) ?? -20) + 8);
  return {
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    density: densityOf(read, entries),
  };
}

type Reader = { readonly short: (at: number) => number; readonly long: (at: number) => number };

/** Numbers in the order of bytes that the file has; outside of it there are only noughts. */
function readerOf(tiff: Buffer, isLittle: boolean): Reader {
  const holds = (at: number, size: number): boolean => at >= 0 && at + size <= tiff.length;
  return {
    short: (at) => (!holds(at, 2) ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)),
    long: (at) => (!holds(at, 4) ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)),
  };
}

/** Where the entries of the first directory stand, by their tags. */
function entriesOf({ short, long }: Reader): ReadonlyMap<number, number> {
  const first = long(4);
  const count = Math.min(short(first), 200);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = first + 2 + index * ENTRY;
      return [short(at), at] as const;
    }),
  );
}

/** A fraction in dots per inch (unit 2) or centimetre (unit 3). */
function densityOf({ short, long }: Reader, entries: ReadonlyMap<number, number>): number | null {
  const at = entries.get(TAGS.resolution);
  if (at === undefined) return null;
  const place = long(at + 8);
  const [dots, of] = [long(place), long(place + 4)];
  if (dots === 0 || of === 0) return null;
  const unit = entries.get(TAGS.unit);
  return Math.round((dots / of) * (unit !== undefined && short(unit + 8) === 3 ? 2.54 : 1));
}
