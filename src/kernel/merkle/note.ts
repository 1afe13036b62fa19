/** Signed notes of C2SP (https://c2sp.org/signed-note): a text, an empty line, and one line for each signature. */
import { fromBase64, toBase64 } from './base64.ts';
import { joined, toHex } from './bytes.ts';

export type NoteSignature = {
  /** Name of the key. */
  readonly name: string;
  /** Four bytes as eight lower-case hexadecimal digits. */
  readonly keyId: string;
  readonly signature: Uint8Array;
};

export type SignedNote = {
  /** What is signed: lines, each with its line feed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
};

/** A note with more signatures, or longer (in characters), is not read: nobody makes us work for nothing. */
const MOST_SIGNATURES = 100;
const LONGEST_NOTE = 1_000_000;

/** The note as it is published. A text or a name that cannot be in a note is a RangeError. */
export function formatNote({ text, signatures }: SignedNote): string {
  if (!isNoteText(text) || signatures.length === 0 || !signatures.every(({ name }) => isKeyName(name)))
    throw new RangeError(
      'A note has a text of whole lines, and signatures by keys whose names have no space or plus.',
    );
  return `${text}\n${signatures.map(formatSignatureLine).join('')}`;
}

/** The parts of a note, not yet verified, or null for anything that the format does not allow. */
export function parseNote(note: string): SignedNote | null {
  if (note.length > LONGEST_NOTE || !isNoteText(note)) return null;
  const gap = note.lastIndexOf('\n\n');
  const text = note.slice(0, gap + 1);
  const lines = note.slice(gap + 2, -1).split('\n');
  if (gap < 0 || !isNoteText(text) || lines.length > MOST_SIGNATURES) return null;
  const signatures = lines.map(parseSignatureLine).filter((signature) => signature !== null);
  return signatures.length === lines.length ? { text, signatures } : null;
}

/** Whole lines without control characters, in valid Unicode. */
export function isNoteText(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.isWellFormed() && text.endsWith('\n') && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
}

/** A key's name is not empty and has neither spaces of Unicode nor a plus; it stands between spaces in a line. */
export function isKeyName(name: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return name.isWellFormed() && /^[^\s+\u0000-\u001f\u0085]+$/.test(name);
}

/** One line of a note, with its line feed: what a witness answers. */
export function formatSignatureLine({ name, keyId, signature }: NoteSignature): string {
  const id = Uint8Array.from(keyId.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
  return `— ${name} ${toBase64(joined(id, signature))}\n`;
}

/** The signature of a line without its line feed, or null. */
export function parseSignatureLine(line: string): NoteSignature | null {
  const [dash, name = '', encoded = '', ...more] = line.split(' ');
  const bytes = fromBase64(encoded);
  if (dash !== '—' || !isKeyName(name) || more.length > 0 || bytes === null || bytes.length < 5) return null;
  return { name, keyId: toHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
}
