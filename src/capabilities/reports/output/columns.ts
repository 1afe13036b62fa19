/** How wide the columns of a table are, by what stands in them; the same on paper of every kind. */
import { CELL_INSET, SIZES, TEXT_WIDTH } from './layout.ts';
import type { LaidRow, LaidTable } from './laid.ts';
import { widthOf } from './text-width.ts';

/** No column asks for more than this, in millimetres: longer text takes more lines. */
const WIDEST_WISH = 80;
/** A table of so many columns is hard to read upright. */
const MANY_COLUMNS = 9;

type Wish = { readonly least: number; readonly wanted: number };

/** A table laid into a room, in millimetres; set smaller where its words would not fit otherwise. */
export function tableIn(room: number, table: Pick<LaidTable, 'caption' | 'head' | 'rows'>): LaidTable {
  const wishes = wishesOf(table, SIZES.table);
  const isDense = sumOf(wishes, 'least') > room;
  return { ...table, widths: sharedOut(room, isDense ? wishesOf(table, SIZES.denseTable) : wishes), isDense };
}

/** Whether a table wants a page on its side. */
export function isWide(table: Pick<LaidTable, 'head' | 'rows'>): boolean {
  return table.head.length >= MANY_COLUMNS || sumOf(wishesOf(table, SIZES.table), 'least') > TEXT_WIDTH;
}

function wishesOf({ head, rows }: Pick<LaidTable, 'head' | 'rows'>, size: number): readonly Wish[] {
  return head.map((name, column) => {
    const texts = [name, ...rows.map((row) => textOf(row, column))];
    const words = texts.flatMap((text) => text.split(' '));
    const inset = 2 * CELL_INSET.x + 1;
    return {
      least: longestOf(words, size) + inset,
      wanted: Math.min(longestOf(texts, size), WIDEST_WISH) + inset,
    };
  });
}

/** What is left when every column has its longest word goes to those whose text is longer than a word. */
function sharedOut(room: number, wishes: readonly Wish[]): readonly number[] {
  const least = sumOf(wishes, 'least');
  if (least >= room) return wishes.map((wish) => (wish.least / least) * room);
  const wanted = wishes.reduce((sum, wish) => sum + Math.max(wish.wanted - wish.least, 0), 0);
  const free = room - least;
  if (wanted === 0) return wishes.map((wish) => (wish.least / least) * room);
  // Room that nobody asked for makes all columns wider alike.
  const given = Math.min(free, wanted);
  const over = free - given;
  return wishes.map((wish) => {
    const own = wish.least + (Math.max(wish.wanted - wish.least, 0) / wanted) * given;
    return own + (own / (room - over)) * over;
  });
}

function textOf(row: LaidRow, column: number): string {
  const runs = row.cells[column]?.runs ?? [];
  return runs.map((run) => (run.kind === 'note' ? String(run.number) : run.text)).join('');
}

/** A run of letters without a space is broken by all who set type, so that one of them cannot take all the room. */
function longestOf(texts: readonly string[], size: number): number {
  return texts.reduce((longest, text) => Math.max(longest, Math.min(widthOf(text, size), WIDEST_WISH)), 0);
}

function sumOf(wishes: readonly Wish[], which: keyof Wish): number {
  return wishes.reduce((sum, wish) => sum + wish[which], 0);
}
