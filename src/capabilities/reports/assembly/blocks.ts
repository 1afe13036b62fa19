/** From what a text says to paragraphs, items, tables. */
import { formatDate } from '#kernel/vietnamese/format.ts';
import { periodWords } from '#kernel/period/words.ts';
import type { Block, Run } from '../document.ts';
import type { Node, SingleWord, Test } from '../templates/language/nodes.ts';
import { askOf } from './asks.ts';
import type { Ledger } from './ledger.ts';
import { sayFigure } from './say.ts';
import type { Surroundings } from './schema.ts';
import { chartOf, tableOf } from './tables.ts';

export type Writer = {
  readonly surroundings: Surroundings;
  readonly ledger: Ledger;
  /** What people wrote, by the name of the place. */
  readonly writings: Readonly<Record<string, string>>;
};

type Piece =
  | { readonly kind: 'run'; readonly run: Run }
  | { readonly kind: 'break' }
  | { readonly kind: 'block'; readonly block: Block };

const BREAK: Piece = { kind: 'break' };

/** The blocks of a text: a line is a paragraph, one that begins with "- " or "+ " an item. */
export function blocksOf(writer: Writer, nodes: readonly Node[]): readonly Block[] {
  const lines: Run[][] = [[]];
  const blocks: Block[] = [];
  const endLine = () => {
    const block = lineBlock(lines.at(-1) ?? []);
    if (block) blocks.push(block);
    lines.push([]);
  };
  for (const piece of nodes.flatMap((node) => piecesOf(writer, node))) {
    if (piece.kind === 'run') lines.at(-1)?.push(piece.run);
    else endLine();
    if (piece.kind === 'block') blocks.push(piece.block);
  }
  endLine();
  return blocks;
}

/** Paragraphs that people wrote, which know no placeholders. */
export function writtenBlocks(text: string): readonly Block[] {
  return text.split('\n').flatMap((line) => lineBlock([{ kind: 'text', text: line }]) ?? []);
}

function piecesOf(writer: Writer, node: Node): readonly Piece[] {
  const { surroundings, ledger } = writer;
  switch (node.kind) {
    case 'text':
      return textPieces(node.text);
    case 'word':
      return [run(singleWord(surroundings, node.word))];
    case 'figure':
      return sayFigure(surroundings, ledger, node).map((said) => ({ kind: 'run', run: said }));
    case 'note':
      return [noteMark(ledger, node.text)];
    case 'documents':
      return [noteMark(ledger, documentsNote(writer, node.documents))];
    case 'condition':
      return (holds(writer, node.test) ? node.then : (node.otherwise ?? [])).flatMap((inner) =>
        piecesOf(writer, inner),
      );
    case 'table':
      return block({ kind: 'table', table: tableOf(surroundings, ledger, node.table) });
    case 'chart':
      return block({ kind: 'chart', chart: chartOf(surroundings, ledger, node.table) });
    case 'writing':
      return written(writer, node);
  }
}

function textPieces(text: string): readonly Piece[] {
  return text
    .split('\n')
    .flatMap((line, index): readonly Piece[] => [
      ...(index === 0 ? [] : [BREAK]),
      ...(line === '' ? [] : [run(line)]),
    ]);
}

/** What is said of the report itself. */
export function singleWord(
  { scope, unitName }: Pick<Surroundings, 'scope' | 'unitName'>,
  word: SingleWord,
): string {
  switch (word) {
    case 'period':
      return periodWords(scope.period);
    case 'comparison':
      return scope.comparison === null ? 'kỳ trước' : periodWords(scope.comparison);
    case 'unit':
      return unitName(scope.unitId);
    case 'last-day':
      return formatDate(scope.period.to);
  }
}

function noteMark(ledger: Ledger, text: string): Piece {
  return { kind: 'run', run: { kind: 'note', number: ledger.note(text) } };
}

function documentsNote({ surroundings, ledger }: Writer, documents: readonly string[]): string {
  const notes = documents.map((written) => {
    const note = surroundings.noteOf(written);
    if (note === null) ledger.miss(`danh mục văn bản chưa có “${written}”.`);
    return note ?? written;
  });
  return `${notes.join('; ')}.`;
}

/** A test of a figure that is not there does not hold, and nobody misses the figure for it. */
function holds({ surroundings, ledger }: Writer, { reference, compare }: Test): boolean {
  const ask = askOf(surroundings, reference);
  const figure = ask && ledger.look(ask);
  if (compare === null) return figure !== null && (figure.value !== null || figure.content !== '');
  const value = figure?.value ?? null;
  if (value === null) return false;
  switch (compare.by) {
    case '>':
      return value > compare.with;
    case '<':
      return value < compare.with;
    case '>=':
      return value >= compare.with;
    case '<=':
      return value <= compare.with;
    case '=':
      return value === compare.with;
    case '<>':
      return value !== compare.with;
  }
}

function written(
  { writings, ledger }: Writer,
  { name, prompt }: Extract<Node, { kind: 'writing' }>,
): readonly Piece[] {
  const text = writings[name]?.trim() ?? '';
  if (text === '') {
    ledger.miss(`chưa viết: ${prompt}`);
    return [];
  }
  return writtenBlocks(text).flatMap((one) => block(one));
}

function block(one: Block): readonly Piece[] {
  return [{ kind: 'block', block: one }];
}

function run(text: string): Piece {
  return { kind: 'run', run: { kind: 'text', text } };
}

/** Null: an empty line. */
function lineBlock(runs: readonly Run[]): Block | null {
  const kept = trimmed(runs);
  const [first, ...others] = kept;
  if (!first) return null;
  const [, mark, rest = ''] = first.kind === 'text' ? (/^([-–+])\s+(.*)$/su.exec(first.text) ?? []) : [];
  if (mark === undefined) return { kind: 'paragraph', runs: kept };
  const itemRuns = first.kind === 'text' && rest !== '' ? [{ ...first, text: rest }, ...others] : others;
  return itemRuns.length === 0 ? null : { kind: 'item', mark: mark === '+' ? '+' : '-', runs: itemRuns };
}

/** Neighbouring texts as one, single spaces, none at the ends and none before a note. */
function trimmed(runs: readonly Run[]): readonly Run[] {
  const joined = runs.reduce<readonly Run[]>((done, one) => {
    const last = done.at(-1);
    return one.kind === 'text' && last?.kind === 'text'
      ? [...done.slice(0, -1), { ...last, text: last.text + one.text }]
      : [...done, one];
  }, []);
  const tidy = joined.map((one, index): Run => {
    if (one.kind !== 'text') return one;
    const isLast = index === joined.length - 1 || joined[index + 1]?.kind === 'note';
    const text = one.text.replace(/\s+/gu, ' ');
    const begun = index === 0 ? text.trimStart() : text;
    return { ...one, text: isLast ? begun.trimEnd() : begun };
  });
  return tidy.filter((one) => one.kind !== 'text' || one.text !== '');
}
