/**
 * Reads every object of a PDF from its first byte to its last, not by way of its tables: what lies in the file is looked
 * at, whether or not a table names it. Everything must be accounted for, so that no reader finds an object where this one
 * saw none.
 */
import { CONTENT_LIMITS } from '../limits.ts';
import { type Lexer, lexerOf, type Token } from './lexer.ts';
import { refuseHidden } from './hidden.ts';
import { refuseSyntax } from './problems.ts';
import {
  holdsObjects,
  type Lengths,
  lengthsIn,
  streamAt,
  UNPACKED_IN_ALL,
  unpackObjects,
} from './streams.ts';
import { type Listener, numberIn, type PdfDictionary, type PdfValue, readValue } from './values.ts';

export type Visitor = Listener & {
  readonly object: (number: number, value: PdfValue) => void;
  readonly stream: (entries: PdfDictionary) => void;
  readonly trailer: (entries: PdfDictionary) => void;
};

/** Words between objects: those of the tables, and an `endobj` too many. */
const BETWEEN = new Set(['xref', 'startxref', 'n', 'f', 'endobj']);

type Walk = {
  readonly bytes: Buffer;
  readonly lexer: Lexer;
  readonly lengths: Lengths;
  readonly visitor: Visitor;
  /** Where words stand that begin something: `obj` of objects, `trailer` of trailers. */
  readonly starts: Set<number>;
  readonly unpacked: { total: number };
};

export function walkPdf(bytes: Buffer, visitor: Visitor): void {
  const lengths = lengthsIn(bytes);
  const walk: Walk = {
    bytes,
    lexer: lexerOf(bytes),
    lengths,
    visitor,
    starts: new Set(),
    unpacked: { total: 0 },
  };
  for (let token = walk.lexer.next(); token.kind !== 'end'; token = walk.lexer.next()) {
    if (token.kind === 'number') readIfObject(walk, token.value);
    else if (token.kind === 'word' && token.value === 'trailer') readTrailer(walk);
    else if (token.kind !== 'word' || !BETWEEN.has(token.value)) refuseSyntax();
  }
  refuseHidden(bytes, walk.starts);
}

/** `7 0 obj …`; other numbers are of tables. */
function readIfObject(walk: Walk, number: number): void {
  const { lexer, starts } = walk;
  const back = lexer.at();
  if (lexer.next().kind !== 'number' || !isWord(lexer.next(), 'obj')) return lexer.goTo(back);
  starts.add(lexer.at() - 3);
  if (starts.size > CONTENT_LIMITS.pdfObjects) refuseSyntax();
  const value = readValue(lexer, walk.visitor);
  walk.visitor.object(number, value);
  const after = lexer.at();
  const word = lexer.next();
  if (isWord(word, 'endobj')) return undefined;
  if (isWord(word, 'stream') && value.kind === 'dictionary') return readStream(walk, value.entries);
  // A writer that forgot `endobj`: the next object or table follows.
  return lexer.goTo(after);
}

function readStream(walk: Walk, entries: PdfDictionary): void {
  const { bytes, lexer, lengths, visitor } = walk;
  visitor.stream(entries);
  const { start, end } = streamAt(bytes, { at: lexer.at(), entries, lengths });
  if (holdsObjects(entries)) readPacked(walk, entries, bytes.subarray(start, end));
  lexer.goTo(end);
  if (!isWord(lexer.next(), 'endstream')) refuseSyntax();
  const after = lexer.at();
  if (!isWord(lexer.next(), 'endobj')) lexer.goTo(after);
}

/** Objects of a stream, at the places that its head says, one behind the other. */
function readPacked(walk: Walk, entries: PdfDictionary, packed: Buffer): void {
  const unpacked = unpackObjects(packed, entries, UNPACKED_IN_ALL - walk.unpacked.total);
  walk.unpacked.total += unpacked.length;
  const count = numberIn(entries, 'N') ?? refuseSyntax();
  const first = numberIn(entries, 'First') ?? refuseSyntax();
  if (count < 0 || count > CONTENT_LIMITS.pdfObjects) refuseSyntax();
  const head = lexerOf(unpacked);
  const body = lexerOf(unpacked);
  let free = first;
  for (let order = 0; order < count; order += 1) {
    const [number, place] = [wholeFrom(head.next()), wholeFrom(head.next())];
    if (head.at() > first || first + place < free) refuseSyntax();
    body.goTo(first + place);
    walk.visitor.object(number, readValue(body, walk.visitor));
    free = body.at();
  }
}

function readTrailer({ lexer, starts, visitor }: Walk): void {
  starts.add(lexer.at() - 'trailer'.length);
  const value = readValue(lexer, visitor);
  if (value.kind !== 'dictionary') return refuseSyntax();
  return visitor.trailer(value.entries);
}

function isWord(token: Token, word: string): boolean {
  return token.kind === 'word' && token.value === word;
}

function wholeFrom(token: Token): number {
  return token.kind === 'number' && Number.isInteger(token.value) && token.value >= 0
    ? token.value
    : refuseSyntax();
}
