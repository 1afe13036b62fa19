/** Makes any text safe to set: PDF/A refuses a glyph the font lacks, and a line without a place to break would leave the page. */

/** White square: stands where the font has no glyph, so that a reader sees that something is missing. */
const MISSING = '\u25A1';
const BREAK = '\u200B';

/** Controls, direction overrides and other invisible characters: they print nothing, and can make text read otherwise than stored. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\uFE00-\uFE0F]/u;

/**
 * The same value with every string inside (keys stay as they are) composed (NFC), without invisible characters, with `□`
 * for what is not covered and with break opportunities in runs of more than 32 characters. Line feeds stay.
 */
export function printable(value: unknown, covered: ReadonlySet<number>): unknown {
  if (typeof value === 'string') return printableText(value, covered);
  if (Array.isArray(value)) return value.map((part) => printable(part, covered));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, printable(part, covered)]));
}

function printableText(text: string, covered: ReadonlySet<number>): string {
  const drawn = Array.from(text.normalize('NFC'), (character) => drawable(character, covered)).join('');
  return drawn.replaceAll(/\S{33,}/gu, (run) => run.replaceAll(/(.{8})/gu, `$1${BREAK}`));
}

function drawable(character: string, covered: ReadonlySet<number>): string {
  if (character === '\n') return character;
  if (/\s/u.test(character)) return character === '\u00A0' ? character : ' ';
  if (INVISIBLE.test(character)) return '';
  return covered.has(character.codePointAt(0) ?? 0) ? character : MISSING;
}
