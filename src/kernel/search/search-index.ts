/**
 * The index of a ranked search in memory, for up to about 20,000 entries: a vocabulary of words as written, and for
 * each word where it stands.
 */
import { soundOf } from './sound.ts';
import { synonymsOf, type Synonyms } from './synonyms.ts';
import { wordsOf, type Word } from './words.ts';

/** What can be found. The heavier a field, the more a hit in it counts; the first field of a name weighs most. */
export type SearchEntry<Id extends string | number> = {
  readonly id: Id;
  readonly fields: readonly { readonly text: string; readonly weight: number }[];
};

/** One word as written (with accents), by its number in the vocabulary. */
export type Term = Word & {
  /** Letters a–z and digits as bits: words that share few letters are not compared further. */
  readonly letters: number;
  /** How much the word tells: rare words more than those in every entry. Words that fold alike share it. */
  readonly rarity: number;
  /** Entries (by their place) with the word, and the weight of the heaviest field that has it. */
  readonly places: ReadonlyMap<number, number>;
};

export type IndexedField = {
  readonly terms: readonly number[];
  readonly weight: number;
  readonly accented: string;
};

export type SearchIndex<Id extends string | number> = {
  readonly ids: readonly Id[];
  readonly fields: readonly (readonly IndexedField[])[];
  readonly terms: readonly Term[];
  /** Terms by their folded form. */
  readonly byFold: ReadonlyMap<string, readonly number[]>;
  /** Terms by how they sound. */
  readonly bySound: ReadonlyMap<string, readonly number[]>;
  /** Entries by the folded text of a whole field. */
  readonly byText: ReadonlyMap<string, readonly number[]>;
  /** Pairs of folded words that follow each other somewhere, as `khai sinh`. */
  readonly pairs: ReadonlySet<string>;
  readonly synonyms: Synonyms;
  readonly heaviest: number;
};

/**
 * Builds the index once. `synonyms` are groups of phrases that mean the same; any of them in a question finds the
 * others. Entries keep their order among equals.
 */
export function buildIndex<Id extends string | number>(
  entries: readonly SearchEntry<Id>[],
  options: { readonly synonyms: readonly (readonly string[])[] },
): SearchIndex<Id> {
  const vocabulary = emptyVocabulary();
  const fields = entries.map((entry, place) =>
    entry.fields.map(({ text, weight }) => addField(vocabulary, { text, weight, place })),
  );
  const { drafts, byFold, bySound, byText, pairs } = vocabulary;
  const terms = drafts.map((draft) => finishTerm({ draft, drafts, byFold, total: entries.length }));
  const heaviest = fields.flat().reduce((most, { weight }) => Math.max(most, weight), 1);
  const synonyms = synonymsOf(options.synonyms);
  return {
    ids: entries.map(({ id }) => id),
    fields,
    terms,
    byFold,
    bySound,
    byText,
    pairs,
    synonyms,
    heaviest,
  };
}

/** The letters of a folded word as bits. */
export function lettersOf(folded: string): number {
  let bits = 0;
  for (let at = 0; at < folded.length; at++) bits |= 1 << (folded.charCodeAt(at) & 31);
  return bits;
}

type Draft = Word & { readonly places: Map<number, number> };
type Vocabulary = {
  readonly drafts: Draft[];
  readonly byAccent: Map<string, number>;
  readonly byFold: Map<string, number[]>;
  readonly bySound: Map<string, number[]>;
  readonly byText: Map<string, number[]>;
  readonly pairs: Set<string>;
};

function emptyVocabulary(): Vocabulary {
  return {
    drafts: [],
    byAccent: new Map(),
    byFold: new Map(),
    bySound: new Map(),
    byText: new Map(),
    pairs: new Set(),
  };
}

function addField(
  vocabulary: Vocabulary,
  field: { readonly text: string; readonly weight: number; readonly place: number },
): IndexedField {
  const words = wordsOf(field.text);
  const terms = words.map((word) => termOf(vocabulary, word));
  for (const term of terms) {
    const places = vocabulary.drafts[term]?.places;
    places?.set(field.place, Math.max(field.weight, places.get(field.place) ?? 0));
  }
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    if (next) vocabulary.pairs.add(`${word.folded} ${next.folded}`);
  }
  pushTo(vocabulary.byText, words.map(({ folded }) => folded).join(' '), field.place);
  return { terms, weight: field.weight, accented: words.map(({ accented }) => accented).join(' ') };
}

function termOf(vocabulary: Vocabulary, word: Word): number {
  const known = vocabulary.byAccent.get(word.accented);
  if (known !== undefined) return known;
  const term = vocabulary.drafts.push({ ...word, places: new Map() }) - 1;
  vocabulary.byAccent.set(word.accented, term);
  pushTo(vocabulary.byFold, word.folded, term);
  pushTo(vocabulary.bySound, soundOf(word.folded), term);
  return term;
}

function finishTerm(known: {
  readonly draft: Draft;
  readonly drafts: readonly Draft[];
  readonly byFold: ReadonlyMap<string, readonly number[]>;
  readonly total: number;
}): Term {
  const alike = known.byFold.get(known.draft.folded) ?? [];
  // Entries with two spellings of the word count twice; the difference is too small to matter.
  const standsIn = alike.reduce((sum, term) => sum + (known.drafts[term]?.places.size ?? 0), 0);
  const rarity = Math.log(1 + known.total / Math.max(1, standsIn));
  return { ...known.draft, letters: lettersOf(known.draft.folded), rarity };
}

function pushTo<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}
