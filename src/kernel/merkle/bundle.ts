/** Entry bundles of C2SP tlog-tiles: entries one after another, each behind its length in two bytes, big end first. */
import { joined } from './bytes.ts';
import { TILE_WIDTH } from './tile.ts';

/** Length of an entry in bytes that two bytes can say. */
export const LONGEST_ENTRY = 0xffff;

/** Up to 256 entries as a bundle. Longer entries or more of them are a RangeError. */
export function formatBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length > TILE_WIDTH) throw new RangeError(`A bundle has at most ${TILE_WIDTH} entries.`);
  return joined(...entries.flatMap((entry) => [lengthOf(entry), entry]));
}

/** The entries of a bundle, or null when it is cut, has anything behind its last entry, or has more than 256. */
export function parseBundle(bytes: Uint8Array): readonly Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const [high, low] = [bytes[at], bytes[at + 1]];
    if (high === undefined || low === undefined || entries.length === TILE_WIDTH) return null;
    const end = at + 2 + high * 256 + low;
    if (end > bytes.length) return null;
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

function lengthOf({ length }: Uint8Array): Uint8Array {
  if (length > LONGEST_ENTRY) throw new RangeError(`An entry has at most ${LONGEST_ENTRY} bytes.`);
  return Uint8Array.of(length >> 8, length & 0xff);
}
