/** The text of the file, block by block. */
import { HeadingLevel, Paragraph, type ParagraphChild, type Table, TextRun } from 'docx';
import type { LaidBlock } from '../laid.ts';
import { wordsOf } from './runs.ts';
import { LIST, STYLE } from './styles.ts';
import { chartOf, tableOf } from './tables.ts';

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
  5: HeadingLevel.HEADING_5,
} as const;

type Manner = {
  readonly placedSources: ReadonlySet<number>;
  /** The last words of the text stay with the signature. */
  readonly keepNext: boolean;
};

export function blockOf(
  block: LaidBlock,
  { placedSources, keepNext }: Manner,
): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], children: headingWords(block) })];
    case 'paragraph':
      return [new Paragraph({ style: STYLE.body, keepNext, children: wordsOf(block.runs) })];
    case 'item':
      return [
        new Paragraph({
          style: STYLE.listItem,
          keepNext,
          numbering: { reference: LIST, level: block.mark === '-' ? 0 : 1 },
          children: wordsOf(block.runs),
        }),
      ];
    case 'table':
      return tableOf(block.table, placedSources);
    case 'chart':
      return chartOf(block.chart);
  }
}

/** The number of a part stands on a line of its own (Decree 30/2020/NĐ-CP, annex I, part I, section II, item 6đ). */
function headingWords({
  level,
  number,
  text,
}: Extract<LaidBlock, { kind: 'heading' }>): readonly ParagraphChild[] {
  if (number === '') return [new TextRun(text)];
  return level === 1 ? overTwoLines(number, text) : [new TextRun(`${number} ${text}`)];
}

export function overTwoLines(first: string, second: string): readonly ParagraphChild[] {
  return [new TextRun(first), new TextRun({ text: second, break: 1 })];
}
