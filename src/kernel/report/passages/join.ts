/** Whether a line goes on with the paragraph of the line before it, or begins one of its own. */
import type { Line, Manner } from './lines.ts';
import { markOf } from './marks.ts';

export type Joint = {
  /** Line with which the paragraph began, and the last one so far. */
  readonly first: Line;
  readonly before: Line;
  /** Characters on the last line, with what stood before the mark of a note on it. */
  readonly reach: number;
  readonly next: Line;
  /** Blank lines between that say something, and pages turned. */
  readonly isGap: boolean;
  readonly isPageTurn: boolean;
  readonly manner: Manner;
};

export function goesOn(joint: Joint): boolean {
  const { before, next, manner } = joint;
  if (before.isRow || next.isRow) return false;
  if (isNamedAlone(before.text)) return isCapitals(next.text);
  if (isOwnMark(joint)) return false;
  if (before.text.endsWith('-') && /[\p{L}\d]-$/u.test(before.text)) return manner.isWrapped;
  const isOpen = !/[.:;!?…]["”)]?$/.test(before.text);
  if (/^[\p{Ll},.;:)”…/]/u.test(next.text) && !isGapEnd(joint, isOpen)) return isOpen || isFull(joint, 0.7);
  if (!manner.isWrapped || (joint.isGap && !joint.isPageTurn)) return false;
  if (isCapitals(before.text) || isCapitals(next.text))
    return isCapitals(before.text) && isCapitals(next.text);
  if (next.indent >= before.indent + 3 && !isOpen) return false;
  return isFull(joint, isOpen && !isNumbered(joint.first) ? 0.75 : 0.93);
}

/** A blank line ends a paragraph unless its sentence is plainly unfinished. */
function isGapEnd({ isGap, isPageTurn }: Joint, isOpen: boolean): boolean {
  return isGap && !isPageTurn && !isOpen;
}

/** No room was left on the line for the word that comes next. */
function isFull({ reach, next, manner }: Joint, share: number): boolean {
  const word = next.text.indexOf(' ');
  const first = word < 0 ? next.text.length : word;
  return manner.isWrapped && reach + 1 + Math.min(first, 12) >= manner.width * share;
}

/** "Phần thứ nhất", "Chương II" alone on the line; the words of the heading follow on the next. */
export function isNamedAlone(text: string): boolean {
  const mark = markOf(text);
  if (mark?.style !== 'part' && mark?.style !== 'chapter' && mark?.style !== 'section') return false;
  return text.slice(mark.length).trim() === '';
}

/** Two words or more in capitals and none in small letters; an abbreviation alone on a line says nothing. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}{2}.* .*\p{Lu}{2}/u.test(text.slice(0, 200)) && !/\p{Ll}/u.test(text);
}

/**
 * A mark of numbering begins a paragraph, except where it only fell to the head of a broken line: "tháng / 3. Trong",
 * "giai đoạn 2011 / - 2020".
 */
function isOwnMark(joint: Joint): boolean {
  const mark = markOf(joint.next.text);
  if (!mark) return false;
  if (!joint.manner.isWrapped || mark.ordinals.length > 1) return true;
  const { before, first } = joint;
  if (/[.:;!?…)”"]$/.test(before.text) || isCapitals(before.text)) return true;
  if (mark.style === 'dash' || mark.style === 'plus') {
    if (/^[-–+] ?\d/.test(joint.next.text)) return false;
    return !isFull(joint, 0.93) || (before === first && isNumbered(first));
  }
  if (mark.style === 'letter') return !/(?:điểm|khoản|,)$/i.test(before.text);
  if (mark.style === 'bracket') return false;
  if (mark.style === 'number') {
    return !/(?:ngày|tháng|năm|quý|số|điều|khoản|mục|phần|chương|độ|từ|đến|và|,|\d)$/i.test(before.text);
  }
  return true;
}

/** Headings are numbered, and what follows them begins anew; dashes stand before whole sentences. */
function isNumbered(line: Line): boolean {
  const style = markOf(line.text)?.style;
  return style !== undefined && style !== 'dash' && style !== 'plus';
}
