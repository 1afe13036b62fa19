import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type ArchiveEntry, openArchive } from '#platform/archive/zip.ts';
import { type FileText, PROBLEMS, TEXT_LIMITS } from './lines.ts';

/**
 * The text of a document of ECMA-376 as its reader sees it: a paragraph a line, a row of a table a line with tabs between
 * its cells, and the footnotes at the end, each after its number.
 */
export function docxText(bytes: Uint8Array): FileText {
  const entries = openArchive(bytes, TEXT_LIMITS.archive);
  if (entries === null) return { problem: PROBLEMS.damaged };
  const body = entries.find(({ name }) => name === 'word/document.xml');
  if (body === undefined) return { problem: PROBLEMS.unknown };
  const lines = [...linesIn(body), ...notesIn(entries)];
  return lines.every((line) => line.trim() === '') ? { problem: PROBLEMS.empty } : { lines, pages: null };
}

function linesIn(entry: ArchiveEntry): readonly string[] {
  return readParts(entry).flatMap(({ lines }) => lines);
}

/** Footnotes that Word makes by itself have numbers below 1: lines between text and notes. */
function notesIn(entries: readonly ArchiveEntry[]): readonly string[] {
  const notes = entries.find(({ name }) => name === 'word/footnotes.xml');
  if (notes === undefined) return [];
  let number = 0;
  return readParts(notes).flatMap(({ note, lines }) => {
    if (note === null || note < 1) return [];
    number += 1;
    const text = lines.join(' ').trim();
    return text === '' ? [] : [`${number} ${text}`];
  });
}

type Part = { readonly note: number | null; readonly lines: string[] };

type Reading = {
  readonly parts: Part[];
  /** What the paragraph has so far; null outside of paragraphs. */
  paragraph: string | null;
  /** Cells of the row that is being read, by depth of tables; a cell of several paragraphs is joined with spaces. */
  readonly rows: string[][];
  /** Deleted text and instructions of fields are in the file and not on the page. */
  unseen: number;
  isText: boolean;
};

function readParts(entry: ArchiveEntry): readonly Part[] {
  const reading: Reading = {
    parts: [{ note: null, lines: [] }],
    paragraph: null,
    rows: [],
    unseen: 0,
    isText: false,
  };
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => open(reading, tag));
  parser.on('closetag', ({ name }) => close(reading, name));
  parser.on('text', (text) => {
    if (reading.isText && reading.unseen === 0) append(reading, text);
  });
  parser.write(entry.content().toString('utf8')).close();
  return reading.parts;
}

const UNSEEN: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'mc:Fallback']);

function open(reading: Reading, { name, attributes }: SaxesTagPlain): void {
  if (UNSEEN.has(name)) reading.unseen += 1;
  else if (name === 'w:footnote') reading.parts.push({ note: Number(attributes['w:id'] ?? 0), lines: [] });
  else if (name === 'w:p') reading.paragraph = '';
  else if (name === 'w:tr') reading.rows.push([]);
  else if (name === 'w:tc') reading.rows.at(-1)?.push('');
  else if (name === 'w:t') reading.isText = true;
  else if (name === 'w:tab') append(reading, '\t');
  else if (name === 'w:noBreakHyphen') append(reading, '-');
  else if (name === 'w:br' || name === 'w:cr') breakLine(reading);
}

function close(reading: Reading, name: string): void {
  if (UNSEEN.has(name)) reading.unseen -= 1;
  else if (name === 'w:t') reading.isText = false;
  else if (name === 'w:p') endParagraph(reading);
  else if (name === 'w:tr') endRow(reading);
}

function append(reading: Reading, text: string): void {
  if (reading.paragraph !== null && reading.unseen === 0) reading.paragraph += text;
}

/** A break inside a paragraph is a line of its own to the reader; inside a cell it is a space. */
function breakLine(reading: Reading): void {
  if (reading.rows.length > 0) append(reading, ' ');
  else if (reading.paragraph !== null) {
    endParagraph(reading);
    reading.paragraph = '';
  }
}

function endParagraph(reading: Reading): void {
  const { paragraph } = reading;
  reading.paragraph = null;
  if (paragraph !== null) put(reading, paragraph);
}

function put(reading: Reading, text: string): void {
  const cells = reading.rows.at(-1);
  const last = cells?.at(-1);
  if (cells === undefined || last === undefined) reading.parts.at(-1)?.lines.push(text);
  else cells[cells.length - 1] = last === '' ? text : `${last} ${text}`;
}

/** A row inside a cell is part of that cell. */
function endRow(reading: Reading): void {
  const cells = reading.rows.pop();
  if (cells !== undefined) put(reading, cells.map((cell) => cell.replaceAll('\t', ' ')).join('\t'));
}
