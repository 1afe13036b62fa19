import { docxText } from './docx.ts';
import { type FileText, PROBLEMS, TEXT_LIMITS } from './lines.ts';
import { pdfText } from './pdf.ts';
import { plainText } from './plain.ts';

/** Reads the text of a file by what it is, not by how it is called. Never throws for what is in it. */
export async function readText(bytes: Uint8Array): Promise<FileText> {
  if (bytes.length > TEXT_LIMITS.file) return { problem: PROBLEMS.large };
  if (bytes.length === 0) return { problem: PROBLEMS.empty };
  try {
    if (startsWith(bytes, '%PDF-')) return await pdfText(bytes);
    if (startsWith(bytes, 'PK\u0003\u0004')) return docxText(bytes);
    return plainText(bytes);
  } catch {
    // A reader that stumbles over bytes nobody thought of.
    return { problem: PROBLEMS.damaged };
  }
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return Buffer.from(mark, 'latin1').equals(bytes.subarray(0, mark.length));
}
