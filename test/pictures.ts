/** Pages as a scanner writes them. */
import { crc32, deflateSync } from 'node:zlib';

export type Kind = { readonly colourType: number; readonly density?: number; readonly bitDepth?: number };
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** A whole PNG of one dark tone; it shows through where it can. */
export function png(width: number, height: number, { colourType, density, bitDepth = 8 }: Kind): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bitDepth, colourType, 0, 0, 0], 8);
  const size = Buffer.alloc(9);
  size.writeUInt32BE(Math.round((density ?? 0) / 0.0254), 0);
  size.writeUInt32BE(Math.round((density ?? 0) / 0.0254), 4);
  size[8] = 1;
  const row = Buffer.alloc(Math.ceil((width * (CHANNELS[colourType] ?? 1) * bitDepth) / 8) + 1, 60);
  row[0] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...(density === undefined ? [] : [chunk('pHYs', size)]),
    ...(colourType === 3 ? [chunk('PLTE', Buffer.alloc(768, 90))] : []),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
