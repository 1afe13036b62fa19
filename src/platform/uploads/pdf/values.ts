import type { Lexer, Token } from './lexer.ts';
import { refuseSyntax } from './problems.ts';

/** A value of a PDF. Texts are only known to be there; `null`, `true` and `false` are words. */
export type PdfValue =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'text' }
  | { readonly kind: 'word'; readonly value: string }
  | { readonly kind: 'reference'; readonly to: number }
  | { readonly kind: 'array'; readonly values: readonly PdfValue[] }
  | { readonly kind: 'dictionary'; readonly entries: PdfDictionary };

export type PdfDictionary = ReadonlyMap<string, PdfValue>;

/** Told of every name and every dictionary, however deep. */
export type Listener = {
  readonly name: (name: string) => void;
  readonly dictionary: (entries: PdfDictionary) => void;
};

const DEEPEST = 60;
/** Readers differ on which of two entries of one name counts; for these it matters. */
const ONCE = new Set(['OpenAction', 'AA', 'Encrypt', 'Length', 'Filter', 'DecodeParms', 'N', 'First']);
const WORDS = new Set(['null', 'true', 'false']);

/** The value that begins where the lexer stands. */
export function readValue(lexer: Lexer, listener: Listener, depth = 0): PdfValue {
  return valueFrom(lexer.next(), lexer, { listener, depth });
}

type Place = { readonly listener: Listener; readonly depth: number };

function valueFrom(token: Token, lexer: Lexer, place: Place): PdfValue {
  if (place.depth > DEEPEST) refuseSyntax();
  if (token.kind === 'number') return referenceFrom(token.value, lexer) ?? token;
  if (token.kind === 'name') place.listener.name(token.value);
  if (token.kind === 'name' || token.kind === 'text') return token;
  if (token.kind === 'word' && WORDS.has(token.value)) return token;
  if (token.kind !== 'mark') return refuseSyntax();
  const inner = { ...place, depth: place.depth + 1 };
  if (token.value === '[') return { kind: 'array', values: arrayFrom(lexer, inner) };
  if (token.value === '<<') return { kind: 'dictionary', entries: dictionaryFrom(lexer, inner) };
  return refuseSyntax();
}

/** `7 0 R`, or null when the number is only a number. */
function referenceFrom(to: number, lexer: Lexer): PdfValue | null {
  const back = lexer.at();
  const generation = lexer.next();
  if (generation.kind === 'number' && Number.isInteger(to)) {
    const word = lexer.next();
    if (word.kind === 'word' && word.value === 'R') return { kind: 'reference', to };
  }
  lexer.goTo(back);
  return null;
}

function arrayFrom(lexer: Lexer, place: Place): readonly PdfValue[] {
  const values: PdfValue[] = [];
  for (;;) {
    const token = lexer.next();
    if (token.kind === 'mark' && token.value === ']') return values;
    values.push(valueFrom(token, lexer, place));
  }
}

function dictionaryFrom(lexer: Lexer, place: Place): PdfDictionary {
  const entries = new Map<string, PdfValue>();
  for (;;) {
    const key = lexer.next();
    if (key.kind === 'mark' && key.value === '>>') break;
    if (key.kind !== 'name') return refuseSyntax();
    place.listener.name(key.value);
    if (entries.has(key.value) && ONCE.has(key.value)) refuseSyntax();
    entries.set(key.value, valueFrom(lexer.next(), lexer, place));
  }
  place.listener.dictionary(entries);
  return entries;
}

export function numberIn(entries: PdfDictionary, key: string): number | null {
  const value = entries.get(key);
  return value?.kind === 'number' ? value.value : null;
}

export function nameIn(entries: PdfDictionary, key: string): string | null {
  const value = entries.get(key);
  return value?.kind === 'name' ? value.value : null;
}
