/** Words of a PDF's syntax (ISO 32000-2, 7.2–7.3), read from the place where a reader stands. */
import { refuseSyntax } from './problems.ts';

export type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'text' }
  | { readonly kind: 'mark'; readonly value: '[' | ']' | '<<' | '>>' }
  | { readonly kind: 'word'; readonly value: string }
  | { readonly kind: 'end' };

export type Lexer = {
  readonly next: () => Token;
  /** Where the next token is looked for. */
  readonly at: () => number;
  readonly goTo: (at: number) => void;
};

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set(Buffer.from('()<>[]{}/%'));
/** A comment, a name or a word is never longer; what is longer hides something. */
const LONGEST_WORD = 300;
const TEXT: Token = { kind: 'text' };

export function lexerOf(bytes: Buffer, start = 0): Lexer {
  let at = start;
  const next = (): Token => {
    at = pastSpace(bytes, at);
    const sign = bytes[at];
    if (sign === undefined) return { kind: 'end' };
    const two = String.fromCharCode(sign, bytes[at + 1] ?? 0);
    if (two === '<<' || two === '>>') return mark(two);
    if (sign === 0x5b || sign === 0x5d) return mark(sign === 0x5b ? '[' : ']');
    if (sign === 0x28 || sign === 0x3c) {
      at = sign === 0x28 ? pastText(bytes, at) : pastHex(bytes, at);
      return TEXT;
    }
    const isName = sign === 0x2f;
    const end = endOfWord(bytes, isName ? at + 1 : at);
    const word = bytes.toString('latin1', at, end);
    if (end === at) refuseSyntax();
    at = end;
    return isName ? { kind: 'name', value: plainName(word.slice(1)) } : wordOrNumber(word);
  };
  const mark = (value: '[' | ']' | '<<' | '>>'): Token => {
    at += value.length;
    return { kind: 'mark', value };
  };
  return { next, at: () => at, goTo: (place) => void (at = place) };
}

export function isSpace(byte: number | undefined): boolean {
  return byte !== undefined && SPACE.has(byte);
}

/** Whether a word cannot go on with this byte. */
export function endsWord(byte: number | undefined): boolean {
  return byte === undefined || SPACE.has(byte) || DELIMITERS.has(byte);
}

function wordOrNumber(word: string): Token {
  // Careless writers put two signs or two points into a number; readers make some number of it.
  return /^[+\-.]*\d[\d+\-.]*$/.test(word)
    ? { kind: 'number', value: Number(word) }
    : { kind: 'word', value: word };
}

/** `/J#61vaScript` is `JavaScript` to every reader. */
function plainName(name: string): string {
  return name.replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Past blanks and comments. */
function pastSpace(bytes: Buffer, start: number): number {
  let at = start;
  for (;;) {
    while (isSpace(bytes[at])) at += 1;
    if (bytes[at] !== 0x25) return at;
    const begin = at;
    while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
    if (at - begin > LONGEST_WORD) refuseSyntax();
  }
}

function pastText(bytes: Buffer, start: number): number {
  let depth = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const sign = bytes[at];
    if (sign === 0x5c) at += 1;
    else if (sign === 0x28) depth += 1;
    else if (sign === 0x29) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return refuseSyntax();
}

function pastHex(bytes: Buffer, start: number): number {
  for (let at = start + 1; at < bytes.length; at += 1) {
    const sign = bytes[at] ?? 0;
    if (sign === 0x3e) return at + 1;
    if (!isHexDigit(sign) && !SPACE.has(sign)) refuseSyntax();
  }
  return refuseSyntax();
}

function endOfWord(bytes: Buffer, start: number): number {
  let at = start;
  while (!endsWord(bytes[at])) at += 1;
  if (at - start > LONGEST_WORD) refuseSyntax();
  return at;
}

function isHexDigit(sign: number): boolean {
  const letter = sign | 0x20;
  return isDigit(sign) || (letter >= 0x61 && letter <= 0x66);
}

export function isDigit(sign: number | undefined): boolean {
  return sign !== undefined && sign >= 0x30 && sign <= 0x39;
}

/** Every place where these bytes stand. */
export function* placesOf(bytes: Buffer, word: string): Generator<number> {
  for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + 1)) yield at;
}
