/** What was typed, understood word by word against one index. */
import { matchWord, SURE, type WordMatches } from './match-word.ts';
import type { SearchIndex } from './search-index.ts';
import { withSpacesRight } from './spacing.ts';
import { synonymSpans, type SynonymSpan } from './synonyms.ts';
import { fillersAmong, wordsOf, type Word } from './words.ts';

/** A word of the question; `force` is 1, and less for a word that only fills. */
export type AskedWord = {
  readonly folded: string;
  readonly matches: WordMatches;
  readonly rarity: number;
  readonly force: number;
};

/** A stretch of the question, from a word on: its own words, or any of the rows of words that mean the same. */
export type Stretch = {
  readonly from: number;
  readonly own: readonly AskedWord[];
  readonly others: readonly (readonly AskedWord[])[];
};

export type Question = {
  readonly stretches: readonly Stretch[];
  readonly words: readonly AskedWord[];
  /** Every term that any word may mean, with the best quality. */
  readonly readings: ReadonlyMap<number, number>;
  /** The terms that words mean which do not only fill: what to mark on the page. */
  readonly telling: ReadonlySet<number>;
  readonly accented: string;
  readonly folded: string;
};

type Index = SearchIndex<string | number>;

/** Longer than any name of a procedure; whoever pastes a page does not search. */
const LONGEST = 1000;
const FILLER_FORCE = 0.1;
const SYNONYM_FORCE = 0.9;

/** Reads a question. Nothing is refused: what is not understood has no matches. */
export function askedOf(index: Index, text: string): Question {
  const typed = wordsOf(text.slice(0, LONGEST));
  const words = withSpacesRight(index, typed);
  const spans = synonymSpans(index.synonyms, words);
  const asked = askedWords(index, { words, spans, unfinished: /[\p{L}\p{M}\p{N}]$/u.test(text) });
  const stretches = stretchesOf(index, asked, spans);
  const meant = stretches.flatMap(({ own, others }) => [...own, ...others.flat()]);
  return {
    stretches,
    words: asked,
    readings: readingsOf(meant),
    telling: new Set(meant.filter(({ force }) => force === 1).flatMap(({ matches }) => [...matches.keys()])),
    accented: textOf(typed, 'accented'),
    folded: textOf(typed, 'folded'),
  };
}

function askedWords(
  index: Index,
  typed: { words: readonly Word[]; spans: readonly SynonymSpan[]; unfinished: boolean },
): readonly AskedWord[] {
  const { words, spans, unfinished } = typed;
  const fills = fillersAmong(words).map((fill, at) => fill && !spans.some((span) => covers(span, at)));
  const onlyFills = fills.every(Boolean);
  const accents = words.some(({ accented, folded }) => accented !== folded);
  return words.map((word, at) => {
    const matches = matchWord(index, word, { unfinished: unfinished && at === words.length - 1, accents });
    const force = fills[at] === true && !onlyFills ? FILLER_FORCE : 1;
    return { folded: word.folded, matches, rarity: rarityOf(index, matches), force };
  });
}

function stretchesOf(
  index: Index,
  asked: readonly AskedWord[],
  spans: readonly SynonymSpan[],
): readonly Stretch[] {
  const alone = asked.flatMap((word, from) =>
    spans.some((span) => covers(span, from)) ? [] : [{ from, own: [word], others: [] }],
  );
  const together = spans.map(({ from, length, others }) => ({
    from,
    own: asked.slice(from, from + length),
    others: others.map((phrase) => phrase.map((word) => synonymWord(index, word))),
  }));
  return [...alone, ...together];
}

function covers({ from, length }: SynonymSpan, at: number): boolean {
  return at >= from && at < from + length;
}

function readingsOf(words: readonly AskedWord[]): ReadonlyMap<number, number> {
  const readings = new Map<number, number>();
  for (const { matches, force } of words) {
    for (const [term, quality] of matches) {
      readings.set(term, Math.max(quality * force, readings.get(term) ?? 0));
    }
  }
  return readings;
}

function synonymWord(index: Index, word: Word): AskedWord {
  const same = (index.byFold.get(word.folded) ?? []).filter(
    (term) => index.terms[term]?.accented === word.accented,
  );
  const matches = new Map(same.map((term) => [term, SYNONYM_FORCE]));
  return { folded: word.folded, matches, rarity: rarityOf(index, matches), force: 1 };
}

/**
 * How much the word tells: the rarity of a sure reading, else that of having any of its readings, so that a rare
 * completion of a few letters does not outweigh a common one.
 */
function rarityOf(index: Index, matches: WordMatches): number {
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
