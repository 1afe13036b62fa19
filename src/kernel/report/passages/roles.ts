/**
 * What each line is on its page: running text, a note at the foot, the mark of a note in the text (`call`), or furniture
 * (page numbers, stamps, recipients).
 */
import type { Line, Manner } from './lines.ts';

export type Role = 'text' | 'note-start' | 'note' | 'furniture' | 'call' | 'row' | 'blank';

type Page = {
  readonly roles: Role[];
  /** Highest mark of a note seen in the text, and of a note begun at a foot. */
  lastCalled: number;
  lastNote: number;
  isInNote: boolean;
  /** The mark of a note stood alone on the line before. */
  isNoteDue: boolean;
  isAfterEnd: boolean;
};

const MARK_ALONE = /^\[?\(?(\d{1,3})\)?\]?$/;
const PAGE_NUMBER = /^(?:[-–] ?\d{1,4} ?[-–]|(?:Trang|trang) ?\d{1,4}(?: ?\/ ?\d{1,4})?)$/;
const RECIPIENTS = /^(?:Nơi|NƠI) (?:nhận|NHẬN) ?:?/;
const ANNEX = /^(?:PHỤ LỤC|Phụ lục)(?: |$)/;
const STATE_HEAD =
  /^(?:CỘNG (?:HÒA|HOÀ) XÃ HỘI|Độc lập ?[-–] ?Tự do ?[-–] ?Hạnh phúc|ĐẢNG CỘNG SẢN VIỆT NAM$|Số ?: ?\S*\/|[-_*=–]{3,}$)/;
const PLACE_AND_DATE = /^[\p{L} .]{2,40}, ?ngày .{1,12} tháng .{1,4} năm \d{4}$/u;

export function rolesOf(lines: readonly Line[], manner: Manner): readonly Role[] {
  const page: Page = {
    roles: [],
    lastCalled: 0,
    lastNote: 0,
    isInNote: false,
    isNoteDue: false,
    isAfterEnd: false,
  };
  for (const [index, line] of lines.entries()) {
    if (line.startsPage) page.isInNote = false;
    page.roles.push(line.text === '' ? 'blank' : roleOf(page, { lines, index, line, manner }));
  }
  return page.roles;
}

type At = {
  readonly lines: readonly Line[];
  readonly index: number;
  readonly line: Line;
  readonly manner: Manner;
};

function roleOf(page: Page, at: At): Role {
  const { text } = at.line;
  if (RECIPIENTS.test(text)) page.isAfterEnd = true;
  else if (ANNEX.test(text)) page.isAfterEnd = false;
  if (page.isAfterEnd) return 'furniture';
  const alone = MARK_ALONE.exec(text)?.[1];
  if (alone !== undefined) return roleOfMark(page, at, Number(alone));
  if (PAGE_NUMBER.test(text)) return turnPage(page);
  if (STATE_HEAD.test(text) || PLACE_AND_DATE.test(text)) return 'furniture';
  if (page.isNoteDue || isNewNote(page, at)) {
    if (!page.isNoteDue) page.lastNote += 1;
    page.isNoteDue = false;
    page.isInNote = true;
    return 'note-start';
  }
  if (page.isInNote && isBlockBreak(at)) page.isInNote = false;
  if (page.isInNote) return 'note';
  if (!at.manner.isSpaced) countCalls(page, text);
  return at.line.isRow ? 'row' : 'text';
}

function turnPage(page: Page): Role {
  page.isInNote = false;
  return 'furniture';
}

/** A number alone on its line: the mark of a note, first in the text and then at the foot, or the number of a page. */
function roleOfMark(page: Page, { lines, index }: At, value: number): Role {
  if (value > page.lastNote && value <= page.lastCalled) {
    page.lastNote = value;
    page.isNoteDue = true;
    return 'furniture';
  }
  const follows = lines[index - 1]?.text ?? '';
  if (follows !== '' && value === page.lastCalled + 1 && !page.isInNote) {
    page.lastCalled = value;
    return 'call';
  }
  return turnPage(page);
}

/** A note whose mark is in front of its words, or was lost (then its block begins apart and indented). */
function isNewNote(page: Page, { lines, index, line, manner }: At): boolean {
  const isTouching = lines[index - 1]?.text !== '';
  if (manner.isSpaced) {
    const isPending = page.lastCalled > page.lastNote && !page.isInNote;
    return isPending && isTouching && index > 0 && line.indent >= 2;
  }
  const marked = /^\[?\(?(\d{1,3})[\])]? (?=[\p{Lu}"“-])/u.exec(line.text)?.[1];
  return (
    marked !== undefined &&
    Number(marked) === page.lastNote + 1 &&
    Number(marked) <= page.lastCalled &&
    (page.isInNote || !isTouching || isRule(lines[index - 1]))
  );
}

function isRule(line: Line | undefined): boolean {
  return line !== undefined && /^[-_–—=]{3,}$/.test(line.text);
}

/** In spaced text a block ends where two lines touch, otherwise where a blank line is. */
function isBlockBreak({ lines, index, manner }: At): boolean {
  const before = lines[index - 1]?.text ?? '';
  return manner.isSpaced ? before !== '' : before === '';
}

/** Marks of notes that stand against a word (`hành chính1,`) in text that keeps them in the line. */
function countCalls(page: Page, text: string): void {
  for (const [, mark = ''] of text.matchAll(/\p{Ll}["”)]?\[?(\d{1,3})\]?(?=[\s,.;:)]|$)/gu)) {
    if (Number(mark) === page.lastCalled + 1) page.lastCalled += 1;
  }
}
