/** Which words of the vocabulary a typed word may mean, and how sure that is. */
import { foldVariants } from '#kernel/vietnamese/fold.ts';
import { slipsAllowed, slipsBetween } from './distance.ts';
import { lettersOf, type SearchIndex } from './search-index.ts';
import { soundOf } from './sound.ts';
import { withoutKeys } from './typing.ts';
import type { Word } from './words.ts';

/** Terms a word may mean, with a quality in (0, 1]. */
export type WordMatches = ReadonlyMap<number, number>;

type Index = SearchIndex<string | number>;

/** How much a reading of a word is trusted. Chosen so that a sure reading of one word beats two doubtful ones. */
const QUALITY = {
  sameAccents: 1,
  /** Typed without accents, found with some. */
  noAccents: 0.95,
  spelling: 0.93,
  keys: 0.9,
  /** Typed with accents that are not the ones found. */
  otherAccents: 0.7,
  // From here down the reading is a guess.
  prefix: 0.69,
  sound: 0.65,
  oneSlip: 0.6,
  /** The word is whole as it was typed, and may still go on. */
  prefixOfKnown: 0.5,
  twoSlips: 0.4,
  /** A slip, or another spelling of the sound, of a word that exists as it was typed. */
  slipOfKnown: 0.35,
} as const;

/** Readings from this quality on are the word itself; below are guesses. */
export const SURE = QUALITY.otherAccents;

/** A folded word, and whether something matches it already. */
type Typed = { readonly folded: string; readonly known: boolean };

/** The terms that `word` may mean. `unfinished` is for the last word, which may still be being typed. */
export function matchWord(index: Index, word: Word, unfinished: boolean): WordMatches {
  const matches = new Map<number, number>();
  addSpellings(index, word, matches);
  const known = matches.size > 0;
  if (unfinished) addPrefixed(index, { folded: word.folded, known }, matches);
  for (const term of index.bySound.get(soundOf(word.folded)) ?? []) {
    keepBest(matches, term, known ? QUALITY.slipOfKnown : QUALITY.sound);
  }
  addSlips(index, { folded: word.folded, known: matches.size > 0 }, matches);
  return matches;
}

/** Two words written as one (`khaisinh`), when they follow each other somewhere; null when there are none. */
export function splitWord(index: Index, folded: string): readonly [Word, Word] | null {
  for (let at = 1; at < folded.length; at++) {
    const [left, right] = [folded.slice(0, at), folded.slice(at)];
    if (index.pairs.has(`${left} ${right}`)) {
      return [
        { accented: left, folded: left },
        { accented: right, folded: right },
      ];
    }
  }
  return null;
}

function addSpellings(index: Index, word: Word, matches: Map<number, number>): void {
  const plain = word.accented === word.folded;
  for (const term of index.byFold.get(word.folded) ?? []) {
    const same = index.terms[term]?.accented === word.accented;
    const otherwise = plain ? QUALITY.noAccents : QUALITY.otherAccents;
    keepBest(matches, term, same ? QUALITY.sameAccents : otherwise);
  }
  for (const variant of foldVariants(word.folded).slice(1)) {
    for (const term of index.byFold.get(variant) ?? []) keepBest(matches, term, QUALITY.spelling);
  }
  const typed = withoutKeys(word.folded);
  if (typed === null) return;
  for (const term of index.byFold.get(typed) ?? []) keepBest(matches, term, QUALITY.keys);
}

function addPrefixed(index: Index, typed: Typed, matches: Map<number, number>): void {
  const { folded, known } = typed;
  const start = withoutKeys(folded) ?? folded;
  const sureness = known ? QUALITY.prefixOfKnown : QUALITY.prefix;
  for (const [number, term] of index.terms.entries()) {
    if (term.folded.length <= start.length) continue;
    if (!term.folded.startsWith(folded) && !term.folded.startsWith(start)) continue;
    keepBest(matches, number, sureness * (0.6 + (0.4 * start.length) / term.folded.length));
  }
}

function addSlips(index: Index, typed: Typed, matches: Map<number, number>): void {
  const { folded, known } = typed;
  const limit = known ? Math.min(1, slipsAllowed(folded.length - 1)) : slipsAllowed(folded.length);
  if (limit === 0 || !/^[a-z]+$/.test(folded)) return;
  const letters = lettersOf(folded);
  for (const [number, term] of index.terms.entries()) {
    if (Math.abs(term.folded.length - folded.length) > limit) continue;
    if (bitCount(term.letters ^ letters) > 2 * limit) continue;
    const slips = slipsBetween(folded, term.folded, limit);
    if (slips === 0 || slips > limit) continue;
    keepBest(matches, number, qualityOfSlips(slips, known));
  }
}

function qualityOfSlips(slips: number, known: boolean): number {
  if (known) return QUALITY.slipOfKnown;
  return slips === 1 ? QUALITY.oneSlip : QUALITY.twoSlips;
}

function keepBest(matches: Map<number, number>, term: number, quality: number): void {
  if (quality > (matches.get(term) ?? 0)) matches.set(term, quality);
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
