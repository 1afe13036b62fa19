import { jpegHead } from './jpeg-head.ts';
import { type Picture, refuseKind } from './picture.ts';
import { pngHead } from './png-head.ts';

/** Reads the head of a JPEG or PNG that passed the gates. Refuses kinds that no page can be made of. */
export function pictureOf(bytes: Buffer): Picture {
  if (bytes[0] === 0xff) return jpegHead(bytes);
  return bytes[0] === 0x89 ? pngHead(bytes) : refuseKind('không phải ảnh JPEG, PNG');
}
