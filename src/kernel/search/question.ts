/** What was typed, understood word by word against one index. */
import { matchWord, splitWord, SURE, type WordMatches } from './match-word.ts';
import type { SearchIndex } from './search-index.ts';
import { synonymSpans } from './synonyms.ts';
import { fillersAmong, wordsOf, type Word } from './words.ts';

/** A word of the question; `force` is 1, and less for a word that only fills. */
export type AskedWord = { readonly matches: WordMatches; readonly rarity: number; readonly force: number };

/** A stretch of the question: its own words, or any of the rows of words that mean the same. */
export type Stretch = {
  readonly own: readonly AskedWord[];
  readonly others: readonly (readonly AskedWord[])[];
};

export type Question = {
  readonly stretches: readonly Stretch[];
  readonly words: readonly AskedWord[];
  readonly accented: string;
  readonly folded: string;
};

/** Longer than any name of a procedure; whoever pastes a page does not search. */
const LONGEST = 1000;
const FILLER_FORCE = 0.1;
const SYNONYM_FORCE = 0.9;

/** Reads a question. Nothing is refused: what is not understood has no matches. */
export function askedOf(index: SearchIndex<string | number>, text: string): Question {
  const typed = wordsOf(text.slice(0, LONGEST));
  const words = typed.flatMap((word) =>
    index.byFold.has(word.folded) ? [word] : (splitWord(index, word.folded) ?? [word]),
  );
  const unfinished = /[\p{L}\p{M}\p{N}]$/u.test(text);
  const spans = synonymSpans(index.synonyms, words);
  const inSpan = words.map((_, at) => spans.some(({ from, length }) => at >= from && at < from + length));
  const fills = fillersAmong(words).map((fill, at) => fill && inSpan[at] !== true);
  const onlyFills = fills.every(Boolean);
  const asked = words.map((word, at) => {
    const matches = matchWord(index, word, unfinished && at === words.length - 1);
    return {
      matches,
      rarity: rarityOf(index, matches),
      force: fills[at] === true && !onlyFills ? FILLER_FORCE : 1,
    };
  });
  const alone = asked.filter((_, at) => inSpan[at] !== true).map((word) => ({ own: [word], others: [] }));
  const together = spans.map(({ from, length, others }) => ({
    own: asked.slice(from, from + length),
    others: others.map((phrase) => phrase.map((word) => synonymWord(index, word))),
  }));
  return {
    stretches: [...alone, ...together],
    words: asked,
    accented: textOf(typed, 'accented'),
    folded: textOf(typed, 'folded'),
  };
}

function synonymWord(index: SearchIndex<string | number>, word: Word): AskedWord {
  const same = (index.byFold.get(word.folded) ?? []).filter(
    (term) => index.terms[term]?.accented === word.accented,
  );
  const matches = new Map(same.map((term) => [term, SYNONYM_FORCE]));
  return { matches, rarity: rarityOf(index, matches), force: 1 };
}

/**
 * How much the word tells: the rarity of a sure reading, else that of having any of its readings, so that a rare
 * completion of a few letters does not outweigh a common one.
 */
function rarityOf(index: SearchIndex<string | number>, matches: WordMatches): number {
  let sure = 0;
  let standsIn = 0;
  for (const [number, quality] of matches) {
    const term = index.terms[number];
    if (quality >= SURE) sure = Math.max(sure, term?.rarity ?? 0);
    standsIn += term?.places.size ?? 0;
  }
  return sure > 0 ? sure : Math.log(1 + index.ids.length / Math.max(1, standsIn));
}

function textOf(words: readonly Word[], form: keyof Word): string {
  return words.map((word) => word[form]).join(' ');
}
