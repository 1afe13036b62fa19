import { endOfPicture } from '#platform/uploads/gates/jpeg.ts';
import { exifOf } from './exif.ts';
import { type Picture, refuseKind } from './picture.ts';

/** What the segments before the first scan of a JPEG say. */
export function jpegHead(bytes: Buffer): Picture {
  let density: number | null = null;
  let orientation = 1;
  for (const { marker, body } of segmentsOf(bytes)) {
    if (marker === 0xe0) density = jfifDensity(body) ?? density;
    if (marker === 0xe1) {
      const exif = exifOf(body);
      orientation = exif.orientation;
      density ??= exif.density;
    }
    if (isFrame(marker)) return { ...frameOf(bytes, body), density, orientation };
  }
  return refuseKind('là ảnh JPEG hỏng');
}

function* segmentsOf(bytes: Buffer): Generator<{ readonly marker: number; readonly body: Buffer }> {
  let at = 2;
  while (at + 4 <= bytes.length) {
    while (bytes[at] === 0xff) at += 1;
    const marker = bytes[at] ?? 0;
    const length = bytes.readUInt16BE(at + 1);
    yield { marker, body: bytes.subarray(at + 3, at + 1 + length) };
    at += 1 + length;
  }
}

function frameOf(bytes: Buffer, body: Buffer): Pick<Picture, 'width' | 'height' | 'isColour' | 'content'> {
  const components = body[5];
  if (body[0] !== 8) refuseKind('là ảnh JPEG hơn 8 bit một màu');
  if (components !== 1 && components !== 3) refuseKind('là ảnh JPEG dùng màu in (CMYK)');
  return {
    width: body.readUInt16BE(3),
    height: body.readUInt16BE(1),
    isColour: components === 3,
    // Telephones put further pictures behind the first.
    content: { type: 'jpeg', end: endOfPicture(bytes, 0), components },
  };
}

/** JFIF 1.02: unit 1 is dots per inch, 2 is dots per centimetre, 0 says nothing about size. */
function jfifDensity(body: Buffer): number | null {
  if (body.toString('latin1', 0, 5) !== 'JFIF\0' || body.length < 12) return null;
  const [unit, dots] = [body[7], body.readUInt16BE(8)];
  if (unit === 1) return dots;
  return unit === 2 ? Math.round(dots * 2.54) : null;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
