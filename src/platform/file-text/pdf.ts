import { getDocumentProxy } from 'unpdf';
import { type FileText, PROBLEMS, TEXT_LIMITS } from './lines.ts';

/** The text of a PDF, line by line from top to bottom as it stands on the pages. */
export async function pdfText(bytes: Uint8Array): Promise<FileText> {
  // The reader takes what it is given for itself.
  const pdf = await openPdf(Uint8Array.from(bytes));
  if (pdf === null) return { problem: PROBLEMS.damaged };
  try {
    if (pdf.numPages > TEXT_LIMITS.pages) return { problem: PROBLEMS.large };
    const lines: string[] = [];
    let characters = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const found = linesOfPage(items.flatMap((item) => ('str' in item ? [pieceOf(item)] : [])));
      characters += found.reduce((sum, line) => sum + line.length, 0);
      if (characters > TEXT_LIMITS.characters) return { problem: PROBLEMS.large };
      lines.push(...found.map((line, index) => (index === 0 && number > 1 ? `\f${line}` : line)));
      page.cleanup();
    }
    return characters === 0 ? { problem: PROBLEMS.scanned } : { lines, pages: pdf.numPages };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function openPdf(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(bytes, { isEvalSupported: false, disableFontFace: true, verbosity: 0 });
  } catch {
    // Damaged, or under a password: the parser's words mean nothing to the person.
    return null;
  }
}

type TextItem = {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
};

/** A piece of text with its place: left end, base line (up is more), width and size of type, in points. */
type Piece = {
  readonly text: string;
  readonly left: number;
  readonly base: number;
  readonly width: number;
  readonly size: number;
};

function pieceOf({ str, transform, width, height }: TextItem): Piece {
  return { text: str, left: transform[4] ?? 0, base: transform[5] ?? 0, width, size: height };
}

/** Pieces on one base line are one line; the mark of a note, raised above it, stands alone as on the page. */
function linesOfPage(pieces: readonly Piece[]): readonly string[] {
  const rows: Piece[][] = [];
  for (const piece of pieces.filter(({ text }) => text.trim() !== '')) {
    const row = rows.at(-1);
    if (row !== undefined && isBeside(row, piece)) row.push(piece);
    else rows.push([piece]);
  }
  return inReadingOrder(rows)
    .map((row) => lineOf(row))
    .filter((line) => line !== '');
}

function isBeside(row: readonly Piece[], piece: Piece): boolean {
  const first = row[0];
  return first !== undefined && Math.abs(first.base - piece.base) <= Math.max(1, first.size * 0.2);
}

/** Rows that producers wrote in several goes are put together; otherwise the order of the file is the order of reading. */
function inReadingOrder(rows: readonly Piece[][]): readonly Piece[][] {
  const merged: Piece[][] = [];
  for (const row of rows) {
    const same = merged.slice(-3).find((other) => row[0] !== undefined && isBeside(other, row[0]));
    if (same === undefined) merged.push(row);
    else same.push(...row);
  }
  return merged;
}

/** A gap wider than a letter is a space; one as wide as several parts the columns of a table. */
function lineOf(row: readonly Piece[]): string {
  let line = '';
  let end = Number.NaN;
  for (const piece of row.toSorted((one, other) => one.left - other.left)) {
    const gap = piece.left - end;
    if (gap > piece.size) line += '   ';
    else if (gap > piece.size * 0.15 && !line.endsWith(' ')) line += ' ';
    line += piece.text;
    end = piece.left + piece.width;
  }
  return line.replace(/\s+$/, '').normalize('NFC');
}
