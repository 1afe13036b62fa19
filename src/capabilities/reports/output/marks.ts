/** Numbers notes in the order of the text and knows the first place of each note and of each figure. */
import type { Run, TableCell } from '../document.ts';
import { clean } from './clean.ts';
import type { LaidBlock, LaidCell, LaidReport, LaidRun } from './laid.ts';

export type Marks = {
  readonly runs: (runs: readonly Run[]) => readonly LaidRun[];
  readonly cell: (cell: TableCell) => LaidCell;
  /** Numbers as the document has them, in the order in which the text came to them. */
  readonly notes: () => readonly number[];
};

/**
 * Is to be asked for runs in the order in which they are read. A mark of a note that is not there stands for nothing and
 * is left out; a figure without a line among the sources leads nowhere.
 */
export function marksOf(knownNotes: ReadonlySet<number>, knownSources: ReadonlySet<number>): Marks {
  const notes = new Map<number, number>();
  const sources = new Set<number>();

  const noteOf = (number: number): LaidRun => {
    const known = notes.get(number);
    if (known !== undefined) return { kind: 'note', number: known, isFirst: false };
    notes.set(number, notes.size + 1);
    return { kind: 'note', number: notes.size, isFirst: true };
  };
  const figureOf = (text: string, source: number): LaidRun => {
    const isFirst = knownSources.has(source) && !sources.has(source);
    sources.add(source);
    return { kind: 'figure', text, source: knownSources.has(source) ? source : null, isFirst };
  };
  const laid = (run: Run): readonly LaidRun[] => {
    if (run.kind === 'note') return knownNotes.has(run.number) ? [noteOf(run.number)] : [];
    const text = clean(run.text);
    if (text === '') return [];
    if (run.kind === 'figure') return [figureOf(text, run.source)];
    return [{ kind: 'text', text, strong: run.strong ?? false, slanted: run.slanted ?? false }];
  };

  const runs = (all: readonly Run[]) => all.flatMap(laid);
  return {
    runs,
    cell: ({ runs: inside, align }) => ({ runs: runs(inside), align }),
    notes: () => [...notes.keys()],
  };
}

/** Sources that a figure of the report leads to. */
export function placedSourcesOf({ blocks, annexes }: LaidReport): ReadonlySet<number> {
  const runs = [...blocks, ...annexes.flatMap((annex) => annex.blocks)].flatMap(runsIn);
  return new Set(runs.flatMap((run) => (run.kind === 'figure' && run.source !== null ? [run.source] : [])));
}

function runsIn(block: LaidBlock): readonly LaidRun[] {
  if (block.kind === 'table')
    return block.table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.runs));
  return block.kind === 'paragraph' || block.kind === 'item' ? block.runs : [];
}
