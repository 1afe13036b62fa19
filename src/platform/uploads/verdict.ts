/** Types of content that pass the gates; everything else is refused whatever it is called. */
export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const;

export type MediaType = (typeof MEDIA_TYPES)[keyof typeof MEDIA_TYPES];

/**
 * What a look into a file found: what it is, or why it is not taken. The problem goes on from the name of the file (`Tệp
 * “a.pdf” …`) and says what to do.
 */
export type Verdict =
  | { readonly mediaType: MediaType; readonly problem?: never }
  | { readonly problem: string; readonly mediaType?: never };
