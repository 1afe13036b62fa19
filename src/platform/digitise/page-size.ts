import type { Picture } from './picture.ts';

/** A page as large as the paper that was scanned, in points (1/72 inch), and the dots that each inch of it has. */
export type PageSize = {
  readonly width: number;
  readonly height: number;
  readonly resolution: number;
  /** Where the unit square of the picture goes (ISO 32000-2, 8.3.4). */
  readonly matrix: readonly number[];
};

const POINTS_IN_INCH = 72;
/** A4 in inches. */
const SHEET = { short: 210 / 25.4, long: 297 / 25.4 } as const;
/** Telephones write 72 and mean nothing by it; no scanner goes above. */
const BELIEVED = { from: 100, to: 1200 } as const;
/** Longest page that readers take is 200 inches; A0 is below 50. */
const LONGEST = 50;

/** For each way a picture lies, the unit square turned and mirrored upright (TIFF 6.0, tag 274). */
const TURNED: Readonly<Record<number, readonly number[]>> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
};

/** By the resolution that the file states, and where it states none as the largest that goes on a sheet of A4. */
export function pageSizeOf(picture: Picture): PageSize {
  const lies = picture.orientation >= 5;
  const [across, down] = lies ? [picture.height, picture.width] : [picture.width, picture.height];
  const resolution = believed(picture) ?? onSheet(across, down);
  const [width, height] = [across, down].map((dots) => (dots / resolution) * POINTS_IN_INCH);
  if (width === undefined || height === undefined) throw new Error('Two sides have two lengths');
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = TURNED[picture.orientation] ?? [];
  const matrix = [a * width, b * height, c * width, d * height, e * width, f * height];
  return { width, height, resolution: Math.floor(resolution), matrix };
}

function believed({ density, width, height }: Picture): number | null {
  if (density === null || density < BELIEVED.from || density > BELIEVED.to) return null;
  return Math.max(width, height) / density <= LONGEST ? density : null;
}

function onSheet(across: number, down: number): number {
  const sides = [Math.min(across, down) / SHEET.short, Math.max(across, down) / SHEET.long];
  return Math.max(1, ...sides);
}
