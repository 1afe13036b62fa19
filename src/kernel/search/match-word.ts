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
  /** Typed without accents in a question that has some. */
  bare: 0.8,
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

/** From here on the word was typed as it is, but for how letters and accents are entered. */
export const SAME_WORD = QUALITY.keys;

/** A folded word, and whether the index has it as it was typed. */
type Typed = { readonly folded: string; readonly known: boolean };

/** How a word was typed: it is the last and may still be being typed; the question has accents somewhere. */
type Typing = { readonly unfinished: boolean; readonly accents: boolean };

/** The terms that `word` may mean. */
export function matchWord(index: Index, word: Word, typing: Typing): WordMatches {
  const { unfinished } = typing;
  const matches = new Map<number, number>();
  addSpellings(index, { word, accents: typing.accents }, matches);
  const known = [...matches.values()].some((quality) => quality >= SAME_WORD);
  if (unfinished) addPrefixed(index, { folded: word.folded, known }, matches);
  for (const term of index.bySound.get(soundOf(word.folded)) ?? []) {
    keepBest(matches, term, known ? QUALITY.slipOfKnown : QUALITY.sound);
  }
  addSlips(index, { folded: word.folded, known }, matches);
  return matches;
}

function addSpellings(
  index: Index,
  { word, accents }: { readonly word: Word; readonly accents: boolean },
  matches: Map<number, number>,
): void {
  for (const term of index.byFold.get(word.folded) ?? []) {
    const same = index.terms[term]?.accented === word.accented;
    const otherwise = otherwiseSpelt(word, accents);
    keepBest(matches, term, same ? QUALITY.sameAccents : otherwise);
  }
  for (const variant of foldVariants(word.folded).slice(1)) {
    for (const term of index.byFold.get(variant) ?? []) keepBest(matches, term, QUALITY.spelling);
  }
  const typed = withoutKeys(word.folded);
  if (typed === null) return;
  for (const term of index.byFold.get(typed) ?? []) keepBest(matches, term, QUALITY.keys);
}

function otherwiseSpelt(word: Word, accents: boolean): number {
  if (word.accented !== word.folded) return QUALITY.otherAccents;
  return accents ? QUALITY.bare : QUALITY.noAccents;
}

function addPrefixed(index: Index, typed: Typed, matches: Map<number, number>): void {
  const { folded, known } = typed;
  const start = withoutKeys(folded) ?? folded;
  const sureness = known ? QUALITY.prefixOfKnown : QUALITY.prefix;
  for (const [number, term] of index.terms.entries()) {
    if (term.folded.length <= start.length) continue;
    if (!term.folded.startsWith(folded) && !term.folded.startsWith(start)) continue;
    keepBest(matches, number, sureness * (0.8 + (0.2 * start.length) / term.folded.length));
  }
}

function addSlips(index: Index, typed: Typed, matches: Map<number, number>): void {
  const { folded, known } = typed;
  const limit = known ? Math.min(1, slipsAllowed(folded.length - 1)) : slipsAllowed(folded.length);
  if (limit === 0 || !/^[a-z]*\d?[a-z]*$/.test(folded)) return;
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
