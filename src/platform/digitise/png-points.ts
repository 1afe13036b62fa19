/** The points of a PNG for a PDF: handed on as they are packed, or, where they shine through, laid on white paper. */
import { createDeflate, createInflate } from 'node:zlib';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Picture, refuseKind } from './picture.ts';
import { chunksOf } from './png-head.ts';

/** Values for each point by the type of colour. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export type PngPoints = {
  readonly packed: Buffer;
  readonly components: 1 | 3;
  readonly bitDepth: number;
  /** Rows keep the filters of PNG, which a PDF knows as predictor 15. */
  readonly isFiltered: boolean;
};

type Rows = { readonly size: number; readonly count: number };

/** Refuses a picture whose packed points are not all there. Works row by row, so memory does not grow with the picture. */
export async function pngPoints(bytes: Buffer, picture: Picture): Promise<PngPoints> {
  if (picture.content.type !== 'png') throw new Error('Not a PNG');
  const { colourType, bitDepth } = picture.content;
  const packed = [...chunksOf(bytes)].filter(({ type }) => type === 'IDAT').map(({ body }) => body);
  const channels = CHANNELS[colourType] ?? refuseKind('là ảnh PNG có kiểu màu lạ');
  const rows = { size: Math.ceil((picture.width * channels * bitDepth) / 8), count: picture.height };
  if (colourType !== 4 && colourType !== 6) {
    for await (const _ of rowsOf(packed, rows)) continue;
    const components = colourType === 2 ? 3 : 1;
    return { packed: Buffer.concat(packed), components, bitDepth, isFiltered: true };
  }
  const flat = flattened(rowsOf(packed, rows), { channels, depth: bitDepth / 8 });
  return {
    packed: await deflated(flat),
    components: colourType === 6 ? 3 : 1,
    bitDepth: 8,
    isFiltered: false,
  };
}

/** Every row with the byte of its filter before it. */
async function* rowsOf(packed: readonly Buffer[], { size, count }: Rows): AsyncGenerator<Buffer> {
  const whole = size + 1;
  let rest: Buffer = Buffer.alloc(0);
  let seen = 0;
  try {
    for await (const piece of Readable.from(packed).pipe(createInflate())) {
      // A stream of zlib gives buffers.
      let have = Buffer.concat([rest, piece as Buffer]);
      for (; have.length >= whole && seen < count; have = have.subarray(whole), seen += 1)
        yield have.subarray(0, whole);
      if (seen === count && have.length > 0) break;
      rest = have;
    }
  } catch {
    refuseKind('là ảnh PNG hỏng'); // Of zlib: not packed as it says.
  }
  if (seen !== count) refuseKind('là ảnh PNG thiếu điểm ảnh');
}

type Points = { readonly channels: number; readonly depth: number };

/** Rows without filters (ISO/IEC 15948, 9.2) and without transparency, 8 bits a value. */
async function* flattened(rows: AsyncIterable<Buffer>, points: Points): AsyncGenerator<Buffer> {
  const step = points.channels * points.depth;
  let above: Buffer | null = null;
  for await (const row of rows) {
    const values = Buffer.from(row.subarray(1));
    unfilter(values, { filter: row[0] ?? 0, above: above ?? Buffer.alloc(values.length), step });
    yield onWhite(values, points);
    above = values;
  }
}

function unfilter(
  row: Buffer,
  { filter, above, step }: { readonly filter: number; readonly above: Buffer; readonly step: number },
): void {
  for (let at = 0; at < row.length; at += 1) {
    const left = at < step ? 0 : (row[at - step] ?? 0);
    const up = above[at] ?? 0;
    const corner = at < step ? 0 : (above[at - step] ?? 0);
    row[at] = ((row[at] ?? 0) + guess(filter, left, { up, corner })) & 0xff;
  }
}

function guess(
  filter: number,
  left: number,
  { up, corner }: { readonly up: number; readonly corner: number },
): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const near = left + up - corner;
  const [a, b, c] = [Math.abs(near - left), Math.abs(near - up), Math.abs(near - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function onWhite(row: Buffer, { channels, depth }: Points): Buffer {
  const colours = channels - 1;
  const count = row.length / (channels * depth);
  const flat = Buffer.alloc(count * colours);
  for (let point = 0; point < count; point += 1) {
    const start = point * channels * depth;
    const alpha = (row[start + colours * depth] ?? 0) / 255;
    for (let colour = 0; colour < colours; colour += 1)
      flat[point * colours + colour] = Math.round(255 + ((row[start + colour * depth] ?? 0) - 255) * alpha);
  }
  return flat;
}

async function deflated(rows: AsyncIterable<Buffer>): Promise<Buffer> {
  return pipeline(Readable.from(rows), createDeflate(), async (packed: AsyncIterable<Buffer>) => {
    const pieces: Buffer[] = [];
    for await (const piece of packed) pieces.push(piece);
    return Buffer.concat(pieces);
  });
}
