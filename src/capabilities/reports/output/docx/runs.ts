/** Words of a paragraph in the file: notes are Word's own, figures lead to their line among the sources. */
import { Bookmark, FootnoteReferenceRun, InternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import type { LaidRun } from '../laid.ts';

/** Places that links lead to. Word takes letters, digits and lines below, at most forty. */
export const sourceAnchor = (source: number): string => `nguon_so_lieu_${source}`;
export const figureAnchor = (source: number): string => `so_lieu_${source}`;
const noteAnchor = (number: number): string => `chu_thich_${number}`;

/** Something that links can lead to, under a name. */
export function placed(name: string, child: ParagraphChild): ParagraphChild {
  return new Bookmark({ id: name, children: [child] });
}

export function wordsOf(runs: readonly LaidRun[]): readonly ParagraphChild[] {
  return runs.flatMap(wordOf);
}

function wordOf(run: LaidRun): readonly ParagraphChild[] {
  switch (run.kind) {
    case 'text':
      return [
        new TextRun({ text: run.text, bold: run.strong || undefined, italics: run.slanted || undefined }),
      ];
    case 'figure':
      return figureOf(run);
    case 'note':
      return noteOf(run.number, run.isFirst);
  }
}

function figureOf({
  text,
  source,
  isFirst,
}: Extract<LaidRun, { kind: 'figure' }>): readonly ParagraphChild[] {
  const words = new TextRun(text);
  if (source === null) return [words];
  const link = new InternalHyperlink({ anchor: sourceAnchor(source), children: [words] });
  return [isFirst ? placed(figureAnchor(source), link) : link];
}

/** A note of Word carries one mark; where it is named again, its number leads to the first. */
function noteOf(number: number, isFirst: boolean): readonly ParagraphChild[] {
  if (isFirst) return [placed(noteAnchor(number), new FootnoteReferenceRun(number))];
  const mark = new TextRun({ text: String(number), superScript: true });
  return [new InternalHyperlink({ anchor: noteAnchor(number), children: [mark] })];
}
