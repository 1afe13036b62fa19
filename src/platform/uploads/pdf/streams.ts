import { inflateSync } from 'node:zlib';
import { CONTENT_LIMITS } from '../limits.ts';
import { isSpace, placesOf } from './lexer.ts';
import { refuseSyntax } from './problems.ts';
import { nameIn, numberIn, type PdfDictionary } from './values.ts';

const END_OF_STREAM = 'endstream';

/** Where the bytes of a stream lie in the file. */
export type StreamPlace = { readonly start: number; readonly end: number };

/**
 * Where the data of a stream lie whose word `stream` ends at `at`: as long as its dictionary says where `endstream` follows,
 * else up to the next `endstream`. `lengths` are the whole numbers that stand as objects of their own.
 */
export function streamAt(
  bytes: Buffer,
  {
    at,
    entries,
    lengths,
  }: { readonly at: number; readonly entries: PdfDictionary; readonly lengths: Lengths },
): StreamPlace {
  const start = bytes[at] === 13 && bytes[at + 1] === 10 ? at + 2 : at + 1;
  const said = lengthsOf(entries, lengths).find((length) => endsAt(bytes, start + length));
  const end = said === undefined ? bytes.indexOf(END_OF_STREAM, start) : start + said;
  return end === -1 ? refuseSyntax() : { start, end };
}

export type Lengths = ReadonlyMap<number, readonly number[]>;

const LENGTH = /(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\s+(\d{1,10})\s+endobj/;
/** How much around the word `obj` such an object takes. */
const AROUND = 32;

/** Whole numbers that are objects, by their number: `9 0 obj 1234 endobj`. */
export function lengthsIn(bytes: Buffer): Lengths {
  const lengths = new Map<number, readonly number[]>();
  for (const at of placesOf(bytes, 'obj')) {
    if (!isSpace(bytes[at - 1])) continue;
    const near = bytes.toString('latin1', Math.max(0, at - AROUND), at + AROUND);
    const [, number, value] = LENGTH.exec(near) ?? [];
    if (number === undefined || value === undefined) continue;
    const earlier = lengths.get(Number(number)) ?? [];
    lengths.set(Number(number), [Number(value), ...earlier.slice(0, 3)]);
  }
  return lengths;
}

function lengthsOf(entries: PdfDictionary, lengths: Lengths): readonly number[] {
  const length = entries.get('Length');
  if (length?.kind === 'number') return [length.value];
  return length?.kind === 'reference' ? (lengths.get(length.to) ?? []) : [];
}

/** Whether `endstream` follows, at most a line end later. */
function endsAt(bytes: Buffer, end: number): boolean {
  if (!Number.isInteger(end) || end < 0 || end >= bytes.length) return false;
  return /^[\r\n \0\t]{0,4}endstream/.test(bytes.toString('latin1', end, end + 16));
}

/** Whether a stream holds objects; readers differ on whether it must say so by its type, so its numbers tell. */
export function holdsObjects(entries: PdfDictionary): boolean {
  return nameIn(entries, 'Type') === 'ObjStm' || (entries.has('N') && entries.has('First'));
}

/** What a stream of objects unpacks to, at most so many bytes. Refuses packing that no writer of such streams uses. */
export function unpackObjects(bytes: Buffer, entries: PdfDictionary, most: number): Buffer {
  const filter = entries.get('Filter');
  if (filter === undefined) return bytes.length <= most ? bytes : refuseSyntax();
  const names = filter.kind === 'array' ? filter.values : [filter];
  const [first, second] = names;
  const isDeflated = first?.kind === 'name' && first.value === 'FlateDecode' && second === undefined;
  if (!isDeflated || isPredicted(entries)) refuseSyntax();
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, most) });
  } catch {
    // Damaged, or a small stream that becomes a very large one.
    return refuseSyntax();
  }
}

function isPredicted(entries: PdfDictionary): boolean {
  const parameters = entries.get('DecodeParms') ?? entries.get('DP');
  if (parameters === undefined || (parameters.kind === 'word' && parameters.value === 'null')) return false;
  return parameters.kind !== 'dictionary' || (numberIn(parameters.entries, 'Predictor') ?? 1) !== 1;
}

/** How many bytes all streams of objects of one file may unpack to. */
export const UNPACKED_IN_ALL = CONTENT_LIMITS.pdfUnpacked;
