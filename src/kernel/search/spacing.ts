/** Spaces left out, or typed a letter early or late. Everything is read by the pairs of words that the index knows. */
import type { SearchIndex } from './search-index.ts';
import type { Word } from './words.ts';

type Pairs = Pick<SearchIndex<string | number>, 'byFold' | 'pairs'>;

/** The words of a question with their spaces put right; words that are known or cannot be split stay as they are. */
export function withSpacesRight(index: Pairs, words: readonly Word[]): readonly Word[] {
  const read: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at], words[at + 1]];
    if (word === undefined) break;
    const shifted = next ? shiftedSpace(index, word, next) : null;
    if (shifted) at++;
    read.push(
      ...(shifted ?? (index.byFold.has(word.folded) ? null : splitWord(index, word.folded)) ?? [word]),
    );
  }
  return read;
}

/** `xâ ydựng`: the space slipped, so that one of the two is no word. */
function shiftedSpace(index: Pairs, word: Word, next: Word): readonly Word[] | null {
  const bothKnown = index.byFold.has(word.folded) && index.byFold.has(next.folded);
  return bothKnown ? null : splitAt(index, word.folded + next.folded, 0);
}

/** `khaisinh`, and `khainsinh` with a letter for the space. */
function splitWord(index: Pairs, folded: string): readonly Word[] | null {
  return splitAt(index, folded, 0) ?? splitAt(index, folded, 1);
}

/** The first split into a known pair with `between` letters left out in the middle. */
function splitAt(index: Pairs, folded: string, between: number): readonly Word[] | null {
  for (let at = 1; at + between < folded.length; at++) {
    const [left, right] = [folded.slice(0, at), folded.slice(at + between)];
    if (index.pairs.has(`${left} ${right}`)) {
      return [left, right].map((part) => ({ accented: part, folded: part }));
    }
  }
  return null;
}
