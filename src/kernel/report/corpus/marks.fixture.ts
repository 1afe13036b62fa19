/** Planted errors are enclosed by characters that no text has, until lines are made. */
import type { Block } from './saying.fixture.ts';

const BEGIN = 0xe000;
const END = 0xe800;

/** Blocks with the mark of a planting around them. */
export function marked(blocks: readonly Block[], id: number): readonly Block[] {
  const [begin, end] = [String.fromCodePoint(BEGIN + id), String.fromCodePoint(END + id)];
  return blocks.map((block) =>
    block.cells === undefined
      ? { ...block, text: `${begin}${block.text}${end}`, ...markedNotes(block, begin, end) }
      : { ...block, cells: block.cells.map((cell, at) => (at === 0 ? `${begin}${cell}${end}` : cell)) },
  );
}

function markedNotes({ notes }: Block, begin: string, end: string): Partial<Block> {
  return notes === undefined ? {} : { notes: notes.map((note) => `${begin}${note}${end}`) };
}

export const stripMarks = (text: string): string => text.replaceAll(/[\uE000-\uEFFF]/g, '');

/** The lines on which each mark is open. */
export function openings(lines: readonly string[]): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  const open = new Set<number>();
  lines.forEach((line, at) => {
    const touched = new Set(open);
    for (const character of line) {
      const code = character.codePointAt(0) ?? 0;
      if (code >= BEGIN && code < END) {
        open.add(code - BEGIN);
        touched.add(code - BEGIN);
      } else if (code >= END && code < 0xf000) {
        open.delete(code - END);
      }
    }
    for (const id of touched) places.set(id, [...(places.get(id) ?? []), at + 1]);
  });
  return places;
}
