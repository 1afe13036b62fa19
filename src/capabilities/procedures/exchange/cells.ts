/** How values of a content stand in cells of a spreadsheet, both ways; reading is forgiving, the schema judges after it. */
import type { Labels } from '#kernel/labels.ts';
import { fold } from '#kernel/vietnamese/fold.ts';
import { formatDate, parseDate, parseNumber } from '#kernel/vietnamese/format.ts';
import type { CellValue } from '#web/http/export.ts';

/** `read` gets the text of the cell; what it cannot read it hands on as it is, so that the schema names the mistake. */
export type Cell = {
  readonly write: (value: unknown) => CellValue;
  readonly read: (text: string) => unknown;
};

export const textCell: Cell = {
  write: (value) => (typeof value === 'string' ? value : null),
  read: (text) => text,
};

export const numberCell: Cell = {
  write: (value) => (typeof value === 'number' ? value : null),
  read: (text) => (text === '' ? null : (decimalOf(text) ?? text)),
};

/** A number that is not part of the content when its cell is empty. */
export const optionalNumberCell: Cell = {
  write: numberCell.write,
  read: (text) => (text === '' ? undefined : numberCell.read(text)),
};

export const yesNoCell: Cell = {
  write: (value) => (value === true ? 'Có' : 'Không'),
  read: (text) => ['co', 'x', 'true', '1', 'yes'].includes(fold(text)),
};

export const dateCell: Cell = {
  write: (value) => (typeof value === 'string' ? formatDate(value) : null),
  read: (text) => (text === '' ? null : (parseDate(text) ?? text)),
};

/** Texts of one list, each on its own line. */
export const linesCell: Cell = {
  write: (value) => (Array.isArray(value) ? value.join('\n') : null),
  read: linesOf,
};

/** Names of one list of `{ name }`, each on its own line. */
export const namesCell: Cell = {
  write: (value) =>
    Array.isArray(value) ? value.map((one: { readonly name: string }) => one.name).join('\n') : null,
  read: (text) => linesOf(text).map((name) => ({ name })),
};

/** A code by its words; the code itself is understood too. */
export function labelCell(labels: Labels<string>): Cell {
  return {
    write: (value) => (typeof value === 'string' ? (labels[value] ?? value) : null),
    read: (text) => codeIn(labels, text),
  };
}

/** Several codes by their words, on lines. */
export function labelsCell(labels: Labels<string>): Cell {
  return {
    write: (value) =>
      Array.isArray(value) ? value.map((code) => labels[String(code)] ?? String(code)).join('\n') : null,
    read: (text) => linesOf(text).map((line) => codeIn(labels, line)),
  };
}

function codeIn(labels: Labels<string>, text: string): string | null {
  if (text === '') return null;
  const found = Object.entries(labels).find(([code, words]) => code === text || fold(words) === fold(text));
  return found?.[0] ?? text;
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** `4.5` is how a spreadsheet hands over a number, `4,5` how a person types it. */
function decimalOf(text: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : parseNumber(text);
}
