import { type Picture, refuseKind } from './picture.ts';

const SIGNATURE = 8;
const GREY = new Set([0, 4]);

/** What the chunks of a PNG before its points say (ISO/IEC 15948). */
export function pngHead(bytes: Buffer): Picture {
  const head = bytes.subarray(16, 29);
  const [bitDepth = 0, colourType = 0, , , interlaced = 0] = head.subarray(8);
  if (interlaced !== 0) refuseKind('là ảnh PNG kiểu xen kẽ');
  let density: number | null = null;
  let palette: Buffer | null = null;
  for (const { type, body } of chunksOf(bytes)) {
    if (type === 'pHYs' && body[8] === 1) density = Math.round(body.readUInt32BE(0) * 0.0254);
    if (type === 'PLTE') palette = body;
  }
  if (colourType === 3 && palette === null) refuseKind('là ảnh PNG thiếu bảng màu');
  return {
    width: head.readUInt32BE(0),
    height: head.readUInt32BE(4),
    density: density === 0 ? null : density,
    orientation: 1,
    isColour: !GREY.has(colourType),
    content: { type: 'png', colourType, bitDepth, palette },
  };
}

/** Chunks of a PNG whose order and checksums the gate has seen. */
export function* chunksOf(bytes: Buffer): Generator<{ readonly type: string; readonly body: Buffer }> {
  for (let at = SIGNATURE; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    yield {
      type: bytes.toString('latin1', at + 4, at + 8),
      body: bytes.subarray(at + 8, at + 8 + length),
    };
    at += 12 + length;
  }
}
