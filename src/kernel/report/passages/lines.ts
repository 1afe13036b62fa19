/** The lines of an extracted text, cleaned of what extraction leaves in them, and what kind of text they are. */
import { repairText } from '#kernel/vietnamese/fold.ts';

export type Line = {
  /** From 1. */
  readonly number: number;
  /** Single spaces, columns of a table apart by a tab, letters repaired; empty for a blank line. */
  readonly text: string;
  /** Blanks in front, as they came. */
  readonly indent: number;
  readonly startsPage: boolean;
  readonly isRow: boolean;
};

/** What holds for the whole text. */
export type Manner = {
  /** Paragraphs are broken over lines, as in text from PDF; otherwise a paragraph is one line. */
  readonly isWrapped: boolean;
  /** Every line is followed by a blank one, so that blank lines say nothing and their absence shows a new block. */
  readonly isSpaced: boolean;
  /** Length of a full line in characters. */
  readonly width: number;
};

/** Soft hyphen, zero-width characters, byte order mark; other control characters become blanks. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
// oxlint-disable-next-line no-control-regex -- extraction leaves control characters, and they are to go
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F]/g;

export function cleanLines(lines: readonly string[]): readonly Line[] {
  return lines.map((raw, index) => {
    const repaired = repairText(raw.replace(INVISIBLE, '').replace(CONTROL, ' '));
    const flat = repaired.replaceAll('\f', ' ').trimEnd();
    const body = flat.trimStart();
    const isRow = isTableRow(body);
    return {
      number: index + 1,
      text: isRow ? body.split(COLUMN).join('\t').replace(/ +/g, ' ') : body.replace(/\s+/g, ' '),
      indent: flat.length - body.length,
      startsPage: raw.includes('\f'),
      isRow,
    };
  });
}

/** Three blanks may also come of a justified line, so one gap makes columns only when it is wide. */
const COLUMN = /\t+|\s{3,}/;

function isTableRow(body: string): boolean {
  if (!body.includes('\t') && !body.includes('   ')) return false;
  if (body.includes('\t')) return true;
  const gaps = body.split(/\s{3,}/).length - 1;
  return gaps >= 2 || /\s{8,}/.test(body);
}

export function mannerOf(lines: readonly Line[]): Manner {
  const written = lines.filter((line) => line.text !== '');
  const prose = written.filter((line) => !line.isRow);
  const lengths = prose.map((line) => line.text.length).toSorted((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return { width, isWrapped: width <= 200 && isBroken(prose), isSpaced: isSpaced(lines, written.length) };
}

const LONG_ENOUGH = 40;

/** Sentences go on in small letters on the next line. */
function isBroken(prose: readonly Line[]): boolean {
  let long = 0;
  let broken = 0;
  for (const [index, line] of prose.entries()) {
    const next = prose[index + 1];
    if (!next || line.text.length < LONG_ENOUGH) continue;
    long += 1;
    if (!/[.:;!?…]$/.test(line.text) && /^\p{Ll}/u.test(next.text)) broken += 1;
  }
  return long > 0 && broken / long >= 0.2;
}

function isSpaced(lines: readonly Line[], written: number): boolean {
  const followed = lines.filter((line, index) => line.text !== '' && lines[index + 1]?.text === '').length;
  return written > 0 && followed / written >= 0.6;
}
