/** What a scanned page is, from the head of its file: sizes, resolution, which way up. Nothing is decoded. */
import { refuse } from '#kernel/refusal.ts';

export type Picture = {
  readonly width: number;
  readonly height: number;
  /** Dots per inch that the file states, or null. */
  readonly density: number | null;
  /** The place of the first row and column (TIFF 6.0, tag 274): 1 upright, 3 upside down, 6 and 8 lying. */
  readonly orientation: number;
  readonly isColour: boolean;
  readonly content: PictureContent;
};

export type PictureContent =
  | { readonly type: 'jpeg'; readonly end: number; readonly components: 1 | 3 }
  | {
      readonly type: 'png';
      readonly colourType: number;
      readonly bitDepth: number;
      readonly palette: Buffer | null;
    };

/** Why no page of a PDF/A can be made of a picture. */
export function refuseKind(what: string): never {
  refuse('invalid', `${what}. Hãy quét lại hoặc lưu ảnh thành JPEG thông thường rồi gửi lại.`);
}
