/** Puts blocks on lines, as a text file, a DOCX or a PDF gives them, and says on which lines marked places came. */
import { openings, stripMarks } from './marks.fixture.ts';
import type { Random } from './random.fixture.ts';
import { type Block, NOTE } from './saying.fixture.ts';

export type LaidOut = {
  readonly lines: readonly string[];
  /** Lines from 1 on which each planted error stands. */
  readonly places: ReadonlyMap<number, readonly number[]>;
};

export type Layout = (blocks: readonly Block[], random: Random) => LaidOut;

/** One paragraph a line; notes with raised numbers at the end. */
export const asDocx: Layout = (blocks) => {
  const notes: string[] = [];
  const lines = blocks.map((block) => withNotes(block, notes, raised));
  return finished([...lines, ...notes]);
};

/** Lines of a width, pages with numbers and notes at their foot; marks of notes often alone on a line. */
export const asPdf: Layout = (blocks, random) => {
  const style: Style = {
    width: random.between(70, 92),
    hasGaps: random.chance(0.6),
    isMarkAlone: random.chance(0.5),
    numbers: random.pick(['top', 'bottom', 'none'] as const),
    isFed: random.chance(0.4),
    breaksAtHyphen: random.chance(0.7),
    indent: random.chance(0.5) ? ' ' : '',
  };
  return finished(paged(blocks, style));
};

type Style = {
  readonly width: number;
  readonly hasGaps: boolean;
  readonly isMarkAlone: boolean;
  readonly numbers: 'top' | 'bottom' | 'none';
  readonly isFed: boolean;
  readonly breaksAtHyphen: boolean;
  readonly indent: string;
};

const RAISED = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
const raised = (number: number): string => [...String(number)].map((digit) => RAISED[Number(digit)]).join('');

/** The text with the marks of its notes, which are put on a list. */
function withNotes(block: Block, notes: string[], markOf: (number: number) => string): string {
  let text = block.cells === undefined ? block.text : block.cells.join('\t');
  for (const note of block.notes ?? []) {
    const mark = markOf(notes.length + 1);
    text = text.replace(NOTE, mark);
    notes.push(`${mark} ${note}`);
  }
  return text;
}

const PAGE = 45;

function paged(blocks: readonly Block[], style: Style): readonly string[] {
  const pages: string[][] = [];
  let [page, foot]: [string[], string[]] = [[], []];
  let number = 0;
  const turn = (): void => {
    pages.push([...page, ...foot]);
    [page, foot] = [[], []];
  };
  for (const block of blocks) {
    const notes = (block.notes ?? []).map((note) => ({ note, mark: (number += 1) }));
    for (const line of linesOf(block, notes, style)) {
      if (page.length + foot.length >= PAGE) turn();
      page.push(line);
      for (const { note, mark } of notes.filter(({ mark }) => openedNote(line, mark))) {
        foot.push(...footOf(note, mark, style));
      }
    }
  }
  turn();
  return pages.flatMap((lines, at) => furnished(lines, at + 1, style));
}

/** The line on which a note's mark stands; the mark is a character of its own until the end. */
const openedNote = (line: string, mark: number): boolean => line.includes(noteMark(mark));
const noteMark = (mark: number): string => String.fromCodePoint(0xf0000 + mark);

function linesOf(block: Block, notes: readonly { readonly mark: number }[], style: Style): readonly string[] {
  if (block.cells !== undefined) return [rowOf(block)];
  let text = block.text;
  for (const { mark } of notes) text = text.replace(NOTE, noteMark(mark));
  const lines = wrapped(text, style);
  return style.isMarkAlone ? lines.flatMap(aroundMarks) : lines;
}

/** `chính¹, trong đó` as three lines, which is how readers of PDF give raised numbers. */
function aroundMarks(line: string): readonly string[] {
  return line.split(/([\u{F0000}-\u{FFFFD}])/u).filter((part) => part.trim() !== '');
}

function rowOf({ text, cells = [] }: Block): string {
  const [first = '', second = '', ...rest] = cells;
  const gap = (cell: string, width: number): string => ' '.repeat(Math.max(0, width - lengthOf(cell)));
  const right = rest.map((cell) => `${gap(cell, 14)}${cell}`).join('  ');
  return `${text}${first}${gap(first, 5)}${second}${gap(second, 24)}${right}`;
}

function footOf(note: string, mark: number, style: Style): readonly string[] {
  const lines = wrapped(note, { ...style, width: style.width + 22, indent: '' });
  return style.isMarkAlone ? [String(mark), ...lines] : [`${mark} ${lines[0] ?? ''}`, ...lines.slice(1)];
}

function furnished(lines: readonly string[], page: number, style: Style): readonly string[] {
  const body = style.hasGaps ? lines.flatMap((line) => [line, '']) : lines;
  const number = page === 1 ? [] : [String(page), ''];
  const whole =
    style.numbers === 'top' ? [...number, ...body] : style.numbers === 'bottom' ? [...body, ...number] : body;
  return style.isFed && page > 1 ? [`\f${whole[0] ?? ''}`, ...whole.slice(1)] : whole;
}

/** Words in lines of a width; symbols may be cut behind a hyphen: `26/CT-` and `TTg`. */
function wrapped(text: string, style: Style): readonly string[] {
  const lines: string[] = [];
  let line = style.indent;
  for (const word of text.split(' ')) {
    const isFirst = line.trim() === '';
    if (isFirst || lengthOf(line) + 1 + lengthOf(word) <= style.width) {
      line += isFirst ? word : ` ${word}`;
      continue;
    }
    const [head, tail] = style.breaksAtHyphen ? cut(word, style.width - lengthOf(line) - 1) : ['', word];
    lines.push(head === '' ? line : `${line} ${head}`);
    line = tail;
  }
  return [...lines, line];
}

function cut(word: string, room: number): readonly [string, string] {
  const at = word.indexOf('-') + 1;
  return at > 1 && at < word.length && at <= room ? [word.slice(0, at), word.slice(at)] : ['', word];
}

const lengthOf = (text: string): number => stripMarks(text).length;

function finished(lines: readonly string[]): LaidOut {
  const places = openings(lines);
  return {
    places,
    lines: lines.map((line) =>
      stripMarks(line).replaceAll(/[\u{F0000}-\u{FFFFD}]/gu, (mark) =>
        String((mark.codePointAt(0) ?? 0) - 0xf0000),
      ),
    ),
  };
}
