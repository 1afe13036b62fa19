/** Phrases that mean the same, found in a question word by word. */
import { foldVariants } from '#kernel/vietnamese/fold.ts';
import { withoutKeys } from './typing.ts';
import { wordsOf, type Word } from './words.ts';

/** A phrase and the other phrases of its group. */
type Phrase = { readonly words: readonly string[]; readonly others: readonly (readonly Word[])[] };

/** Phrases by their first folded word, the longest first. */
export type Synonyms = ReadonlyMap<string, readonly Phrase[]>;

/** A phrase found in a question: where, how many words, and what may stand instead. */
export type SynonymSpan = {
  readonly from: number;
  readonly length: number;
  readonly others: readonly (readonly Word[])[];
};

/** Prepares groups of phrases for looking up. A phrase may be in several groups. */
export function synonymsOf(groups: readonly (readonly string[])[]): Synonyms {
  const byFirst = new Map<string, Phrase[]>();
  for (const group of groups) {
    const phrases = group.map(wordsOf);
    for (const phrase of phrases) {
      const words = phrase.map(({ folded }) => folded);
      const [first] = words;
      if (first === undefined) continue;
      const others = phrases.filter((other) => other !== phrase);
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, others }]);
    }
  }
  for (const phrases of byFirst.values()) phrases.sort((one, two) => two.words.length - one.words.length);
  return byFirst;
}

/** The phrases of a question that have synonyms, from the left, the longest at each place. */
export function synonymSpans(synonyms: Synonyms, words: readonly Word[]): readonly SynonymSpan[] {
  const readings = words.map(({ folded }) => readingsOf(folded));
  const spans: SynonymSpan[] = [];
  for (let from = 0; from < words.length;) {
    const span = spanAt(synonyms, readings, from);
    if (span) spans.push(span);
    from += span?.length ?? 1;
  }
  return spans;
}

function spanAt(
  synonyms: Synonyms,
  readings: readonly (readonly string[])[],
  from: number,
): SynonymSpan | undefined {
  const starting = (readings[from] ?? []).flatMap((reading) => synonyms.get(reading) ?? []);
  const matching = starting.filter(({ words }) =>
    words.every((word, offset) => readings[from + offset]?.includes(word)),
  );
  const length = Math.max(0, ...matching.map(({ words }) => words.length));
  if (length === 0) return undefined;
  const longest = matching.filter(({ words }) => words.length === length);
  return { from, length, others: longest.flatMap(({ others }) => others) };
}

function readingsOf(folded: string): readonly string[] {
  const typed = withoutKeys(folded);
  return [...foldVariants(folded), ...(typed === null ? [] : [typed])];
}
