/** The one typeface of printed paper, Tinos (the free metric twin of Times New Roman, Decree 30/2020 annex I), and what it can draw. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'] as const;

/** The four faces as TrueType files. Throws when the font package is not installed. */
export function loadFonts(): readonly Buffer[] {
  const { resolve } = createRequire(import.meta.url);
  return FACES.map((face) => readFileSync(resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)));
}

/** Code points that every given TrueType font has a glyph for, read from the `cmap` tables. */
export function coverageOf(fonts: readonly Buffer[]): ReadonlySet<number> {
  const [first = new Set<number>(), ...others] = fonts.map(codePointsOf);
  return new Set([...first].filter((code) => others.every((other) => other.has(code))));
}

/** OpenType `cmap`, format 4 (basic plane); a font of Latin script keeps everything we print there. */
function codePointsOf(font: Buffer): Set<number> {
  const table = format4Of(font);
  const segments = table.readUInt16BE(6) / 2;
  const codePoints = new Set<number>();
  for (let segment = 0; segment < segments; segment += 1) {
    const last = table.readUInt16BE(14 + segment * 2);
    const first = table.readUInt16BE(16 + (segments + segment) * 2);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      if (glyphOf(table, { segments, segment, first, code }) !== 0) codePoints.add(code);
    }
  }
  return codePoints;
}

interface Place {
  readonly segments: number;
  readonly segment: number;
  readonly first: number;
  readonly code: number;
}

function glyphOf(table: Buffer, { segments, segment, first, code }: Place): number {
  const delta = table.readUInt16BE(16 + (segments * 2 + segment) * 2);
  const rangeAt = 16 + (segments * 3 + segment) * 2;
  const range = table.readUInt16BE(rangeAt);
  if (range === 0) return (code + delta) & 0xffff;
  return table.readUInt16BE(rangeAt + range + (code - first) * 2);
}

function format4Of(font: Buffer): Buffer {
  const cmap = font.subarray(tableOffset(font, 'cmap'));
  for (let entry = 0; entry < cmap.readUInt16BE(2); entry += 1) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + entry * 8 + 4));
    if (subtable.readUInt16BE(0) === 4) return subtable;
  }
  throw new Error('the font has no character table of format 4');
}

function tableOffset(font: Buffer, tag: string): number {
  for (let entry = 0; entry < font.readUInt16BE(4); entry += 1) {
    const at = 12 + entry * 16;
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}
