/** Lengths as Word counts them. */

/** Twentieths of a point, of millimetres. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
/** Twentieths of a point, of points. */
export const twipsOfPoints = (points: number): number => Math.round(points * 20);
/** Sizes of letters are in half points. */
export const halfPoints = (points: number): number => Math.round(points * 2);
/** 240ths of a line. */
export const lineShare = (lines: number): number => Math.round(lines * 240);
/** At 96 to the inch, as pictures are measured. */
export const pixels = (millimetres: number): number => Math.max(1, Math.round((millimetres * 96) / 25.4));
