import { dossierPath } from '../schema.ts';

/** What is known of a paper in electronic form. */
export type Scan = {
  readonly fileId: number;
  readonly pages: number | null;
  readonly pdfVersion: string;
  /** Part and level of PDF/A that the file says it keeps to; empty when it says nothing. */
  readonly archival: string;
  /** Lowest of its pages, in dots per inch; null where it was not measured. */
  readonly resolution: number | null;
  readonly isColour: boolean | null;
  /** Made here of page pictures. */
  readonly isMade: boolean;
};

/** A picture that a PDF/A was made of. */
export type ScanPage = {
  readonly fileId: number;
  readonly scanId: number;
  readonly page: number;
  readonly resolution: number;
  readonly isColour: boolean;
};

/** The scans of a dossier, by file, and the pages that some of them were made of. */
export type Scans = {
  readonly byFile: ReadonlyMap<number, Scan>;
  readonly pages: readonly ScanPage[];
};

export const previewPath = (number: string, fileId: number): string =>
  dossierPath(number, `files/${fileId}/preview`);
