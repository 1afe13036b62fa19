/** How wide words are in Times New Roman (bold), for the rules under titles and the columns of tables. */

/** Advances in thousandths of the size; a mark over or under a Vietnamese letter does not widen it. */
const GROUPS: readonly (readonly [number, string])[] = [
  [250, ' .,\u00A0'],
  [278, 'il/'],
  [333, "fjt()-:;'"],
  [389, 'sI'],
  [444, 'cezr'],
  [500, 'agovxyJ0123456789“”–'],
  [556, 'bdđhknpquS'],
  [611, 'FPZ'],
  [667, 'BELT'],
  [722, 'ACDĐNRUVXYw'],
  [778, 'GHKOQ'],
  [833, 'm'],
  [944, 'M'],
  [1000, 'W%…'],
];
const ADVANCES: ReadonlyMap<string, number> = new Map(
  GROUPS.flatMap(([advance, letters]) => Array.from(letters, (letter) => [letter, advance] as const)),
);
/** Of any other letter. */
const USUAL = 600;
const POINTS_A_MILLIMETRE = 72 / 25.4;

/** Width on one line, in millimetres, at a size in points. Within two or three hundredths of what is drawn. */
export function widthOf(text: string, size: number): number {
  const bare = text.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const thousandths = Array.from(bare).reduce((sum, letter) => sum + (ADVANCES.get(letter) ?? USUAL), 0);
  return (thousandths / 1000) * (size / POINTS_A_MILLIMETRE);
}

/** Where a title is broken rather than elsewhere: before a word that begins a new thought. */
const GOOD_STARTS =
  /^(giai|trên|của|về|và|theo|tại|năm|quý|tháng|huyện|xã|tỉnh|thành|thị|phường|đối|nhằm|từ|do)$/iu;
/** How much longer than even a line may be for the sake of a good place, in millimetres. */
const GOOD_PLACE = 45;
const BAD_PLACE = 60;

/**
 * Words broken over as few lines as there is room for, about as long as each other, as offices break a long name by hand.
 * @param room in millimetres
 */
export function balancedLines(text: string, room: number, size: number): readonly string[] {
  const full = filledLines(text, room, size);
  if (full.length !== 2) return full;
  const words = text.split(' ');
  const [best = full] = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')])
    .filter((lines) => lines.every((line) => widthOf(line, size) <= room))
    .toSorted((first, second) => costOf(first, size) - costOf(second, size));
  return best;
}

function costOf([first = '', second = '']: readonly string[], size: number): number {
  const uneven = Math.abs(widthOf(first, size) - widthOf(second, size));
  const [start = ''] = second.split(' ');
  if (/^[\d-]/.test(start) || first.endsWith('-')) return uneven + BAD_PLACE;
  return GOOD_STARTS.test(start) ? uneven - GOOD_PLACE : uneven;
}

function filledLines(text: string, room: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= room)
      lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(word);
  }
  return lines;
}
