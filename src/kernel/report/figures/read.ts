/** Everything that a report says in figures: the figures, wholes with parts, changes, shares. */
import type { TextReading } from '../reading.ts';
import { type Change, changesIn } from './changes.ts';
import { type Figure, type FiguredPassage, figuresIn } from './figure.ts';
import { type Quota, quotasIn } from './quotas.ts';
import { type Share, sharesIn } from './shares.ts';
import type { Whole } from './whole.ts';
import { wholesInLists } from './wholes-in-lists.ts';
import { wholesInTables } from './wholes-in-tables.ts';
import { wholesInWords } from './wholes-in-words.ts';

export type FigureReading = {
  /** In order of passage and offset. Cells of tables are not among them unless a unit stands behind the number. */
  readonly figures: readonly Figure[];
  readonly figured: readonly FiguredPassage[];
  readonly wholes: readonly Whole[];
  readonly changes: readonly Change[];
  readonly shares: readonly Share[];
  readonly quotas: readonly Quota[];
};

/** Linear in the length of the text. */
export function readFigures(
  text: Pick<TextReading, 'passages' | 'marks' | 'dates' | 'citations'>,
): FigureReading {
  const marks = new Map(text.marks.map((mark) => [mark.passage, mark]));
  const others = Map.groupBy([...text.dates, ...text.citations], ({ passage }) => passage);
  const figured = text.passages
    .filter(({ kind }) => kind !== 'furniture')
    .map((passage) => {
      const mark = marks.get(passage.index);
      const head = mark === undefined ? [] : [{ start: 0, end: mark.length }];
      return figuresIn(passage, [...head, ...(others.get(passage.index) ?? [])]);
    });
  const wholes = [
    ...figured.flatMap((passage) => wholesInWords(passage)),
    ...wholesInLists(figured, marks),
    ...wholesInTables(figured),
  ];
  return {
    figures: figured.flatMap(({ figures }) => figures),
    figured,
    wholes,
    changes: changesIn(figured),
    shares: sharesIn(figured, wholes),
    quotas: quotasIn(figured),
  };
}
