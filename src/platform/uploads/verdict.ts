/** Types of content that pass the gates; everything else is refused whatever it is called. */
export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  bpmn: 'application/bpmn+xml',
  text: 'text/plain',
} as const;

export type MediaType = (typeof MEDIA_TYPES)[keyof typeof MEDIA_TYPES];

/** What a PDF says of itself. */
export type PdfFacts = {
  readonly pages: number;
  /** `1.7` */
  readonly version: string;
  /** Part and level of PDF/A that it says it keeps to (ISO 19005), such as `2b`; empty when it says nothing. */
  readonly archival: string;
};

/**
 * What a look into a file found: what it is, or why it is not taken. The problem goes on from the name of the file (`Tệp
 * “a.pdf” …`) and says what to do.
 */
export type Verdict =
  | { readonly mediaType: MediaType; readonly pdf?: PdfFacts; readonly problem?: never }
  | { readonly problem: string; readonly mediaType?: never; readonly pdf?: never };
